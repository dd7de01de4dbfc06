"""Renders a Helm chart: by helm where it is installed, else by as much of its template language as ours uses."""

import hashlib
import json
import re
import shutil
import subprocess

import yaml


def render(chart, values, release="archive"):
    """The documents that the chart makes of values that lie over its own."""
    if shutil.which("helm"):
        done = subprocess.run(
            ["helm", "template", release, str(chart), "-f", "-"], input=yaml.safe_dump(values), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return [document for document in yaml.safe_load_all(done.stdout) if document]
    about = yaml.safe_load((chart / "Chart.yaml").read_text())
    root = {
        "Values": merged(yaml.safe_load((chart / "values.yaml").read_text()), values), "Release": {"Name": release},
        "Chart": {"Name": about["name"], "AppVersion": about["appVersion"]},
    }
    templates = Templates()
    for path in sorted((chart / "templates").iterdir()):
        templates.read(path)
    return [document for text in templates.texts(root) for document in yaml.safe_load_all(text) if document]


def merged(base, over):
    if not (isinstance(base, dict) and isinstance(over, dict)):
        return over
    return {**base, **{name: merged(base.get(name), value) for name, value in over.items()}}


class Templates:
    """The templates of a chart. What is not known here is an error, never left as it is."""

    def __init__(self):
        self.defined = {}
        self.files = []

    def read(self, path):
        # A dash beside the braces eats the white space next to it.
        text = re.sub(r"\s*\{\{-", "{{", path.read_text())
        text = re.sub(r"-\}\}\s*", "}}", text)
        self._tokens = re.split(r"\{\{\s*(.*?)\s*\}\}", text, flags=re.S)
        self._place = 0
        body, end = self._block()
        assert end is None, f"{path}: {end} without a beginning"
        if not path.name.startswith("_"):
            self.files.append(body)

    def texts(self, root):
        return [self._text(body, root, root) for body in self.files]

    # Reading: a body is a list of texts, and of actions with their bodies.

    def _block(self):
        """Everything up to the next `end` or `else`, and which it was."""
        body = []
        while self._place < len(self._tokens):
            token, is_action = self._tokens[self._place], self._place % 2
            self._place += 1
            word = token.split(None, 1)[0] if is_action and token else ""
            if not is_action:
                body.append(token)
            elif word in ("end", "else"):
                return body, word
            elif word in ("if", "with", "range", "define"):
                inner, end = self._block()
                other, end = self._block() if end == "else" else ([], end)
                assert end == "end", f"{token} has no end"
                if word == "define":
                    self.defined[json.loads(token.split()[1])] = inner
                else:
                    body.append((word, token.split(None, 1)[1], inner, other))
            else:
                body.append(("put", token, [], []))
        return body, None

    # Rendering

    def _text(self, body, dot, root, names={}):
        return "".join(part if isinstance(part, str) else self._action(part, dot, root, names) for part in body)

    def _action(self, action, dot, root, names):
        word, text, inner, other = action
        if word == "put":
            value = self._value(text, dot, root, names)
            return json.dumps(value) if isinstance(value, bool) else str(value)
        if word == "range":
            key, name, text = re.fullmatch(r"\$(\w+), \$(\w+) := (.*)", text).groups()
            # What a user has set to null is gone for helm; here it stays, lest a name that there is not look like it.
            pairs = sorted((k, v) for k, v in self._value(text, dot, root, names).items() if v is not None)
            return "".join(self._text(inner, v, root, {**names, key: k, name: v}) for k, v in pairs)
        value = self._value(text, dot, root, names)
        if not value:
            return self._text(other, dot, root, names)
        return self._text(inner, value if word == "with" else dot, root, names)

    def _value(self, text, dot, root, names):
        value, piped = None, ()
        for step in text.split(" | "):
            word, *arguments = re.findall(r'"[^"]*"|\S+', step)
            arguments = [self._operand(argument, dot, root, names) for argument in arguments]
            value = self._call(word, [*arguments, *piped], dot, root, names)
            piped = (value,)
        return value

    def _operand(self, word, dot, root, names):
        if word.startswith("$"):
            return names[word[1:]]
        if not word.startswith("."):
            return json.loads(word)
        for name in filter(None, word.split(".")):
            assert name in dot, f"{word}: there is no {name}"
            dot = dot[name]
        return dot

    def _call(self, word, given, dot, root, names):
        if word == "include":
            return self._text(self.defined[given[0]], given[1], root).strip("\n")
        functions = {
            "toYaml": lambda value: yaml.safe_dump(value, sort_keys=True).rstrip("\n"),
            "toJson": lambda value: json.dumps(value, sort_keys=True, separators=(",", ":")),
            "toString": lambda value: json.dumps(value) if isinstance(value, bool) else str(value),
            "quote": json.dumps,
            "default": lambda preset, value: value or preset,
            "sha256sum": lambda text: hashlib.sha256(text.encode()).hexdigest(),
            "nindent": lambda count, text: "".join("\n" + " " * count + line for line in text.split("\n")),
        }
        return functions[word](*given) if word in functions else self._operand(word, dot, root, names)
