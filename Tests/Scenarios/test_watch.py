"""Watch: changes and live queries over stock grpcio, checked against an oracle through disconnects, restarts and kills."""

import queue
import random
import threading

import grpc
import pytest
from google.protobuf import duration_pb2
from google.rpc import error_details_pb2
from matiane.v1 import article_pb2, category_pb2, watch_pb2

from conftest import stubs
from programs import matiane

Code = grpc.StatusCode
WORDS = ["harbour", "lamp", "ferry", "hail", "vineyard"]


def article(name, text, language="en"):
    made = article_pb2.Article(name=f"articles/{name}", language=language, title=text)
    made.blocks.add().paragraph.text = f"About {text}."
    return made


class Stream:
    """One Watch call; the responses can be waited for."""

    def __init__(self, api):
        self.requests = queue.SimpleQueue()
        self.call = api.watch.Watch(iter(self.requests.get, None))

    def add(self, watch_id=1, **options):
        options.setdefault("progress_interval", duration_pb2.Duration(nanos=200_000_000))
        self.requests.put(watch_pb2.WatchRequest(add=watch_pb2.AddWatch(watch_id=watch_id, **options)))
        return self

    def next(self):
        return next(self.call)

    def changes(self):
        for response in self.call:
            yield from response.changes.changes

    def close(self):
        self.requests.put(None)
        self.call.cancel()


def upsert(api, made):
    return api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(article=made, allow_missing=True))


class Writers:
    """Writers at work at the same time; each keeps to its own articles and notes what was acknowledged."""

    def __init__(self, api, count=4):
        self.stopped = threading.Event()
        self.expected = {}  # revision: (name, title, or None when deleted)
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._write, args=(api, n), daemon=True) for n in range(count)]
        for thread in self._threads:
            thread.start()

    def _write(self, api, number):
        rng = random.Random(number)
        alive = set()
        step = 0
        while not self.stopped.is_set():
            step += 1
            name = f"articles/w{number}-{rng.randrange(8)}"
            try:
                if name in alive and rng.random() < 0.3:
                    done = api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=name))
                    alive.discard(name)
                    entry = (done.revision, name, None)
                else:
                    title = f"{rng.choice(WORDS)} {rng.choice(WORDS)} {number}-{step}"
                    done = upsert(api, article(name.split("/")[1], title))
                    alive.add(name)
                    entry = (done.revision, name, title)
            except grpc.RpcError:
                return
            with self._lock:
                self.expected[entry[0]] = entry[1:]

    def stop(self):
        self.stopped.set()
        for thread in self._threads:
            thread.join()


def seen(change):
    deleted = change.action == watch_pb2.ARTICLE_ACTION_DELETED
    return change.name, None if deleted else change.article.title


def expected_for_query(history, word):
    """What a live query for a word has to tell of a history: revision → (name, scope change)."""
    titles, told = {}, {}
    for revision, (name, title) in sorted(history.items()):
        was, now = word in (titles.get(name) or ""), word in (title or "")
        titles[name] = title
        if was or now:
            told[revision] = (name, "CHANGED" if was and now else "ENTERED" if now else "LEFT")
    return told


def test_every_change_is_told_once_and_in_order_through_disconnects(start):
    server = start()
    api = stubs(server.target)
    first = Stream(api).add()
    token = first.next().resume_token
    first.close()
    writers = Writers(api)
    told, live = [], {}
    query_token = token
    rng = random.Random(7)
    while len(told) < 600:
        stream = Stream(api).add(1, resume_token=token).add(
            2, resume_token=query_token, scope=watch_pb2.WatchScope(query="ferry"))
        for response in stream.call:
            changes = response.changes.changes
            if response.watch_id == 1:
                # Now and then a stream is lost in the middle of a response.
                kept = changes if rng.random() < 0.9 else changes[:len(changes) // 2]
                told += [(c.revision, *seen(c)) for c in kept]
                token = kept[-1].resume_token if kept else token
                if len(kept) < len(changes):
                    break
            else:
                live.update({c.revision: (c.name, watch_pb2.ScopeChange.Name(c.scope_change)[13:]) for c in changes})
                query_token = response.resume_token
        stream.close()
    writers.stop()
    newest = max(writers.expected)
    stream = Stream(api).add(1, resume_token=token).add(
        2, resume_token=query_token, scope=watch_pb2.WatchScope(query="ferry"))
    reached = {1: 0, 2: 0}
    for response in stream.call:
        changes = response.changes.changes
        if response.watch_id == 1:
            told += [(c.revision, *seen(c)) for c in changes]
        else:
            live.update({c.revision: (c.name, watch_pb2.ScopeChange.Name(c.scope_change)[13:]) for c in changes})
        reached[response.watch_id] = response.revision
        if min(reached.values()) >= newest:
            break
    stream.close()
    assert told == [(revision, *entry) for revision, entry in sorted(writers.expected.items())]
    assert live == expected_for_query(writers.expected, "ferry")
    api.channel.close()


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_a_watch_goes_on_after_the_server_went(start, how):
    server = start("--checkpoint-mb", "1")
    api = stubs(server.target)
    stream = Stream(api).add()
    token = stream.next().resume_token
    told = {}
    expected = {}
    for _ in range(3):
        writers = Writers(api)
        stopper = None
        try:
            for response in stream.call:
                for change in response.changes.changes:
                    assert change.revision not in told
                    told[change.revision] = seen(change)
                token = response.resume_token or token
                if len(writers.expected) > 150 and stopper is None:
                    stopper = threading.Thread(target=getattr(server, how))
                    stopper.start()
                if response.HasField("ended"):
                    assert response.ended.reason == watch_pb2.WATCH_END_REASON_DRAINING
        except grpc.RpcError as error:
            assert error.code() in (Code.UNAVAILABLE, Code.INTERNAL, Code.UNKNOWN, Code.CANCELLED)
        stopper.join()
        writers.stop()
        expected |= writers.expected
        api.channel.close()
        server = start("--checkpoint-mb", "1")
        api = stubs(server.target)
        stream = Stream(api).add(resume_token=token)
    # Writes that were not acknowledged may be there, too; those that were must be told.
    last = upsert(api, article("last", "the end"))
    while last.revision not in told:
        for change in stream.next().changes.changes:
            assert change.revision not in told
            told[change.revision] = seen(change)
    assert {r: told.get(r) for r in expected} == expected
    stream.close()
    api.channel.close()


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_a_large_category_moves_and_only_those_watches_hear_of_it_that_ask_for_what_is_above(start, how):
    """2,000 articles move four times, with a history that would not hold a change for each of them."""
    options = ("--watch-history-mb", "1", "--checkpoint-mb", "1")
    server = start(*options)
    api = stubs(server.target)
    for category in ("world", "georgia"):
        api.categories.CreateCategory(
            category_pb2.CreateCategoryRequest(category_id=category, category=category_pb2.Category()))
    names = [f"articles/article-in-georgia-{number:05}" for number in range(2000)]
    items = [article_pb2.ImportItem(article=article_pb2.Article(name=name, title="t", categories=["categories/georgia"]))
             for name in names]
    requests = (article_pb2.ImportArticlesRequest(items=items[first : first + 500]) for first in range(0, 2000, 500))
    for response in api.articles.ImportArticles(requests):
        assert all(result.HasField("imported") for result in response.results)
    upsert(api, article("other", "first"))
    scopes = {
        1: watch_pb2.WatchScope(articles=["articles/other"]),
        2: watch_pb2.WatchScope(categories=["categories/georgia"]),
        3: watch_pb2.WatchScope(categories=["categories/world"]),
        4: watch_pb2.WatchScope(filter='category:"world"'),
    }
    stream = Stream(api)
    for number, scope in scopes.items():
        stream.add(number, scope=scope)
    tokens = {}
    while len(tokens) < len(scopes):
        response = stream.next()
        tokens[response.watch_id] = response.resume_token
    stream.close()
    for parent in ("categories/world", "", "categories/world", ""):
        request = category_pb2.UpdateCategoryRequest(category=category_pb2.Category(name="categories/georgia", parent=parent))
        request.update_mask.paths.append("parent")
        api.categories.UpdateCategory(request)
    # What it was when it moved has to be looked for.
    request = article_pb2.UpdateArticleRequest(article=article_pb2.Article(name=names[7], title="changed"))
    request.update_mask.paths.extend(["title", "categories"])
    api.articles.UpdateArticle(request)
    upsert(api, article("other", "second"))
    told = {number: [] for number in scopes}
    # The rest is told behind a restart, with tokens from the middle of a move.
    for wanted in (700, 8000):
        stream = Stream(api)
        for number, scope in scopes.items():
            stream.add(number, scope=scope, resume_token=tokens[number])
        while len(told[3]) < wanted or len(told[4]) < wanted or wanted == 8000 and not (told[1] and told[2]):
            response = stream.next()
            assert not response.HasField("ended"), response
            tokens[response.watch_id] = response.resume_token
            told[response.watch_id] += [
                (change.scope_change, change.name, change.article.title) for change in response.changes.changes]
        stream.close()
        if wanted < 8000:
            api.channel.close()
            getattr(server, how)()
            server = start(*options)
            api = stubs(server.target)
    entered, left = watch_pb2.SCOPE_CHANGE_ENTERED, watch_pb2.SCOPE_CHANGE_LEFT
    moves = [(meaning, name, "t") for meaning in (entered, left, entered, left) for name in names]
    assert told[3] == moves and told[4] == moves
    assert told[1] == [(watch_pb2.SCOPE_CHANGE_CHANGED, "articles/other", "second")]
    assert told[2] == [(left, names[7], "changed")]
    api.channel.close()


def test_a_token_from_before_the_retention_is_refused_with_the_oldest_revision(start):
    server = start("--watch-history-mb", "1")
    api = stubs(server.target)
    long = "long text " * 10_000
    for number in range(30):
        upsert(api, article("a", f"{number} {long}"))
    stream = Stream(api).add(after_revision=1)
    ended = stream.next().ended
    assert ended.reason == watch_pb2.WATCH_END_REASON_REFUSED
    assert ended.error.code == Code.OUT_OF_RANGE.value[0]
    info = error_details_pb2.ErrorInfo()
    assert ended.error.details[0].Unpack(info)
    assert info.reason == "REVISION_COMPACTED" and info.domain == "matiane"
    oldest = int(info.metadata["oldest_revision"])
    stream.add(2, after_revision=oldest)
    started = stream.next()
    assert started.watch_id == 2 and started.HasField("started")
    stream.close()
    api.channel.close()


def test_a_reader_that_sleeps_holds_up_no_writer_and_is_told_to_resume(start):
    server = start("--watch-history-mb", "1")
    api = stubs(server.target)
    stream = Stream(api).add()
    assert stream.next().HasField("started")
    other = stubs(server.target)
    text = "much to read " * 4000
    for number in range(200):  # 20 MB, far more than windows and history hold, while nobody reads
        upsert(other, article(f"s-{number % 5}", f"{number} {text}"))
    reasons = []
    last = None
    for response in stream.call:
        last = response
        if response.HasField("ended"):
            reasons.append(response.ended.reason)
            break
    assert reasons[0] in (watch_pb2.WATCH_END_REASON_TOO_SLOW, watch_pb2.WATCH_END_REASON_REFUSED)
    if reasons[0] == watch_pb2.WATCH_END_REASON_REFUSED:
        assert last.ended.error.code == Code.OUT_OF_RANGE.value[0]
    assert last.resume_token
    stream.close()
    api.channel.close()
    other.channel.close()


def test_the_command_line_follows_a_query(start):
    server = start()
    api = stubs(server.target)
    results = []
    watching = threading.Thread(
        target=lambda: results.append(matiane(
            server.target, "watch", "--after-revision", "0", "--count", "3", "-o", "jsonl", "lamp")))
    watching.start()
    upsert(api, article("one", "A lamp"))
    upsert(api, article("two", "A ferry"))
    upsert(api, article("one", "Lamps again"))
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/one"))
    watching.join(60)
    done = results[0]
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line]
    assert [("ENTERED" in lines[0]), ("CHANGED" in lines[1]), ("LEFT" in lines[2])] == [True] * 3
    missing = matiane(server.target, "watch", "--after-revision", "999999", "--count", "1")
    assert missing.returncode == 1 and "999999" in missing.stderr
    api.channel.close()
