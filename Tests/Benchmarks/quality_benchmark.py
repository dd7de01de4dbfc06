"""nDCG@10, MAP and Recall@100 on the judged collections, and how well an article is found again by its own words: the index and a
server's Search beside the BM25 of peers."""

import gzip
import json
import math
import random
import re
import subprocess
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from processes import Process, table
from search_programs import Program, commands

#: Judged collections with the language of their queries.
COLLECTIONS = {
    "cranfield": "en", "cisi": "en", "lisa": "en", "tgnews": "ru", "ru-lemma-gsd": "ru", "ka-lemma-glc": "ka",
}
#: Collections whose articles are looked for by their own words; the language of all of them is English.
KNOWN = ["bbc", "headlines"]
#: How many articles are looked for, each in every way.
KNOWN_ARTICLES = 300
DEPTH = 1000
#: How many hits are asked of a server, where each brings its article along.
SERVED_DEPTH = 100
#: What has a meaning in the query syntax; the questions of the collections mean none.
SYNTAX = re.compile(r'[()"“”„«»*~^\\:]|(?<!\S)-')
#: A whole word without digits; one cut at its apostrophe (don't) is a word of the text to some analyses only.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPERATORS = re.compile(r"\b(?:AND|OR|NOT)\b")


def run(bin_dir, corpora):
    found = {name: language for name, language in COLLECTIONS.items() if (corpora / name / "qrels.tsv").exists()}
    known = [name for name in KNOWN if (corpora / name / "docs.jsonl.gz").exists()]
    if not found and not known:
        print(f"\n(no judged collection under {corpora}: the quality benchmark is left out; MATIANE_CORPORA names it)")
        return
    rows, found_again = [], []
    with tempfile.TemporaryDirectory() as scratch:
        for name, language in found.items():
            for system, command in commands(bin_dir, language).items():
                folder = Path(scratch) / f"{name}-{system}"
                rows.append([name] + judged(command, corpora / name, language, folder))
            rows.append([name] + served(bin_dir, corpora / name, Path(scratch) / f"{name}-served"))
        for name in known:
            docs = corpora / name / "docs.jsonl.gz"
            questions = known_items(docs)
            for system, command in commands(bin_dir).items():
                with opened(command, docs, "en", Path(scratch) / f"{name}-{system}") as program:
                    found_again.append([name, program.name] + places(questions, lambda text: ranking(program, text, 10)))
            with server(bin_dir, docs, Path(scratch) / f"{name}-served") as ask:
                found_again.append([name, "matiane, by Search"] + places(questions, lambda text: ask(text, 10)))
    if rows:
        table("Quality of ranking", ["collection", "system", "nDCG@10", "MAP", "Recall@100"], rows)
    if found_again:
        table("An article found again, MRR@10", ["collection", "system", *WAYS], found_again)


@contextmanager
def opened(command, docs, language, folder):
    """A program that has built its index of some articles and opened it."""
    with Program(command) as program:
        program.ask(op="build", docs=str(docs), index=str(folder), language=language)
        program.ask(op="open", index=str(folder))
        yield program


def ranking(program, text, depth):
    """The names of the best hits for a text."""
    return [name for name, _ in program.ask(op="search", text=text, k=depth, **{"class": "text"})["hits"]]


def judged(command, collection, language, folder):
    with opened(command, collection / "docs.jsonl.gz", language, folder) as program:
        measures = means(collection, lambda text: ranking(program, text, DEPTH))
        return [program.name] + [f"{mean:.4f}" for mean in measures]


@contextmanager
def server(bin_dir, docs, folder):
    """A server with some articles; gives what asks its `Search` for a text, with nothing but the text."""
    command = [str(bin_dir / "matiane-server"), "--data-dir", str(folder), "--listen", "127.0.0.1:0"]
    with Process(command, ready=r"serving on (\S+)") as process:

        def matiane(*arguments):
            line = [str(bin_dir / "matiane"), "--server", process.found.group(1), *arguments]
            return subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True).stdout

        def ask(text, depth):
            text = OPERATORS.sub(lambda word: word.group().lower(), SYNTAX.sub(" ", text))
            hits = matiane("search", "-n", str(depth), "-o", "jsonl", "--", text).splitlines()
            return [json.loads(hit)["article"]["source"]["id"] for hit in hits]

        matiane("import", "--create-categories", "--quiet", str(docs))
        yield ask


def served(bin_dir, collection, folder):
    """What `Search` finds with nothing but the question; the ranking is too short for MAP."""
    with server(bin_dir, collection / "docs.jsonl.gz", folder) as ask:
        gain, _, recall = means(collection, lambda text: ask(text, SERVED_DEPTH))
        return ["matiane, by Search", f"{gain:.4f}", "–", f"{recall:.4f}"]


#: What an article is looked for by: its title, a sentence of its text, four words of it, two of them and one of the title.
WAYS = ["title", "sentence", "four words", "words of both"]


def known_items(path):
    """For each way to look for them, pairs of an article's name and a question; always the same ones."""
    with gzip.open(path, "rt") as lines:
        articles = [json.loads(line) for line in lines]
    often = Counter(article["title"] for article in articles)
    chance = random.Random(7)
    able = [one for one in articles if often[one["title"]] == 1 and len(one["title"].split()) >= 3]
    able = [one for one in able if len(long_words(one["body"])) >= 8 and long_words(one["title"])]
    questions = {way: [] for way in WAYS}
    for article in chance.sample(able, min(KNOWN_ARTICLES, len(able))):
        words, title = long_words(article["body"]), long_words(article["title"])
        sentences = re.split(r"(?<=[.!?])\s+", article["body"].replace("\n", " "))
        asked = [
            article["title"], chance.choice([one for one in sentences if len(one.split()) >= 3] or sentences),
            " ".join(chance.sample(words, 4)), " ".join([*chance.sample(words, 2), chance.choice(title)]),
        ]
        for way, text in zip(WAYS, asked):
            questions[way].append((article["id"], text))
    return questions


def long_words(text):
    """The distinct words of more than three letters, sorted: what stands between spaces, without punctuation and possessive endings."""
    words = (re.sub(r"^\W+|(?:['’]s?)?\W*$", "", word) for word in text.split())
    return sorted({word for word in words if len(word) > 3 and WORD.fullmatch(word)})


def places(questions, ask):
    """The mean reciprocal place of the article among the first ten hits, for each way to look for it."""
    means = []
    for way in WAYS:
        scores = []
        for name, text in questions[way]:
            found = ask(text)[:10]
            scores.append(1 / (found.index(name) + 1) if name in found else 0)
        means.append(f"{sum(scores) / len(scores):.4f}")
    return means


def means(collection, ask):
    """The mean of each measure over the judged queries of a collection; `ask` gives the ranking for a text."""
    judgements = read_judgements(collection / "qrels.tsv")
    measures = []
    for line in (collection / "queries.jsonl").read_text().splitlines():
        query = json.loads(line)
        grades = judgements.get(query["id"], {})
        if grades:
            # A query made from an article is called q- and its id; the article itself is no answer.
            ranking = [name for name in ask(query["text"]) if query["id"] != f"q-{name}"]
            measures.append(effectiveness(ranking, grades))
    return [sum(column) / len(column) for column in zip(*measures)]


def read_judgements(path):
    """For each query its relevant documents with their grades."""
    judgements = {}
    for line in path.read_text().splitlines():
        query, document, grade = line.split("\t")
        if int(grade) > 0:
            judgements.setdefault(query, {})[document] = int(grade)
    return judgements


def effectiveness(ranking, grades):
    """nDCG@10, average precision and recall@100 of one ranking, as trec_eval has them."""
    gain = sum(grades.get(name, 0) / math.log2(place + 2) for place, name in enumerate(ranking[:10]))
    ideal = sorted(grades.values(), reverse=True)[:10]
    best = sum(grade / math.log2(place + 2) for place, grade in enumerate(ideal))
    found, precision = 0, 0.0
    for place, name in enumerate(ranking):
        if name in grades:
            found += 1
            precision += found / (place + 1)
    recall = len(set(ranking[:100]) & grades.keys()) / len(grades)
    return gain / best, precision / len(grades), recall
