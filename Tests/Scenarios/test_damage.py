"""Every kind of file of a data directory damaged, cut, removed, swapped or replaced, under the real server.

It must start with everything that was acknowledged, or refuse with an error that names the file. Only the newest log file, of a
server that was killed, may have lost its end, and then the server says where. What `matiane-server check` says of the same
folder must agree, and what `repair` makes of it must start. A sample by a printed seed here; all cases with MATIANE_FAULTS=all
(`Tests/crash`).
"""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import grpc
import pytest
from matiane.v1 import (
    admin_pb2, article_pb2, category_pb2, saved_query_pb2, search_pb2, synonym_pb2)

from conftest import stubs
from programs import BIN, PATIENCE, SAMPLE, Server, maintain, matiane, run_server_expecting_failure
from test_durability import everything, numbered

ALL = os.environ.get("MATIANE_FAULTS") == "all"
SEED = int(os.environ.get("MATIANE_SEED") or random.randrange(1 << 30))
# Nothing of the program's own runtime may show: the damage is in files, not in the program.
BROKEN = re.compile(r"Fatal error|Thread \d+ .*crashed|Segmentation|Precondition failed", re.IGNORECASE)


@dataclass
class Case:
    """One kind of damage: `apply` does it to a copy of the archive."""

    name: str
    apply: Callable[[Path], None]
    # One of these must stand in what a server says that refuses or has lost anything.
    names: list[str] = field(default_factory=list)
    # Whether the end of the log may be lost, as long as that is said.
    may_cut: bool = False


class Archive:
    """A data directory, and all states that it was in after each acknowledged write.

    `killed` and `stopped` say how its server ended; `young` was killed before its first snapshot, and `long` has several log
    files that no snapshot covers.
    """

    def __init__(self, folder, kind):
        self.data = folder / "data"
        self.states = []
        self.has_snapshots = kind in ("killed", "stopped")
        with Server(self.data, "--checkpoint-mb", "0", "--keep-snapshots", "3") as server:
            api = stubs(server.target)
            if self.has_snapshots:
                assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
            self.note(api)
            if kind == "long":
                self.lengthen(api)
            self.fill(api)
            api.channel.close()
            if kind == "stopped":
                assert server.stop() == 0
        self.files = sorted(p.relative_to(self.data) for p in self.data.rglob("*") if p.is_file())
        self.log = max(p for p in self.files if p.suffix == ".log")
        content = (self.data / self.log).read_bytes()
        self.log_bytes = len(content.rstrip(b"\0"))

    def note(self, api):
        self.states.append(fingerprint(api))

    def lengthen(self, api):
        """More than one log file takes, in articles that are deleted again."""
        for number in range(24):
            article = article_pb2.Article(name="articles/long", language="en", title="Long")
            article.blocks.add().paragraph.text = "x" * 3_000_000
            api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
            self.note(api)
            api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/long"))
            self.note(api)

    def fill(self, api):
        """Changes of every kind, with snapshots between them."""
        api.queries.CreateSavedQuery(saved_query_pb2.CreateSavedQueryRequest(
            saved_query=saved_query_pb2.SavedQuery(name="savedQueries/q", query="marker")))
        self.note(api)
        api.synonyms.CreateSynonymSet(synonym_pb2.CreateSynonymSetRequest(synonym_set=synonym_pb2.SynonymSet(
            name="synonymSets/s", language="en", rules=["marker, token"])))
        self.note(api)
        for number in range(28):
            if number in (12, 20) and self.has_snapshots:
                api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
            if number in (15, 23):
                api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=f"articles/n-{number - 10}"))
            elif number == 24:
                api.categories.CreateCategory(category_pb2.CreateCategoryRequest(
                    category=category_pb2.Category(name="categories/late")))
            else:
                api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
            self.note(api)

    def copy(self, target):
        shutil.copytree(self.data, target, symlinks=True)
        return target


def fingerprint(api):
    """What an archive answers, without what depends on how far its segments were merged."""
    stored = everything(api)
    search = search_pb2.SearchRequest(query="marker OR kakheti OR ვენახი OR поезд", page_size=100)
    hits = api.search.Search(search)
    answers = [article.SerializeToString(deterministic=True) for _, article in sorted(stored.items())] + [
        answer.SerializeToString(deterministic=True) for answer in (
            api.categories.ListCategories(category_pb2.ListCategoriesRequest(page_size=1000)),
            api.queries.ListSavedQueries(saved_query_pb2.ListSavedQueriesRequest()),
            api.synonyms.ListSynonymSets(synonym_pb2.ListSynonymSetsRequest()))]
    found = sorted(hit.article.name for hit in hits.hits), hits.total_articles, hits.total_stories
    token = api.search.Count(search_pb2.CountRequest(query="token")).total_articles
    return hashlib.sha256(repr((answers, found, token)).encode()).hexdigest()


# Kinds of damage.

def change(path, body):
    """Replaces a file by a new one, so that other names of the same file keep their content."""
    def apply(data):
        file = data / path
        content = bytearray(file.read_bytes())
        content = body(content) or content
        file.unlink()
        file.write_bytes(content)
    return apply


def flip(path, offset, bit):
    def body(content):
        content[offset] ^= 1 << bit
    return Case(f"{path}: bit {bit} of byte {offset} flipped", change(path, body), [path.name])


def overwrite(path, offset, data, what):
    def body(content):
        content[offset:offset + len(data)] = data
    return Case(f"{path}: {what} at byte {offset}", change(path, body), [path.name])


def cut(path, size):
    return Case(f"{path}: cut to {size} bytes", change(path, lambda content: content[:size]), [path.name])


def grow(path, data, what):
    return Case(f"{path}: {what} appended", change(path, lambda content: content + data), [path.name])


def instead(path, make, what):
    def apply(data):
        (data / path).unlink()
        make(data / path)
    return Case(f"{path}: {what} instead", apply, [path.name])


def cases_of_file(archive, path, chance, count):
    """Damage to the content, the kind and the name of one file."""
    content = (archive.data / path).read_bytes()
    # Reserved space behind the records of a log is no content.
    size = archive.log_bytes if path == archive.log else len(content)
    head = 0 if path.parts[0] == "snapshots" else 40
    places = {0, size - 1, *range(min(size, head)), *(chance.randrange(size) for _ in range(count))} if size else set()
    places = sorted(places)
    for place in places:
        yield flip(path, place, chance.randrange(8))
    for place in chance.sample(places, min(len(places), count // 6)):
        yield overwrite(path, place, bytes(min(512, size - place)), "zeros")
        yield overwrite(path, place, chance.randbytes(min(4096, size - place)), "random bytes")
    for length in sorted({0, 1, 31, 32, 63, size - 1, *(chance.randrange(size + 1) for _ in range(count // 3))}):
        if 0 <= length < size:
            yield cut(path, length)
    yield grow(path, b"\0" * 100, "zeros")
    yield grow(path, chance.randbytes(100), "random bytes")
    yield instead(path, lambda place: None, "nothing")
    yield instead(path, lambda place: place.mkdir(), "a folder")
    yield instead(path, lambda place: place.write_bytes(chance.randbytes(5000)), "a foreign file")
    yield instead(path, lambda place: place.symlink_to(place.name), "a link to itself")
    yield instead(path, lambda place: place.symlink_to("nowhere"), "a link to nothing")
    yield instead(path, os.mkfifo, "a pipe")
    yield instead(path, lambda place: place.symlink_to("/dev/zero"), "a device")


def swap(first, second):
    def apply(data):
        a, b = data / first, data / second
        contents = a.read_bytes(), b.read_bytes()
        a.unlink()
        b.unlink()
        a.write_bytes(contents[1])
        b.write_bytes(contents[0])
    return Case(f"{first} and {second} swapped", apply, [first.name, second.name])


def cases_of_snapshots(archive):
    """Snapshots that are not where they should be."""
    snapshots = sorted({p.parts[1] for p in archive.files if p.parts[0] == "snapshots"})
    newest, oldest = snapshots[-1], snapshots[0]

    def case(name, apply, *names):
        return Case(name, apply, list(names))

    yield case("no snapshots", lambda d: shutil.rmtree(d / "snapshots"))
    yield case("an empty snapshots folder", lambda d: [shutil.rmtree(p) for p in (d / "snapshots").iterdir()])
    yield case("a snapshots file", lambda d: (shutil.rmtree(d / "snapshots"), (d / "snapshots").write_text("x")), "snapshots")
    yield case("the newest snapshot gone", lambda d: shutil.rmtree(d / "snapshots" / newest))
    yield case("the newest snapshot empty", lambda d: [p.unlink() for p in (d / "snapshots" / newest).iterdir()])
    yield case("all manifests gone", lambda d: [p.unlink() for p in d.rglob("MANIFEST")])
    yield case("a snapshot under another revision's name", lambda d: shutil.copytree(
        d / "snapshots" / oldest, d / "snapshots" / f"{int(newest) - 1:020}"))
    yield case("an empty snapshot of a later revision", lambda d: (d / "snapshots" / f"{10**6:020}").mkdir(), f"{10**6}")
    yield case("a file named as a snapshot", lambda d: (d / "snapshots" / f"{10**6:020}").write_text("x"), f"{10**6}")
    yield case("the two snapshots swapped", lambda d: (
        (d / "snapshots" / newest).rename(d / "away"), (d / "snapshots" / oldest).rename(d / "snapshots" / newest),
        (d / "away").rename(d / "snapshots" / oldest)))
    yield case("an unfinished snapshot", lambda d: shutil.copytree(
        d / "snapshots" / newest, d / "snapshots" / (newest + ".new")))
    yield case("a file named as an unfinished snapshot",
               lambda d: (d / "snapshots" / (newest + ".new")).write_text("x"), newest + ".new")
    yield case("an unfinished snapshot with a folder in it",
               lambda d: (d / "snapshots" / (newest + ".new") / "x").mkdir(parents=True), newest + ".new")


def cases_of_folders(archive):
    """Names in the data directory and its log that are not what they should be."""
    log = str(archive.log)

    def case(name, apply, *names):
        return Case(name, apply, list(names))

    yield case("strangers beside the files", lambda d: [
        (d / place).write_text("x") for place in ("log/notes", "snapshots/notes", "notes", "log/1.log", "log/a.log.bak")])
    yield case("an empty log folder", lambda d: (d / log).unlink(), "log")
    yield case("a log file", lambda d: (shutil.rmtree(d / "log"), (d / "log").write_text("x")), "log")
    yield case("a log file of a later number", lambda d: shutil.copy(d / log, d / "log" / f"{10**6:020}.log"), f"{10**6:020}.log")
    yield case("an empty log file of a later number", lambda d: (d / "log" / f"{10**6:020}.log").write_bytes(b""), f"{10**6:020}.log")
    yield case("an unfinished log file", lambda d: (d / "log" / f"{10**6:020}.log.new").write_bytes(b"x"))
    yield case("a folder named as an unfinished log file", lambda d: (d / "log" / "x.new").mkdir(), "x.new")
    yield case("an unfinished repair", lambda d: shutil.copytree(d / "log", d / "log.repaired"))
    yield case("an unfinished FORMAT", lambda d: (d / "FORMAT.new").write_text("x"))
    yield case("a newer FORMAT", lambda d: (d / "FORMAT").write_text("matiane data directory\nformat 2\n"), "FORMAT")


# What becomes of them.

@dataclass
class Outcome:
    """What a server made of a data directory: a fingerprint, or why it refused."""

    print: str | None
    code: int | None
    said: str


def begin(data, write=False):
    """Starts a server; takes its fingerprint and kills it, or takes its refusal."""
    process = subprocess.Popen(
        [str(BIN / "matiane-server"), "--data-dir", str(data), "--listen", "127.0.0.1:0"],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    said = []
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        for line in process.stderr:
            said.append(line)
            found = re.search(r"serving on (\S+:\d+)", line)
            if found:
                api = stubs(found.group(1))
                seen = fingerprint(api)
                if write:
                    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(999)))
                    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
                    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(998)))
                    seen = fingerprint(api)
                api.channel.close()
                return Outcome(seen, None, "".join(said))
        return Outcome(None, process.wait(timeout=PATIENCE), "".join(said))
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        process.stderr.close()


def try_case(archive, case, data, thorough):
    """Damages a copy, starts a server on it, and judges. Returns what happened in a word."""
    archive.copy(data)
    case.apply(data)
    checked = maintain("check", data)
    assert checked.returncode in (0, 1) and not BROKEN.search(checked.stderr), checked.stderr
    outcome = begin(data)
    assert not BROKEN.search(outcome.said), outcome.said
    whole = archive.states[-1]
    if outcome.print is None:
        assert outcome.code == 1, (outcome.code, outcome.said)
        assert any(name in outcome.said for name in case.names), (case.names, outcome.said)
        assert checked.returncode == 1, "check finds nothing where the server refuses: " + checked.stdout + outcome.said
        check_repair(archive, data)
        return "refused"
    assert outcome.print in archive.states, "the archive is in no state that it ever was in"
    if outcome.print != whole:
        assert case.may_cut, "acknowledged writes are gone: " + outcome.said
        assert any(name in outcome.said for name in case.names), "a loss of which nothing is said: " + outcome.said
    if thorough:
        # What it goes on with must be as good as what it began with.
        written = begin(data, write=True)
        again = begin(data)
        assert again.print is not None and again.print == written.print, again.said
    return "whole" if outcome.print == whole else "cut"


def check_repair(archive, data):
    """A repair either says why it cannot be done, or leaves a state that the archive was in, or names what that lacks."""
    repaired = maintain("repair", data)
    assert not BROKEN.search(repaired.stderr), repaired.stderr
    if repaired.returncode != 0:
        # Where something stands in the way that is no file, or nothing is left that an archive could begin with.
        assert repaired.returncode == 1 and str(data) in repaired.stderr, repaired.stderr
        return
    outcome = begin(data)
    is_named = re.search(r"^lost  ", repaired.stdout, re.MULTILINE) is not None
    assert outcome.print in archive.states or is_named and outcome.print is not None, repaired.stdout + outcome.said


@pytest.fixture(scope="module", params=["killed", "stopped", "young"] + ["long"] * ALL)
def archive(request, tmp_path_factory):
    return Archive(tmp_path_factory.mktemp(request.param), request.param)


def cases(archive, chance):
    snapshots = [p for p in archive.files if p.parts[0] == "snapshots"]
    for path in archive.files:
        for case in cases_of_file(archive, path, chance, 60 if path.suffix == ".log" else 6):
            case.may_cut = path == archive.log
            case.names.append(f"data/{path.parts[0]}")
            yield case
    yield from cases_of_folders(archive)
    if archive.has_snapshots:
        yield from cases_of_snapshots(archive)
    # The same section of two snapshots, and two sections of one.
    pairs = [(path, other) for path in snapshots for other in snapshots
             if path < other and (path.name == other.name or path.parent == other.parent)]
    pairs = [(a, b) for a, b in pairs if (archive.data / a).read_bytes() != (archive.data / b).read_bytes()]
    for path, other in chance.sample(pairs, min(len(pairs), 30)):
        yield swap(path, other)


def test_a_damaged_data_directory_is_whole_or_refused(archive, tmp_path):
    print(f"MATIANE_SEED={SEED}")
    chance = random.Random(SEED)
    chosen = list(cases(archive, chance))
    if not ALL:
        chosen = chance.sample(chosen, 12)
    seen, problems = {}, []
    for number, case in enumerate(chosen):
        data = tmp_path / f"case-{number}" / "data"
        try:
            what = try_case(archive, case, data, thorough=number % 5 == 0)
            seen[what] = seen.get(what, 0) + 1
        except (AssertionError, grpc.RpcError, subprocess.TimeoutExpired) as error:
            problems.append(f"{case.name}: {error}")
        shutil.rmtree(data.parent)
    print(f"{len(chosen)} kinds of damage: " + ", ".join(f"{count} {what}" for what, count in sorted(seen.items())))
    assert not problems, f"{len(problems)} of {len(chosen)}\n" + "\n".join(problems)


def test_repair_keeps_every_article_but_the_damaged_one(tmp_path):
    """Of an archive whose log does not begin with record 1, as of every one that was restored."""
    with Server(tmp_path / "first") as server:
        assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
        assert server.stop() == 0
    data = tmp_path / "data"
    assert maintain("restore", tmp_path / "first", "--into", str(data)).returncode == 0
    with Server(data) as server:
        api = stubs(server.target)
        whole = everything(api)
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(1)))
        whole = everything(api)
        api.channel.close()
        server.kill()
    documents = max(data.rglob("*.documents"), key=lambda path: path.stat().st_size)
    victim = max(whole.values(), key=lambda article: len(article.title))
    content = documents.read_bytes()
    place = content.index(victim.title.encode(), content.index(victim.name.encode()))
    documents.write_bytes(content[:place] + b"?" + content[place + 1:])
    checked = maintain("check", data)
    assert checked.returncode == 1
    assert f"lost  {victim.name} ({documents.name}, record " in checked.stdout, checked.stdout
    refusal = begin(data)
    assert refusal.code == 1 and str(documents) in refusal.said and "at byte" in refusal.said, refusal.said
    assert "matiane-server repair" in refusal.said
    repaired = maintain("repair", data)
    assert repaired.returncode == 0 and f"lost  {victim.name} " in repaired.stdout, repaired.stdout + repaired.stderr
    assert maintain("check", data).returncode == 0
    del whole[victim.name]
    with Server(data) as server:
        api = stubs(server.target)
        assert everything(api) == whole
        for article in whole.values():
            hits = api.search.Search(search_pb2.SearchRequest(query=f'"{article.title}"', page_size=100)).hits
            assert article.name in [hit.article.name for hit in hits], article.name
        counts = api.categories.ListCategories(category_pb2.ListCategoriesRequest(page_size=1000)).categories
        for category in counts:
            filed = [a for a in whole.values() if category.name in a.categories]
            assert category.article_count == len(filed), category.name
        assert matiane(server.target, "snapshot", "create").returncode == 0
        api.channel.close()
        assert server.stop() == 0
    with Server(data) as server:
        assert everything(stubs(server.target)) == whole


def test_a_file_that_is_cut_under_the_server_is_named(tmp_path):
    """The kernel ends whoever reads what is gone; the server says which file it was, and the next start is as after any damage."""
    data = tmp_path / "data"
    with Server(data, "--checkpoint-mb", "0") as server:
        assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
        assert matiane(server.target, "snapshot", "create").returncode == 0
        whole = everything(stubs(server.target))
        server.kill()
    with Server(data, "--checkpoint-mb", "0") as server:
        api = stubs(server.target)
        documents = max(data.glob("snapshots/*/*.documents"), key=lambda path: path.stat().st_size)
        os.truncate(documents, 0)
        with pytest.raises(grpc.RpcError):
            everything(api)
        assert server.process.wait(timeout=PATIENCE) == -signal.SIGBUS
        server._reader.join(PATIENCE)
        assert any(f"{documents.name}: byte " in line for line in server.lines), server.lines
    outcome = begin(data)
    assert outcome.print is None or documents.name in outcome.said, outcome.said
    if outcome.print is not None:
        with Server(data) as server:
            assert everything(stubs(server.target)) == whole


def test_snapshots_of_another_archive_are_named_and_cost_the_log_nothing(tmp_path):
    found = {}
    for name, count in (("own", 12), ("other", 30)):
        with Server(tmp_path / name) as server:
            api = stubs(server.target)
            for number in range(count):
                api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
            found[name] = everything(api)
            assert server.stop() == 0
    data = tmp_path / "own"
    (data / "snapshots").rename(tmp_path / "kept")
    (tmp_path / "other" / "snapshots").rename(data / "snapshots")
    folder = next((data / "snapshots").iterdir())
    log = sorted((path, path.read_bytes()) for path in (data / "log").iterdir())
    code, said = run_server_expecting_failure(data)
    checked = maintain("check", data)
    assert code == 1 and checked.returncode == 1
    for text in (said, checked.stdout):
        assert str(folder) in text and len(set(re.findall(r"archive ([0-9a-f]{8})", text))) == 2, text
    assert "matiane-server repair" in said
    repaired = maintain("repair", data)
    assert repaired.returncode == 0 and f"moved  {folder} to {folder}.damaged" in repaired.stdout, repaired
    assert sorted((path, path.read_bytes()) for path in (data / "log").iterdir()) == log
    with Server(data) as server:
        assert everything(stubs(server.target)) == found["own"]
