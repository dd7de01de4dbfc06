"""kill -9 in a loop under concurrent writers, checkpoints and merges, with an oracle of what was acknowledged.

A few rounds here; minutes of them with MATIANE_KILL_SECONDS (`Tests/crash`).
"""

import os
import random
import threading
import time

import grpc
from google.protobuf import field_mask_pb2
from matiane.v1 import admin_pb2, article_pb2, search_pb2

from conftest import stubs
from test_durability import everything

Code = grpc.StatusCode
SECONDS = float(os.environ.get("MATIANE_KILL_SECONDS") or 0)
SEED = int(os.environ.get("MATIANE_SEED") or random.randrange(1 << 30))
WRITERS = 6
ARTICLES = 25  # a writer


class Writer:
    """Creates, changes and deletes articles of its own, and remembers what it was told.

    `settled` holds the last acknowledged state of each article (None when it is deleted), `open` the one change that was not
    answered: after a kill either may be there, and nothing else.
    """

    def __init__(self, number, seed):
        self.number, self.chance = number, random.Random(seed)
        self.settled, self.open, self.version, self.acknowledged = {}, {}, 0, 0
        self.problems = []

    def attempt(self, api, stop):
        while not stop.is_set():
            name = f"articles/w{self.number}-{self.chance.randrange(ARTICLES)}"
            self.version += 1
            before = self.settled.get(name)
            deletes = before is not None and self.chance.random() < 0.2
            # Every word of a version names it, so half a change would show.
            word = f"w{self.number}v{self.version}"
            self.open = {name: None if deletes else word}
            try:
                if deletes:
                    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=name), timeout=30)
                else:
                    article = article_pb2.Article(name=name, language="en", title=f"Title {word}")
                    article.categories.append(f"categories/c{self.version % 5}")
                    article.blocks.add().paragraph.text = f"{word} stands here " * self.chance.randint(1, 60)
                    api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
                        article=article, allow_missing=True, create_missing_categories=True,
                        update_mask=field_mask_pb2.FieldMask(paths=["*"])), timeout=30)
            except grpc.RpcError as error:
                if error.code() not in (Code.UNAVAILABLE, Code.CANCELLED, Code.UNKNOWN, Code.INTERNAL):
                    self.problems.append(f"{name}: {error.code()} {error.details()}")
                return
            self.settled[name] = self.open[name]
            self.open = {}
            self.acknowledged += 1

    def check(self, stored):
        """What is stored of this writer's articles; the open change is settled by what is there."""
        prefix = f"articles/w{self.number}-"
        for name in set(self.settled) | set(self.open) | {n for n in stored if n.startswith(prefix)}:
            article = stored.get(name)
            found = None if article is None else article.title.removeprefix("Title ")
            allowed = {self.settled.get(name)} | ({self.open[name]} if name in self.open else set())
            assert found in allowed, f"{name}: found {found}, acknowledged {self.settled.get(name)}, open {self.open}"
            if found is not None:
                assert set(article.blocks[0].paragraph.text.split()) == {found, "stands", "here"}, f"half of {name}"
            self.settled[name] = found
        self.open = {}


def search_agrees(api, stored, chance):
    """Words find exactly the articles that hold them, and counts are exact."""
    count = api.search.Count(search_pb2.CountRequest(query="stands")).total_articles
    assert count == len(stored)
    for name in chance.sample(sorted(stored), min(12, len(stored))):
        word = stored[name].title.removeprefix("Title ")
        found = api.search.Search(search_pb2.SearchRequest(query=f'"{word}"'))
        assert [hit.article.name for hit in found.hits] == [name], word
    for category in range(5):
        expected = sum(1 for a in stored.values() if f"categories/c{category}" in a.categories)
        query = search_pb2.CountRequest(filter=f'category = "c{category}"')
        assert api.search.Count(query).total_articles == expected


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_again_and_again(start):
    print(f"MATIANE_SEED={SEED}")
    chance = random.Random(SEED)
    writers = [Writer(number, SEED + number) for number in range(WRITERS)]
    end = time.monotonic() + SECONDS
    rounds = snapshots = 0
    while rounds < 5 or time.monotonic() < end:
        server = start("--checkpoint-mb", "1", "--keep-snapshots", "2")
        api = stubs(server.target)
        stored = everything(api)
        for writer in writers:
            writer.check(stored)
        search_agrees(api, stored, chance)
        goal = sum(w.acknowledged for w in writers) + chance.randint(20, 400)
        stop = threading.Event()
        threads = [threading.Thread(target=w.attempt, args=(api, stop)) for w in writers]

        def checkpoints():
            try:
                while not stop.is_set():
                    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest(), timeout=30)
            except grpc.RpcError:
                return

        threads.append(threading.Thread(target=checkpoints))
        for thread in threads:
            thread.start()
        while sum(w.acknowledged for w in writers) < goal and any(t.is_alive() for t in threads[:-1]):
            time.sleep(0.001)
        server.kill()
        stop.set()
        for thread in threads:
            thread.join()
        api.channel.close()
        problems = [p for w in writers for p in w.problems]
        assert not problems, problems
        rounds += 1
    server = start()
    api = stubs(server.target)
    stored = everything(api)
    for writer in writers:
        writer.check(stored)
    search_agrees(api, stored, chance)
    snapshots = len(api.admin.ListSnapshots(admin_pb2.ListSnapshotsRequest()).snapshots)
    api.channel.close()
    assert snapshots > 0
    print(f"{rounds} kills, {sum(w.acknowledged for w in writers)} acknowledged writes, none lost; "
          f"{len(stored)} articles, {snapshots} snapshots")
