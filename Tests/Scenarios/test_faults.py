"""The real server under failing system calls: nothing acknowledged is lost, nothing breaks, and it says what happened.

Every call in turn is tried with MATIANE_FAULTS=all (`Tests/crash` does so); otherwise a sample of them, by a printed seed.
"""

import errno
import os
import random
import shutil
import threading

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from matiane.v1 import admin_pb2, article_pb2, search_pb2

import faults
from conftest import stubs
from errors import refused
from faults import EVERY, FOREVER, GROW, SHORT, SYNC, WRITE, Faults, Journal
from programs import Server, run_server_expecting_failure, wait_until
from test_durability import everything, numbered

Code = grpc.StatusCode
ALL = os.environ.get("MATIANE_FAULTS") == "all"
SEED = int(os.environ.get("MATIANE_SEED") or random.randrange(1 << 30))


def some(numbers, count):
    """A sample of numbers, or all of them."""
    numbers = list(numbers)
    if ALL or len(numbers) <= count:
        return numbers
    print(f"MATIANE_SEED={SEED}")
    return sorted(random.Random(SEED).sample(numbers, count))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return faults.build(tmp_path_factory.mktemp("shim"))


class Run:
    """A server under faults, and an oracle of what it acknowledged."""

    def __init__(self, library, folder, *flags, journal=None):
        self.data = folder / "data"
        self.faults = Faults(library, self.data, folder, journal)
        self.server = Server(self.data, *flags, env=self.faults.env)
        self.api = stubs(self.server.target)
        self.acknowledged, self.refused, self.unknown = {}, set(), set()
        self.failures = []

    def write(self, number):
        name = f"articles/n-{number}"
        try:
            made = self.api.articles.CreateArticle(
                article_pb2.CreateArticleRequest(article=numbered(number)), timeout=30)
            self.acknowledged[name] = made.etag
            return True
        except grpc.RpcError as error:
            # Only an answer that promises so says that nothing was written.
            sure = error.code() in (Code.RESOURCE_EXHAUSTED, Code.FAILED_PRECONDITION)
            (self.refused if sure else self.unknown).add(name)
            self.failures.append(error)
            return False

    def snapshot(self):
        try:
            self.api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest(), timeout=30)
        except grpc.RpcError as error:
            self.failures.append(error)

    def work(self, first):
        """Articles, a snapshot, and articles behind it."""
        for number in range(first, first + 3):
            self.write(number)
        self.snapshot()
        for number in range(first + 3, first + 5):
            self.write(number)

    def check(self, api):
        """What an archive holds is what was acknowledged, and perhaps what nobody knows about; search agrees."""
        stored = everything(api)
        for name, etag in self.acknowledged.items():
            assert stored[name].etag == etag
        assert not self.refused & set(stored)
        assert set(stored) <= set(self.acknowledged) | self.unknown
        assert api.search.Count(search_pb2.CountRequest(query="marker")).total_articles == len(stored)
        for name in list(stored)[:3]:
            found = api.search.Search(search_pb2.SearchRequest(query="m" + name.split("-")[1]))
            assert [hit.article.name for hit in found.hits] == [name]

    def end(self):
        self.api.channel.close()
        self.server.kill()


def restart_and_check(run):
    """Kills the server, starts another one without faults, and looks at what it holds."""
    run.end()
    with Server(run.data) as server:
        api = stubs(server.target)
        run.check(api)
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(999_999)))
        api.channel.close()


def health(api, service):
    stub = health_pb2_grpc.HealthStub(api.channel)
    return stub.Check(health_pb2.HealthCheckRequest(service=service)).status


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_a_failing_call_while_serving_loses_nothing(library, tmp_path, error):
    run = Run(library, tmp_path / "rehearsal")
    run.faults.count()
    run.work(0)
    calls = run.faults.calls
    assert calls > 20 and not run.failures
    run.end()
    # One server takes many faults, for most leave it serving; one that has lost its log is started again.
    run = None
    for round_number, call in enumerate(some(range(1, calls + 1), 14)):
        if run is None:
            run = Run(library, tmp_path / f"{call}")
        run.faults.arm(call, error)
        run.work(100 * (round_number + 1))
        run.faults.disarm()
        assert run.server.process.poll() is None, f"the server died of call {call}: " + "".join(run.server.lines)
        run.check(run.api)
        if run.api.admin.GetServerInfo(admin_pb2.GetServerInfoRequest()).read_only:
            restart_and_check(run)
            run = None
    if run is not None:
        restart_and_check(run)


def test_after_a_failed_fsync_the_server_is_read_only_and_says_so(library, tmp_path):
    run = Run(library, tmp_path)
    run.work(0)
    run.faults.arm(1, errno.EIO, kinds=SYNC)
    assert not run.write(50)
    run.faults.disarm()
    assert run.faults.hits == 1
    assert run.failures[-1].code() == Code.UNAVAILABLE
    with refused(Code.FAILED_PRECONDITION, "READ_ONLY") as failure:
        run.api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(51)))
    assert "fdatasync" in failure[0].message and "restart" in failure[0].message
    info = run.api.admin.GetServerInfo(admin_pb2.GetServerInfoRequest())
    assert info.read_only and "fdatasync" in info.read_only_reason
    assert health(run.api, "matiane.writes") == health_pb2.HealthCheckResponse.NOT_SERVING
    assert health(run.api, "") == health_pb2.HealthCheckResponse.SERVING
    wait_until(
        lambda: any("read-only" in line and "fdatasync" in line for line in list(run.server.lines)),
        "the log says that the server is read-only")
    run.check(run.api)
    restart_and_check(run)


def test_a_full_disk_refuses_writes_lets_reads_go_on_and_is_over_when_there_is_room(library, tmp_path):
    run = Run(library, tmp_path)
    run.work(0)
    space = EVERY & ~SYNC & ~faults.UNLINK & ~faults.TRUNCATE
    run.faults.arm(1, errno.ENOSPC, count=FOREVER, kinds=space)
    # What is reserved already may take some more.
    number = 1000
    big = "x" * 400_000
    with pytest.raises(grpc.RpcError) as failure:
        for number in range(1000, 1100):
            article = numbered(number)
            article.blocks.add().paragraph.text = big
            run.api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
            run.acknowledged[article.name] = run.api.articles.GetArticle(
                article_pb2.GetArticleRequest(name=article.name)).etag
    assert failure.value.code() == Code.RESOURCE_EXHAUSTED
    with refused(Code.RESOURCE_EXHAUSTED, "DISK_FULL") as refusal:
        run.api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
    assert refusal[0].retry_delay is not None and refusal[0].quota
    assert any("writes are refused, reads go on: the disk is full" in line for line in run.server.lines), run.server.lines
    run.refused.add(f"articles/n-{number}")
    run.check(run.api)
    run.faults.disarm()
    assert run.write(2000)
    assert any("there is room again" in line for line in run.server.lines)
    assert health(run.api, "matiane.writes") == health_pb2.HealthCheckResponse.SERVING
    restart_and_check(run)


def test_a_server_starts_on_a_full_disk_and_takes_writes_when_there_is_room(library, tmp_path):
    first = Run(library, tmp_path)
    first.work(0)
    first.end()
    full = Faults(library, first.data, tmp_path)
    full.arm(1, errno.ENOSPC, count=FOREVER, kinds=EVERY & ~SYNC & ~faults.UNLINK & ~faults.TRUNCATE, mode=GROW)
    with Server(first.data, env=full.env) as server:
        api = stubs(server.target)
        first.check(api)
        with refused(Code.RESOURCE_EXHAUSTED, "DISK_FULL"):
            api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(70)))
        full.disarm()
        made = api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(71)))
        first.acknowledged["articles/n-71"] = made.etag
        first.check(api)
        api.channel.close()
        assert server.stop() == 0
    with Server(first.data) as server:
        api = stubs(server.target)
        first.check(api)
        api.channel.close()


def test_short_writes_are_continued(library, tmp_path):
    run = Run(library, tmp_path)
    run.faults.arm(1, 0, count=FOREVER, kinds=WRITE, mode=SHORT)
    run.work(0)
    assert not run.failures and run.faults.hits > 5
    restart_and_check(run)


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_a_failing_call_at_the_start_is_named_and_the_next_start_succeeds(library, tmp_path, error):
    def fill(folder):
        run = Run(library, folder)
        run.work(0)
        run.end()
        return run

    template = fill(tmp_path / "template")
    starts = tmp_path / "starts"
    starts.mkdir()
    counting = Faults(library, starts / "data", tmp_path)
    counting.count()
    shutil.copytree(template.data, starts / "data")
    with Server(starts / "data", env=counting.env):
        calls = counting.calls
    for call in some(range(1, calls + 1), 6):
        shutil.rmtree(starts / "data")
        shutil.copytree(template.data, starts / "data")
        control = Faults(library, starts / "data", tmp_path)
        control.arm(call, error)
        code, said = None, ""
        try:
            code, said = run_server_expecting_failure(starts / "data", env=control.env, patience=3)
        except Exception as expired:  # it serves: a failure that does no harm
            said = str(expired)
        if code is not None:
            assert code == 1
            assert str(starts / "data") in said and os.strerror(error) in said
        with Server(starts / "data") as server:
            api = stubs(server.target)
            template.check(api)
            api.channel.close()


@pytest.mark.parametrize("durability", ["fsync", "none"])
def test_a_power_cut_after_any_call_keeps_everything_acknowledged(library, tmp_path, durability):
    """Without fsync what was acknowledged may be lost, but what is there is sound and ends somewhere in the order of writes."""
    journal = tmp_path / "journal"
    run = Run(library, tmp_path, "--durability", durability, journal=journal)
    marks = []  # the journal's length at each acknowledgement: what was acknowledged is written down before it
    for first in (0, 10, 20):
        for number in range(first, first + 3):
            if run.write(number):
                marks.append((journal.stat().st_size, f"articles/n-{number}"))
        run.snapshot()
    run.end()
    calls = Journal(journal, run.data)
    for count in some(range(1, len(calls.entries) + 1), 12):
        target = tmp_path / f"cut-{count}"
        calls.cut(count, SEED + count, target)
        with Server(target) as server:
            api = stubs(server.target)
            stored = everything(api)
            for size, name in marks if durability == "fsync" else []:
                if size <= calls.ends[count - 1]:
                    assert stored[name].etag == run.acknowledged[name], f"cut after call {count}, seed {SEED + count}"
            assert set(stored) <= set(run.acknowledged)
            assert [name in stored for _, name in marks] == sorted((name in stored for _, name in marks), reverse=True)
            assert api.search.Count(search_pb2.CountRequest(query="marker")).total_articles == len(stored)
            api.channel.close()
        shutil.rmtree(target)


def test_a_failing_log_under_concurrent_writers_is_the_same_for_all(library, tmp_path):
    run = Run(library, tmp_path)
    threads = [threading.Thread(target=lambda base=base: [run.write(base + n) for n in range(40)])
               for base in range(0, 800, 100)]
    run.faults.arm(40, errno.EIO, kinds=SYNC)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.faults.disarm()
    assert run.acknowledged and run.failures
    run.check(run.api)
    restart_and_check(run)
