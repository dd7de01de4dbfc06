"""Stopping and upgrading: nobody notices."""

import json
import queue
import signal
import socket
import subprocess

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from matiane.v1 import admin_pb2, article_pb2, watch_pb2

from conftest import stubs
from errors import Failure, refused
from programs import BIN, SAMPLE, Server, matiane, wait_until


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(folder, port):
    # On a busy machine a server would shed the load of the other one, too.
    return Server(folder, "--listen", f"127.0.0.1:{port}", "--drain-delay", "0s", "--max-queue-delay", "1h")


def test_a_rolling_restart_of_two_servers_fails_no_call_of_our_client(tmp_path):
    ports = [free_port(), free_port()]
    servers = [serve(tmp_path / str(port), port) for port in ports]
    try:
        for server in servers:
            assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
        target = "ipv4:" + ",".join(f"127.0.0.1:{port}" for port in ports)
        load = subprocess.Popen([str(BIN / "mixed-load"), target, "8", "8", "read"], stdout=subprocess.PIPE, text=True)
        restarts = 0
        while load.poll() is None and restarts < 4:
            turn = restarts % 2
            assert servers[turn].stop() == 0
            servers[turn] = serve(tmp_path / str(ports[turn]), ports[turn])
            restarts += 1
        said, _ = load.communicate(timeout=60)
        outcome = json.loads(said)
        assert restarts >= 2
        assert outcome["failures"] == {} and sum(outcome["calls"].values()) > 100
    finally:
        for server in servers:
            server.__exit__()


def test_a_stream_under_way_is_finished_before_the_server_ends(start):
    server = start()
    requests = queue.SimpleQueue()
    results = stubs(server.target).articles.ImportArticles(iter(requests.get, None))

    def bring(name):
        article = article_pb2.Article(name=f"articles/{name}", title=name, language="en")
        requests.put(article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(item_id=1, article=article)]))
        assert next(results).results[0].HasField("imported")

    bring("before")
    server.process.terminate()
    wait_until(lambda: any("stopping" in line for line in server.lines), "the drain to begin")
    bring("while")
    requests.put(None)
    assert list(results) == []
    assert server.process.wait(timeout=60) == 0
    again = stubs(start().target)
    for name in ("before", "while"):
        again.articles.GetArticle(article_pb2.GetArticleRequest(name=f"articles/{name}"))


def test_a_client_that_watches_the_health_does_not_keep_the_server_from_stopping(start):
    server = start("--grace", "10m")
    with grpc.insecure_channel(server.target) as channel:
        states = health_pb2_grpc.HealthStub(channel).Watch(health_pb2.HealthCheckRequest())
        assert next(states).status == health_pb2.HealthCheckResponse.SERVING
        server.process.terminate()
        assert next(states).status == health_pb2.HealthCheckResponse.NOT_SERVING
        with pytest.raises(grpc.RpcError) as ended:
            next(states)
        assert ended.value.code() == grpc.StatusCode.UNAVAILABLE
        assert server.process.wait(timeout=60) == 0


def test_a_call_that_waits_for_a_revision_does_not_keep_the_server_from_stopping(start):
    server = start("--grace", "10m")
    api = stubs(server.target)
    waiting = api.articles.ListArticles.future(article_pb2.ListArticlesRequest(min_revision=1_000_000))
    api.articles.ListArticles(article_pb2.ListArticlesRequest())
    server.process.terminate()
    failure = Failure(waiting.exception(timeout=60))
    assert failure.code == grpc.StatusCode.UNAVAILABLE and failure.reason == "DRAINING" and failure.retry_delay
    assert server.process.wait(timeout=60) == 0


def test_an_orderly_end_of_a_watch_is_nothing_to_warn_of(start):
    server = start("--grace", "10m")
    api = stubs(server.target)
    requests = queue.Queue()
    requests.put(watch_pb2.WatchRequest(add=watch_pb2.AddWatch(watch_id=1)))
    watch = api.watch.Watch(iter(requests.get, None))
    assert next(watch).HasField("started")
    server.process.terminate()
    with pytest.raises(grpc.RpcError) as ended:
        list(watch)
    requests.put(None)
    assert ended.value.code() == grpc.StatusCode.UNAVAILABLE
    assert server.process.wait(timeout=60) == 0
    assert not any("WARNING call" in line for line in server.lines), server.lines


def test_a_server_without_time_for_a_snapshot_leaves_it_to_the_log(start):
    server = start("--grace", "0s")
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    count = lambda api: api.admin.GetStats(admin_pb2.GetStatsRequest()).article_count
    before = count(stubs(server.target))
    assert server.stop() == 0
    assert any("the next start replays the log" in line for line in server.lines), server.lines
    assert not any("made snapshot" in line for line in server.lines)
    assert count(stubs(start().target)) == before > 30


def test_a_stop_does_not_wait_for_the_archive_to_be_loaded(start, tmp_path):
    server = start()
    imported = matiane(server.target, "import", "--create-categories", "-", stdin="".join(
        json.dumps({"title": f"one of many, {number}", "language": "en", "id": f"a-{number}"}) + "\n" for number in range(3000)))
    assert imported.returncode == 0, imported.stderr
    server.kill()
    loading = Server(tmp_path / "data", waits=False)
    wait_until(lambda: any("loading" in line for line in loading.lines), "the archive to be loaded")
    assert loading.stop() == 0
    assert any("stopped while the archive was loaded" in line for line in loading.lines), loading.lines
    assert not any("serving on" in line for line in loading.lines)
    assert stubs(start().target).admin.GetStats(admin_pb2.GetStatsRequest()).article_count == 3000


def test_an_import_that_sends_nothing_more_does_not_hold_up_a_stop(start):
    server = start("--grace", "1h")
    items = queue.SimpleQueue()
    results = stubs(server.target).articles.ImportArticles(iter(items.get, None))
    article = article_pb2.Article(name="articles/a", title="a", language="en")
    items.put(article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(item_id=1, article=article)]))
    assert next(results).results[0].HasField("imported")
    assert server.stop() == 0
    with refused(grpc.StatusCode.UNAVAILABLE):
        next(results)
    assert any("made snapshot" in line for line in server.lines), server.lines


def test_the_log_tells_the_drain_as_it_is_and_a_second_signal_ends_it(start):
    server = start("--drain-delay", "1h")
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    server.process.send_signal(signal.SIGTERM)
    wait_until(lambda: any("stopping: not ready any more; new calls are taken for another" in line for line in server.lines),
               "the drain to begin")
    assert not any("no new calls" in line for line in server.lines)
    assert matiane(server.target, "search", "wine").returncode == 0
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=60) == 128 + signal.SIGTERM
    # Nothing is lost by that but the snapshot.
    assert stubs(start().target).admin.GetStats(admin_pb2.GetStatsRequest()).article_count > 30
