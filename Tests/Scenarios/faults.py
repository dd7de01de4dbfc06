"""Faults at the system-call boundary of the real server, and power cuts played through from a journal of its calls."""

import ctypes
import errno
import mmap
import os
import random
import shutil
import subprocess
from pathlib import Path

from programs import ROOT

SOURCE = ROOT / "Tests" / "Support" / "FaultInjection" / "faults.c"
WRITE, SYNC, OPEN, RENAME, ALLOCATE, TRUNCATE, LINK, UNLINK, MKDIR = (1 << bit for bit in range(9))
EVERY = (1 << 9) - 1
FAIL, SHORT, DIE, GROW = 0, 1, 2, 3
FOREVER = 1 << 40


def build(folder, source=SOURCE):
    """Compiles the shim, or another one; returns its path."""
    library = Path(folder) / f"{Path(source).stem}.so"
    if not library.exists():
        compiler = os.environ.get("CC") or shutil.which("cc") or "clang"
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl", "-lpthread"],
            check=True)
    return library


class Faults:
    """Arms and disarms the shim of one server."""

    class _Control(ctypes.Structure):
        _fields_ = [(name, ctypes.c_int64) for name in
                    ("calls", "first", "count", "error", "mode", "kinds", "hits", "unused")]

    def __init__(self, library, data_dir, scratch, journal=None):
        path = Path(scratch) / f"control-{random.getrandbits(40):x}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(ctypes.sizeof(self._Control)))
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        self._control = self._Control.from_buffer(self._map)
        self.env = {"LD_PRELOAD": str(library), "FAULTS_DIR": str(data_dir), "FAULTS_CONTROL": str(path)}
        if journal:
            self.env["FAULTS_JOURNAL"] = str(journal)

    def arm(self, call, error=errno.EIO, *, count=1, kinds=EVERY, mode=FAIL):
        """Lets `count` calls go wrong from the `call`th of `kinds` on, counted from now."""
        self._control.first = 0
        self._control.count, self._control.error = count, error
        self._control.mode, self._control.kinds = mode, kinds
        self._control.calls = self._control.hits = 0
        self._control.first = call

    def count(self, kinds=EVERY):
        """Counts calls from now on, and lets none fail."""
        self.arm(0, kinds=kinds)

    def disarm(self):
        self._control.first = 0

    @property
    def calls(self):
        return self._control.calls

    @property
    def hits(self):
        return self._control.hits


class Journal:
    """The calls of a server that changed files, in order."""

    def __init__(self, path, folder):
        self.folder = str(folder)
        self.entries = []
        self.ends = []
        content = Path(path).read_bytes()
        position = 0
        while position < len(content):
            line = content.index(b"\n", position)
            words = content[position:line].decode().split(" ")
            position = line + 1
            data = b""
            if words[0] == "write":
                size = int(words[3])
                data = content[position:position + size]
                position += size
            self.entries.append((words, data))
            self.ends.append(position)

    def cut(self, count, seed, target):
        """Writes into `target` what a power cut after `count` entries may leave.

        Of what was not synchronized, any part may be there: of writes any subset, torn at sectors; of names a first part.
        """
        chance = random.Random(seed)
        files, folders = {}, {self.folder: {}}
        durable = {self.folder: {}}
        pending_names = []

        def folder_of(path):
            return path.rsplit("/", 1)[0]

        def name_change(kind, path, value):
            folders.setdefault(folder_of(path), {})
            if value is None:
                folders[folder_of(path)].pop(path, None)
            else:
                folders[folder_of(path)][path] = value
            pending_names.append((folder_of(path), path, value))

        for words, data in self.entries[:count]:
            kind = words[0]
            if kind == "create":
                files[words[1]] = {"durable": bytearray(), "pending": [], "begun": 0}
                name_change(kind, words[2], words[1])
            elif kind in ("write", "truncate", "allocate"):
                file = files.get(words[1])
                if file is not None:
                    file["pending"].append((kind, int(words[2]), data))
            elif kind == "mkdir":
                folders.setdefault(words[2], {})
                durable.setdefault(words[2], {})
                files["folder:" + words[1]] = words[2]
                name_change(kind, words[2], "folder")
            elif kind == "rename":
                value = folders.get(folder_of(words[1]), {}).get(words[1])
                if value == "folder":
                    for old in [f for f in folders if f == words[1]]:
                        folders[words[2]] = {words[2] + p[len(old):]: v for p, v in folders.pop(old).items()}
                        durable[words[2]] = {words[2] + p[len(old):]: v for p, v in durable.pop(old).items()}
                        pending_names[:] = [
                            (words[2] if f == old else f, words[2] + p[len(old):] if f == old else p, v)
                            for f, p, v in pending_names]
                    files.update({k: words[2] for k, v in files.items() if v == words[1]})
                name_change(kind, words[2], value)
                name_change(kind, words[1], None)
            elif kind == "link":
                name_change(kind, words[2], folders.get(folder_of(words[1]), {}).get(words[1]))
            elif kind in ("unlink", "rmdir"):
                name_change(kind, words[1], None)
            elif kind == "syncing" and words[2] == "file" and words[1] in files:
                files[words[1]]["begun"] = len(files[words[1]]["pending"])
            elif kind == "synced" and words[2] == "file" and words[1] in files:
                file = files[words[1]]
                for change in file["pending"][:file["begun"]]:
                    self._apply(file["durable"], change)
                del file["pending"][:file["begun"]]
            elif kind == "synced" and words[2] == "folder":
                # Without a note of which folder it was, every change of names so far counts as synchronized only for the
                # folder with that inode; the root's inode is never noted, so an unknown one is the root.
                which = files.get("folder:" + words[1], self.folder)
                for folder, path, value in [c for c in pending_names if c[0] == which]:
                    self._name(durable, folder, path, value)
                pending_names[:] = [c for c in pending_names if c[0] != which]
        for folder, path, value in pending_names[:chance.randint(0, len(pending_names))]:
            self._name(durable, folder, path, value)
        self._build(durable, files, chance, Path(target))

    @staticmethod
    def _name(durable, folder, path, value):
        names = durable.setdefault(folder, {})
        if value is None:
            names.pop(path, None)
        else:
            names[path] = value

    @staticmethod
    def _apply(content, change):
        kind, place, data = change
        if kind == "write":
            if len(content) < place:
                content.extend(bytes(place - len(content)))
            content[place:place + len(data)] = data
        elif kind == "truncate":
            del content[place:]
            content.extend(bytes(place - len(content)))
        elif len(content) < place:
            content.extend(bytes(place - len(content)))

    def _build(self, durable, files, chance, target):
        made = {}
        target.mkdir(parents=True)
        for folder in sorted(durable):
            parent = folder.rsplit("/", 1)[0]
            if folder != self.folder and durable.get(parent, {}).get(folder) != "folder":
                continue
            place = target / folder[len(self.folder):].lstrip("/")
            if not place.parent.exists():
                continue
            place.mkdir(exist_ok=True)
            for path, value in durable[folder].items():
                if value == "folder" or value not in files:
                    continue
                if value not in made:
                    made[value] = self._content(files[value], chance)
                (target / path[len(self.folder):].lstrip("/")).write_bytes(made[value])

    def _content(self, file, chance):
        content = bytearray(file["durable"])
        order = [change for change in file["pending"] if chance.random() < 0.5]
        for kind, place, data in order:
            if kind == "write" and len(data) > 512 and chance.random() < 0.5:
                for start in range(0, len(data), 512):
                    if chance.random() < 0.5:
                        self._apply(content, (kind, place + start, data[start:start + 512]))
            else:
                self._apply(content, (kind, place, data))
        return bytes(content)
