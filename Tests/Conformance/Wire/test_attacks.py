"""Published attacks, in bounded counts: the offender is closed with the right code, others are served meanwhile, and
the server's memory stays where it was."""

import resource
import socket
import threading
import time

import pytest
from frames import *
from grpc_calls import *
from peer import PATIENCE, Ended, Peer

MIB = 1024 * 1024


@pytest.fixture
def bystander(server):
    """An honest client that keeps asking beside the attack; every question has to be answered."""
    stop, failures, asked = threading.Event(), [], [0]
    peer = Peer(server.target)

    def ask():
        try:
            while not stop.is_set():
                check(peer, 2 * asked[0] + 1)
                asked[0] += 1
                peer.responses.clear()
                peer.ended.clear()
                stop.wait(0.005)
        except BaseException as failure:  # noqa: BLE001 - told to the test's thread
            failures.append(failure)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    yield peer
    stop.set()
    thread.join(PATIENCE)
    peer.socket.close()
    assert not failures, failures
    assert asked[0] > 0, "the honest client was never answered"


@pytest.fixture
def bounded(server):
    """Asserts that the server's memory does not grow by more than some MiB."""
    def resident():
        if server.pid is None:
            return 0
        with open(f"/proc/{server.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))

    before = resident()

    def within(mebibytes):
        grown = resident() - before
        assert grown < mebibytes * MIB, f"the server grew by {grown // MIB} MiB"
    return within


def flood(peer, pieces, codes=(ENHANCE_YOUR_CALM,)):
    """Sends pieces until the server has had enough; asserts how it says so."""
    done = threading.Event()

    def send():
        for piece in pieces:
            if done.is_set():
                return
            try:
                peer.socket.sendall(piece)
            except OSError:
                return

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    try:
        peer.closed_with(*codes)
    finally:
        done.set()
        peer.socket.close()
        sender.join(PATIENCE)


def batches(make, count, size=50):
    """`make(index)` for all indices, joined in batches."""
    for start in range(0, count, size):
        yield b"".join(make(index) for index in range(start, start + size))


CALL = block(head(CHECK))
WATCHING = block(head(WATCH))


# Resets


@pytest.mark.parametrize("fields", [CALL, WATCHING, block(request())], ids=["unary", "streaming", "no gRPC"])
def test_rapid_reset(dial, bystander, bounded, fields):
    """CVE-2023-44487."""
    def attack(index):
        stream = 2 * index + 1
        return (frame(HEADERS, END_HEADERS, stream, fields) + frame(DATA, 0, stream, message())
                + frame(RST_STREAM, 0, stream, u32(CANCEL)))
    flood(dial(), batches(attack, 20_000))
    bounded(64)


def faults(stream):
    """Ways to make the server reset a stream (CVE-2025-8671), each behind a call that has begun."""
    return {
        "window overflow": frame(WINDOW_UPDATE, 0, stream, u32(0x7FFFFFFF)),
        "increment of zero": frame(WINDOW_UPDATE, 0, stream, u32(0)),
        "a lie about the length": frame(DATA, END_STREAM, stream, b"1234567"),
        "trailers without an end": frame(HEADERS, END_HEADERS, stream, block([("x", "y")])),
        "malformed trailers": frame(HEADERS, END_HEADERS | END_STREAM, stream, block([(":path", "/")])),
        "DATA after the end": frame(DATA, END_STREAM, stream, message()) + frame(DATA, 0, stream, b"x"),
        "HEADERS after the end": frame(DATA, END_STREAM, stream, message()) + frame(HEADERS, 5, stream, CALL),
        "PRIORITY of a wrong length": frame(PRIORITY, 0, stream, b"1234"),
        "PRIORITY on itself": frame(PRIORITY, 0, stream, u32(stream) + b"\x0f"),
    }


@pytest.mark.parametrize("fault", faults(1).keys())
@pytest.mark.parametrize("path", [CHECK, WATCH])
def test_made_you_reset(dial, bystander, bounded, path, fault):
    fields = block(head(path) + ([("content-length", "5")] if fault == "a lie about the length" else []))
    first = b"" if fault == "a lie about the length" else message()

    def attack(index):
        stream = 2 * index + 1
        return frame(HEADERS, END_HEADERS, stream, fields) + frame(DATA, 0, stream, first) + faults(stream)[fault]
    flood(dial(), batches(attack, 10_000),
          (ENHANCE_YOUR_CALM, PROTOCOL_ERROR, STREAM_CLOSED, FRAME_SIZE_ERROR, FLOW_CONTROL_ERROR))
    bounded(64)


def test_an_honest_client_may_cancel_much(dial):
    """Every second of its calls, thousands of them: what it lets us answer counts for it."""
    peer = dial()
    peer.send(WINDOW_UPDATE, payload=u32(1 << 24))
    for index in range(3000):
        stream = 2 * index + 1
        peer.send_raw(frame(HEADERS, END_HEADERS, stream, WATCHING if index % 2 else CALL)
                      + frame(DATA, END_STREAM, stream, message()))
        if index % 2:
            peer.send(RST_STREAM, stream=stream, payload=u32(CANCEL))
        elif index % 100 == 0:
            peer.response(stream)
    assert peer.is_alive() and peer.goaway is None
    assert check(peer, 10_001)


def test_thousands_of_short_calls_are_all_answered(dial):
    peer = dial()
    peer.send(WINDOW_UPDATE, payload=u32(1 << 24))
    for start in range(0, 10_000, 500):
        peer.send_raw(b"".join(
            frame(HEADERS, END_HEADERS, 2 * index + 1, CALL) + frame(DATA, END_STREAM, 2 * index + 1, message())
            for index in range(start, start + 500)))
        for index in range(start, start + 500):
            assert peer.response(2 * index + 1).grpc_status == OK
    assert peer.goaway is None


# Floods


def endless_header_block(piece):
    yield frame(HEADERS, END_STREAM, 1, block(request()))
    for _ in range(2000):
        yield frame(CONTINUATION, 0, 1, piece) * 10


@pytest.mark.parametrize("piece", [b"", literal("x", "y"), literal("x-fill", "a" * 16000)], ids=["empty", "small", "large"])
def test_continuation_flood(dial, bystander, bounded, piece):
    """CVE-2024-27316."""
    flood(dial(), endless_header_block(piece))
    bounded(16)


FLOODS = {
    "PING": frame(PING, payload=b"12345678"),
    "SETTINGS": frame(SETTINGS),
    "SETTINGS that change": frame(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 1)] * 20)),
    "PRIORITY": frame(PRIORITY, 0, 7, u32(0) + b"\x0f"),
    "WINDOW_UPDATE": frame(WINDOW_UPDATE, 0, 0, u32(1)),
    "RST_STREAM": frame(RST_STREAM, 0, 1, u32(CANCEL)),
    "empty DATA": frame(DATA, 0, 1),
    "DATA of padding": frame(DATA, PADDED, 1, b"\xff" + bytes(255)),
}


@pytest.mark.parametrize("piece", FLOODS.values(), ids=FLOODS.keys())
def test_frame_flood(dial, bystander, bounded, piece):
    peer = dial()
    peer.headers(1, head(CHAT), end_stream=False)
    flood(peer, (piece * 100 for _ in range(1000)))
    bounded(16)


@pytest.mark.parametrize("piece", [FLOODS["PING"], FLOODS["SETTINGS"]], ids=["PING", "SETTINGS"])
def test_flood_by_a_client_that_reads_nothing(server, bystander, bounded, piece):
    """The answers must not be hoarded (CVE-2019-9512, CVE-2019-9515)."""
    peer = Peer(server.target)
    peer.socket.settimeout(PATIENCE)
    with pytest.raises(OSError):
        while True:  # what the server drops while it closes has to be used up first
            peer.socket.sendall(piece * 100)
    bounded(16)


def test_pings_at_a_legal_rate_are_answered(dial):
    peer = dial()
    for _ in range(500):
        assert peer.is_alive()
    assert check(peer, 1)


# Header bombs


def test_hpack_bomb(dial, bystander, bounded):
    """A few hundred bytes that name one large entry of the table again and again."""
    peer = dial()
    entry = literal("x-bomb", "a" * 3900, 0x40)
    peer.headers(1, block(head(CHECK)) + entry)
    assert peer.response(1).grpc_status is not None
    for index in range(1, 30):
        peer.headers(2 * index + 1, block(head(CHECK)) + b"\xbe" * 60)
        assert peer.response(2 * index + 1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 101)
    bounded(16)


def test_hpack_bomb_that_is_not_worth_decoding(dial, bystander, bounded):
    """A gigabyte in 250 KiB: decoding it would take the time that others wait for."""
    for _ in range(30):
        peer = dial()
        first = frame(HEADERS, 5, 1, block(head(CHECK)) + literal("x-bomb", "a" * 3900, 0x40))
        rest = [frame(CONTINUATION, 0, 3, b"\xbe" * 16000) for _ in range(15)]
        flood(peer, [first, frame(HEADERS, 0, 3, block(head(CHECK))), *rest])
    bounded(16)


def test_endless_hpack_bombs(dial, bystander, bounded):
    peer = dial()
    first = frame(HEADERS, 5, 1, block(head(CHECK)) + literal("x-bomb", "a" * 3900, 0x40))
    bomb = block(head(CHECK)) + b"\xbe" * 16000
    flood(peer, [first, *(frame(HEADERS, 5, 2 * index + 3, bomb) for index in range(2000))])
    bounded(16)


# Bombs and lies in messages


@pytest.mark.parametrize("announced", [64 * MIB, 1000])
@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_decompression_bombs_cost_no_memory(dial, bystander, bounded, path, announced):
    """Whether they say at their end what they come to, or lie."""
    peer = dial()
    bomb = message(gzip(bytes(64 * MIB))[:-4] + announced.to_bytes(4, "little"), flag=1)
    for index in range(3):
        peer.headers(2 * index + 1, head(path, ("grpc-encoding", "gzip")), end_stream=False)
        for offset in range(0, len(bomb), 16384):
            peer.data(2 * index + 1, bomb[offset : offset + 16384], end_stream=offset + 16384 >= len(bomb))
        assert peer.response(2 * index + 1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 1001)
    bounded(32)


def test_many_small_bombs_in_one_stream_are_inflated_one_by_one(dial, bystander, bounded):
    """Each is within the limit; all of them together, inflated, would be 256 MiB."""
    peer = dial()
    bomb = message(gzip(field(15, bytes(4 * MIB - 16))), flag=1)
    peer.headers(1, head(CHAT, ("grpc-encoding", "gzip")), end_stream=False)
    for _ in range(64):
        for offset in range(0, len(bomb), 16384):
            peer.data(1, bomb[offset : offset + 16384], end_stream=False)
        while peer.window < 65536 and 1 not in peer.ended:
            peer.read_frame()
    peer.send(RST_STREAM, stream=1, payload=u32(CANCEL))
    assert peer.is_alive()
    bounded(64)


@pytest.mark.parametrize("length", [4 * MIB, 4 * MIB - 1, 1000])
def test_prefixes_that_promise_more_than_comes_reserve_nothing(dial, bystander, bounded, length):
    peer = dial()
    for index in range(900):
        peer.headers(2 * index + 1, head(CHECK), end_stream=False)
        peer.data(2 * index + 1, message(b"a" * 10, length=length), end_stream=False)
    assert peer.is_alive()
    bounded(16)
    for index in range(900):
        peer.data(2 * index + 1)
    assert all(peer.response(2 * index + 1).grpc_status == INTERNAL for index in range(900))


def test_prefixes_that_promise_gigabytes_are_refused_at_once(dial, bystander, bounded):
    peer = dial()
    for index in range(500):
        peer.headers(2 * index + 1, head(CHAT), end_stream=False)
        peer.data(2 * index + 1, message(b"a", length=0xFFFFFFFF), end_stream=False)
        assert peer.response(2 * index + 1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 1001)
    bounded(16)


# Slow readers


def test_zero_window_readers(server, bystander, bounded):
    """Ten clients with all the calls they may have, which let nothing be sent to them."""
    peers = [Peer(server.target, initial=[(INITIAL_WINDOW_SIZE, 0)]) for _ in range(10)]
    for peer in peers:
        for index in range(900):
            peer.headers(2 * index + 1, head(CHAT), end_stream=False)
            peer.data(2 * index + 1, message(LIST_SERVICES))
        assert peer.is_alive()
    bounded(192)
    for peer in peers:
        assert peer.goaway is None
        peer.socket.close()


def test_readers_of_one_byte_at_a_time(server, bystander, bounded):
    peers = [Peer(server.target, initial=[(INITIAL_WINDOW_SIZE, 1)]) for _ in range(10)]
    for peer in peers:
        peer.headers(1, head(CHAT), end_stream=False)
        peer.data(1, message(LIST_SERVICES))
    for peer in peers:
        while 1 not in peer.ended:
            if peer.read_frame().type == DATA:
                peer.send(WINDOW_UPDATE, stream=1, payload=u32(1))
        assert peer.response(1).grpc_status == OK
        peer.socket.close()
    bounded(16)


def test_large_requests_that_are_never_complete(dial, bystander, bounded):
    """A thousand on one connection, each as far as the server's windows let it go."""
    peer = dial()
    room = {}

    def note(received):
        if received.type == WINDOW_UPDATE and received.stream in room:
            room[received.stream] += int.from_bytes(received.payload, "big")
        return True

    def fill(stream):
        while room[stream] > 0 and sent[stream] < 256 * 1024:
            while peer.window <= 0:
                peer.until(note, "more of the connection's window")
            size = min(16384, room[stream], peer.window)
            peer.data(stream, bytes(size), end_stream=False)
            room[stream] -= size
            sent[stream] += size

    sent = {}
    for start in range(0, peer.server_settings[MAX_CONCURRENT_STREAMS], 20):
        streams = [2 * index + 1 for index in range(start, start + 20)]
        for stream in streams:
            room[stream], sent[stream] = peer.server_settings[INITIAL_WINDOW_SIZE] - 5, 5
            peer.headers(stream, head(CHECK), end_stream=False)
            peer.data(stream, b"\0" + u32(4 * MIB), end_stream=False)
        for _ in range(3):
            for stream in streams:
                fill(stream)
            token = u32(start) * 2
            peer.send(PING, payload=token)
            peer.until(lambda f: note(f) and f.type == PING and f.payload == token, "the PING's answer")
    assert sum(sent.values()) > 32 * MIB, "the server took next to nothing"
    bounded(128)


# Crowds


@pytest.mark.parametrize("said", ["nothing", "a preface", "a call"])
def test_a_crowd_of_connections_that_come_and_go(server, bystander, bounded, said):
    host, port = server.target.rsplit(":", 1)
    call = frame(HEADERS, END_HEADERS, 1, CALL) + frame(DATA, END_STREAM, 1, message())
    words = {"nothing": b"", "a preface": MAGIC + frame(SETTINGS), "a call": MAGIC + frame(SETTINGS) + call}
    for _ in range(1000):
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
            connection.sendall(words[said])
            if said == "a call":
                connection.recv(65536)
    bounded(32)


# Slow and idle connections


def test_ten_thousand_idle_connections(server, bounded):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(10_000, hard - 200)
    host, port = server.target.rsplit(":", 1)
    idle = []
    try:
        for _ in range(count):
            idle.append(socket.create_connection((host, int(port)), timeout=PATIENCE))
            idle[-1].sendall(MAGIC + frame(SETTINGS))
        with Peer(server.target) as peer:
            assert check(peer, 1)
        for connection in idle:
            assert len(connection.recv(9, socket.MSG_PEEK)) > 0, "an idle connection was closed"
        bounded(count * 32 // 1024 + 16)
    finally:
        for connection in idle:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def trickle(pieces, interval):
    """Sends pieces one after the other, slowly."""
    def send(connection):
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(interval)
    return send


STALLS = {
    "nothing at all": trickle([], 1),
    "half a preface": trickle([MAGIC[:10]], 1),
    "a preface byte by byte": trickle([bytes([byte]) for byte in MAGIC + frame(SETTINGS)], 1),
    "no SETTINGS": trickle([MAGIC], 1),
    "half a frame header": trickle([MAGIC + frame(SETTINGS) + frame(HEADERS, 5, 1, CALL)[:5]], 1),
    "half a header block": trickle([MAGIC + frame(SETTINGS) + frame(HEADERS, 1, 1, CALL)], 1),
    "a header block in a trickle": trickle(
        [MAGIC + frame(SETTINGS) + frame(HEADERS, 1, 1, CALL)] + [frame(CONTINUATION, 0, 1, b"")] * 60, 0.5),
    "half a message's frame": trickle(
        [MAGIC + frame(SETTINGS), frame(HEADERS, 4, 1, CALL), frame(DATA, 0, 1, bytes(100))[:50]], 0.5),
}


@pytest.mark.slow
def test_connections_that_stall_are_dropped_within_25_seconds(server, bystander):
    host, port = server.target.rsplit(":", 1)
    ended = {}

    def stall(name, send):
        began = time.monotonic()
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            trickling = threading.Thread(target=lambda: quietly(send, connection), daemon=True)
            trickling.start()
            try:
                while connection.recv(65536):
                    pass
            except OSError:
                pass
            ended[name] = time.monotonic() - began

    def quietly(send, connection):
        try:
            send(connection)
        except OSError:
            pass

    threads = [threading.Thread(target=stall, args=item, daemon=True) for item in STALLS.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert set(ended) == set(STALLS), f"still open: {set(STALLS) - set(ended)}"
    assert all(seconds < 25 for seconds in ended.values()), ended
