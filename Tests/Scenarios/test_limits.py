"""What is too much: calls in flight, calls that wait, calls that cannot be in time, connections, bytes that wait."""

import collections
import contextlib
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import grpc
import pytest
from matiane.v1 import admin_pb2, article_pb2, search_pb2

from conftest import stubs
from errors import Failure, refused
from programs import SAMPLE, Server, matiane, wait_until
from test_observation import samples, value

SEARCH = search_pb2.SearchRequest(query="train OR bridge OR hail", facets=[search_pb2.FacetRequest(field="category")])


def framed(message):
    """A message as it goes over the wire."""
    data = message.SerializeToString()
    return b"\0" + len(data).to_bytes(4, "big") + data


@contextlib.contextmanager
def flood(server, method, message, folder):
    """A thousand calls at a time over one connection, all the time."""
    body = folder / "request.bin"
    body.write_bytes(framed(message))
    load = subprocess.Popen(
        ["h2load", "-n", "1000000000", "-c", "1", "-m", "1000", "-w", "30", "-W", "30", "-d", str(body),
         "-H", "content-type: application/grpc", "-H", "te: trailers", f"http://{server.target}/{method}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        load.kill()
        load.wait()


def curl(server, method, message, folder, *headers):
    """One call by curl; headers and trailers by name."""
    body = folder / "call.bin"
    body.write_bytes(framed(message))
    done = subprocess.run(
        ["curl", "-sS", "--http2-prior-knowledge", "-o", "/dev/null", "-D", "-", "--data-binary", f"@{body}",
         "-H", "content-type: application/grpc", "-H", "te: trailers", *(part for h in headers for part in ("-H", h)),
         f"http://{server.target}/{method}"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)


def test_calls_beyond_those_in_flight_are_told_when_to_come_again(start):
    server = start("--max-calls", "1", "--threads", "1")
    api = stubs(server.target)
    requests = queue.SimpleQueue()
    held = api.articles.ImportArticles(iter(requests.get, None))
    article = article_pb2.Article(title="x", language="en")
    requests.put(article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(item_id=1, article=article)]))
    assert next(held).results[0].HasField("imported")
    with refused(grpc.StatusCode.UNAVAILABLE, "OVERLOADED") as failure:
        api.search.Search(SEARCH)
    assert failure[0].retry_delay.total_seconds() > 0
    requests.put(None)
    assert list(held) == []
    api.search.Search(SEARCH)


def test_under_a_flood_calls_that_wait_too_long_are_told_when_to_come_again(start, tmp_path):
    server = start("--threads", "1", "--max-queue-delay", "100us", "--metrics-listen", "127.0.0.1:0")
    # A slow machine makes the import wait, too.
    wait_until(
        lambda: matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0, "the import")
    api = stubs(server.target)

    def failure():
        try:
            api.search.Search(SEARCH)
        except grpc.RpcError as error:
            return Failure(error)

    with flood(server, "matiane.v1.SearchService/Search", SEARCH, tmp_path):
        failed = wait_until(failure, "a call to be refused")
    assert failed.code == grpc.StatusCode.UNAVAILABLE and failed.reason == "OVERLOADED"
    assert failed.retry_delay.total_seconds() > 0
    wait_until(lambda: failure() is None, "calls to be taken again")
    assert value(samples(server), "matiane_calls_refused_total", reason="overloaded") > 0


@pytest.mark.parametrize("flag", ["--max-connections", "--max-connections-per-address"])
def test_connections_beyond_the_limit_are_closed_and_the_others_served(start, flag):
    server = start(flag, "2")
    host, port = server.target.split(":")
    api = stubs(server.target)
    api.search.Search(SEARCH)
    with socket.create_connection((host, int(port)), timeout=30) as second:
        second.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5))
        assert second.recv(9)
        with socket.create_connection((host, int(port)), timeout=30) as third:
            with contextlib.suppress(ConnectionResetError):
                assert third.recv(1) == b""
        api.search.Search(SEARCH)
    # Its place is free again.
    def is_served():
        with socket.create_connection((host, int(port)), timeout=30) as next_one, contextlib.suppress(ConnectionResetError):
            return next_one.recv(1)

    wait_until(is_served, "a connection to be taken again")


PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5)


@contextlib.contextmanager
def guest(host, port, source):
    """A connection from `source` that is served, or None when it was closed instead."""
    with socket.create_connection((host, port), timeout=30, source_address=(source, 0)) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(PREFACE)
            if connection.recv(9):
                yield connection
                return
        yield None


def test_connections_of_one_address_are_counted_whichever_family_they_come_in(start):
    server = start("--max-connections-per-address", "2", "--listen", "[::]:0", "--insecure", "--threads", "2")
    port = int(server.target.rsplit(":", 1)[1])

    def refusals(host):
        return [line for line in list(server.lines) if f"2 connections from {host} are open" in line]

    with contextlib.ExitStack() as stack:
        def enter(host, source):
            return stack.enter_context(guest(host, port, source))

        first, second = enter("127.0.0.1", "127.0.0.1"), enter("127.0.0.1", "127.0.0.1")
        assert first and second and not enter("127.0.0.1", "127.0.0.1")
        # Others have places of their own.
        assert enter("127.0.0.1", "127.0.0.2")
        assert enter("::1", "::1") and enter("::1", "::1") and not enter("::1", "::1")
        for host, name in ("127.0.0.1", "127.0.0.1"), ("::1", "[::1]"):
            line = wait_until(lambda: refusals(host), "a line about it")[0]
            assert f"connection from {name}:" in line, line
        first.close()
        wait_until(lambda: enter("127.0.0.1", "127.0.0.1"), "the place to be free again")
        assert not enter("127.0.0.1", "127.0.0.1")


def test_who_is_shown_out_is_named_in_the_log(start):
    server = start()
    host, port = server.target.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as offender, contextlib.suppress(ConnectionError):
        peer = f"127.0.0.1:{offender.getsockname()[1]}"
        pings = (b"\0\0\x08\x06" + bytes(13)) * 5000
        offender.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5) + pings)
        while offender.recv(4096):
            pass
    line = wait_until(lambda: next((l for l in list(server.lines) if f"peer={peer}" in l), None), "a line about it")
    assert "WARNING" in line and "ENHANCE_YOUR_CALM" in line, line


@pytest.mark.parametrize("greeting, message", [
    (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "connection refused"),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64), "connection refused"),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\1\6\0\0\0\0\0x", "connection ended"),
], ids=["HTTP/1.1", "TLS", "a frame of a wrong size"])
def test_a_port_scan_does_not_fill_the_log_but_its_size_is_told(start, greeting, message):
    server = start()
    host, port = server.target.split(":")
    scanned = 0

    def lines():
        return [line for line in list(server.lines) if message in line]

    def told():
        return sum(int(count) for line in lines() for count in re.findall(r"left_out=(\d+)", line))

    def scan_on():
        nonlocal scanned
        for _ in range(20):
            with socket.create_connection((host, int(port)), timeout=30) as scanner, contextlib.suppress(ConnectionError):
                scanner.sendall(greeting)
                while scanner.recv(4096):
                    pass
            scanned += 1
        return told() >= 60

    begin = time.monotonic()
    wait_until(scan_on, "a line that tells of those that have none")
    assert len(lines()) <= 5 + time.monotonic() - begin
    assert len(lines()) + told() <= scanned
    assert all("WARNING" in line for line in lines())


def test_failing_calls_do_not_fill_the_log(start):
    server = start()
    with grpc.insecure_channel(server.target) as channel:
        unknown = channel.unary_unary("/grpc.health.v1.Health/Check", request_serializer=lambda _: b"\xff", response_deserializer=None)
        called = 0

        def is_told():
            nonlocal called
            for failure in [unknown.future(None, timeout=60) for _ in range(500)]:
                assert failure.code() == grpc.StatusCode.INTERNAL
                called += 1
            return any("more calls failed than are logged" in line for line in list(server.lines))

        wait_until(is_told, "a line about those that have none")
        assert sum("code=INTERNAL" in line for line in list(server.lines)) < called


STOPPABLE = """
import sys
import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc
with grpc.insecure_channel(sys.argv[1]) as channel:
    for answer in health_pb2_grpc.HealthStub(channel).Watch(health_pb2.HealthCheckRequest()):
        print("watching", flush=True)
"""


def test_a_client_that_hangs_while_its_kernel_lives_is_given_up(start):
    server = start("--metrics-listen", "127.0.0.1:0", "--keepalive", "100ms", "--keepalive-timeout", "2s")
    client = subprocess.Popen([sys.executable, "-c", STOPPABLE, server.target], stdout=subprocess.PIPE)
    try:
        assert client.stdout.readline() == b"watching\n"
        client.send_signal(signal.SIGSTOP)
        wait_until(lambda: value(samples(server), "matiane_connections") == 0, "the client to be given up")
    finally:
        client.kill()
        client.wait()


def test_as_much_of_the_disk_stays_free_as_was_asked_for(start):
    server = start("--min-free-disk", "1M", "--metrics-listen", "127.0.0.1:0")
    assert value(samples(server), "matiane_disk_floor_bytes") == 1 << 20


def test_requests_beyond_what_all_may_hold_are_refused_and_small_ones_served(start):
    server = start("--max-buffered", "2M")
    api = stubs(server.target)
    large = article_pb2.Article(title="x", language="en", summary="y" * 3_000_000)
    with refused(grpc.StatusCode.RESOURCE_EXHAUSTED):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=large))
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article_pb2.Article(title="x", language="en")))


def test_of_a_limit_of_open_files_only_those_are_told_whom_it_concerns(tmp_path):
    """Nobody has asked for the 65,536 connections that are the default."""
    limited = ["prlimit", "--nofile=8192:8192"]
    with Server(tmp_path / "data", wrapper=limited) as server:
        assert not any("open files" in line for line in server.lines)
    with Server(tmp_path / "data", "--max-connections", "8000", wrapper=limited) as server:
        assert any("at most 7936 connections, not 8000" in line for line in server.lines)


def test_connections_leave_the_archive_the_files_that_it_opens(tmp_path):
    with Server(tmp_path / "data", wrapper=["prlimit", "--nofile=320:320"]) as server:
        assert any("at most 160 connections, not 65536: the limit of open files is 320" in line for line in server.lines)
        api = stubs(server.target)
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article_pb2.Article(title="x", language="en")))
        host, port = server.target.split(":")
        with contextlib.ExitStack() as idle:
            for _ in range(400):
                idle.enter_context(socket.create_connection((host, int(port)), timeout=60))
            api.articles.CreateArticle(
                article_pb2.CreateArticleRequest(article=article_pb2.Article(title="y", language="en")))
            api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())


def test_a_burst_of_writes_takes_a_part_of_the_memory_that_there_may_be(start):
    server = start("--max-memory", "128M")
    api = stubs(server.target)
    words = " ".join(f"word{number}" for number in range(20_000))

    def create(number):
        blocks = [article_pb2.Block(paragraph=article_pb2.Paragraph(text=words))]
        article = article_pb2.Article(name=f"articles/a{number}", title="x", language="en", blocks=blocks)
        return api.articles.CreateArticle.future(article_pb2.CreateArticleRequest(article=article))

    codes = collections.Counter(call.code() for call in [create(number) for number in range(400)])
    # 80 MB of requests would take several times as much while they wait and are indexed.
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{server.process.pid}/status").read_text())[1]) << 10
    assert set(codes) <= {grpc.StatusCode.OK, grpc.StatusCode.RESOURCE_EXHAUSTED} and codes[grpc.StatusCode.OK], codes
    assert peak < 192 << 20, (peak, codes)


def frame(kind, flags, stream, payload):
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def literal(index, text):
    """A header field whose name is in HPACK's static table, its value as it is."""
    return bytes([0x40 | index, len(text)]) + text


def test_who_holds_memory_with_requests_that_never_end_is_shown_out_when_it_is_short(start):
    server = start("--max-buffered", "2M")
    host, port = server.target.split(":")
    fields = b"\x83\x86" + literal(4, b"/matiane.v1.ArticleService/CreateArticle") + literal(1, b"test") \
        + literal(31, b"application/grpc") + b"\x40\x02te\x08trailers"
    api = stubs(server.target)
    with socket.create_connection((host, int(port)), timeout=60) as holder, contextlib.suppress(ConnectionError):
        peer = f"127.0.0.1:{holder.getsockname()[1]}"
        holder.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, b""))
        # Thirty messages that say that they are 3 MB, of which 60 kB come.
        for stream in range(1, 61, 2):
            holder.sendall(frame(1, 4, stream, fields))
            content = b"\0" + (3_000_000).to_bytes(4, "big") + b"\x0a" * 60_000
            for at in range(0, len(content), 16_000):
                holder.sendall(frame(0, 0, stream, content[at:at + 16_000]))
        while holder.recv(4096):
            pass
    line = wait_until(lambda: next((l for l in list(server.lines) if f"peer={peer}" in l), None), "a line about it")
    assert "requests are not completed" in line, line
    large = article_pb2.Article(title="x", language="en", summary="y" * 400_000)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=large))


@contextlib.contextmanager
def control_group(bytes_granted):
    """A control group with so much memory; the test is skipped where none can be made."""
    unified = Path("/sys/fs/cgroup/cgroup.controllers").exists()
    root = Path("/sys/fs/cgroup") if unified else Path("/sys/fs/cgroup/memory")
    group = root / f"matiane-test-{os.getpid()}"
    try:
        group.mkdir()
        (group / ("memory.max" if unified else "memory.limit_in_bytes")).write_text(str(bytes_granted))
    except OSError as error:
        if group.exists():
            group.rmdir()
        pytest.skip(f"no control group can be made here: {error}")
    try:
        yield group / "cgroup.procs"
    finally:
        group.rmdir()


def test_a_container_decides_how_much_memory_there_is(tmp_path):
    with control_group(2 << 30) as members:
        enter = ("sh", "-c", f'echo $$ > {members} && exec "$@"', "sh")
        with Server(tmp_path / "data", "--metrics-listen", "127.0.0.1:0", wrapper=enter) as server:
            found = samples(server)
            assert value(found, "matiane_max_memory_bytes") == (2 << 30) // 5 * 4
            assert server.stop() == 0
