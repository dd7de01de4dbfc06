"""The RPC path beside its peers, each server on one core and the load on another, in one run.

Every server answers the same article of 2 KB, built from its fields for each call (nghttpd: a file of that size).
"""

import contextlib
import re
import resource
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from h2load import LOAD_CORE, load
from idle_http2 import IdleConnection
from processes import table
from rpc_servers import cpp_programs, start_all

SHAPES = [(1, 1), (1, 100), (8, 10), (64, 10)]  # connections × streams
CLIENT_SHAPES = [(1, 1), (1, 100), (8, 10)]
ROUNDS = 9
IDLE = 1000


def run(bin_dir, _corpora):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as stack:
        servers = start_all(bin_dir, Path(scratch), stack)
        print_idle(servers)
        print_calls(servers)
        print_streaming([server for server in servers if server.streaming_body])
        print_clients(bin_dir, servers[0])


def print_calls(servers):
    """Requests/s and CPU a call of every shape, then latencies.

    The servers take turns within a round, so that what disturbs the machine disturbs them all: a ratio is the median of
    those of the rounds.
    """
    rounds = {(server.name, shape): [] for server in servers for shape in SHAPES}
    for _ in range(ROUNDS):
        for shape in SHAPES:
            for server in servers:
                rounds[server.name, shape].append(measured(server, shape))
    shapes = [f"{connections} × {streams}" for connections, streams in SHAPES]
    for title, number, form in (("Unary calls, requests/s (connections × streams)", 0, "{:,.0f}"),
                                ("Unary calls, CPU µs a call", 1, "{:.2f}")):
        print_beside(title, shapes, {
            server.name: [[found[number] for found in rounds[server.name, shape]] for shape in SHAPES]
            for server in servers}, form)
    rows = []
    for server in servers:
        row = [server.name]
        for shape in ((1, 1), (8, 10)):
            run = load(server.target, server.unary, server.unary_body, *shape, seconds=0.5, timed=True)
            row += [f"{run.percentile(0.5)}", f"{run.percentile(0.99)}"]
        rows.append(row)
    table("Unary calls, latency under that load, µs",
          ["server", "1 × 1 p50", "1 × 1 p99", "8 × 10 p50", "8 × 10 p99"], rows)


def measured(server, shape):
    before = server.process.cpu_seconds()
    run = load(server.target, server.unary, server.unary_body, *shape, seconds=0.6)
    return run.rate, (server.process.cpu_seconds() - before) / run.calls * 1e6


def print_beside(title, columns, figures, form):
    """A table of the medians of figures, and of the ratios of the first two servers to every other."""
    rows = [[name] + [form.format(median(found)) for found in row] for name, row in figures.items()]
    names = list(figures)
    for ours in names[:2]:
        for peer in names[2:]:
            ratios = [median([a / b for a, b in zip(*pair)]) for pair in zip(figures[ours], figures[peer])]
            rows.append([f"**{ours.split(',')[0]} ÷ {peer.split(',')[0]}**"] + [f"{ratio:.2f}" for ratio in ratios])
    table(title, ["server"] + columns, rows)


def print_streaming(servers):
    rows = []
    for server in servers:
        before = server.process.cpu_seconds()
        run = load(server.target, server.streaming, server.streaming_body, 4, 4)
        messages = run.content_bytes / message_bytes(server)
        cost = (server.process.cpu_seconds() - before) / messages * 1e6
        rows.append((server.name, messages / run.seconds, cost))
    first = rows[0][1]
    table("Server streaming, messages of 2 KB (4 × 4 streams)", ["server", "messages/s", "CPU µs a message", "ours ÷ it"],
          [[name, f"{rate:,.0f}", f"{cost:.2f}", f"{first / rate:.2f}"] for name, rate, cost in rows])


def message_bytes(server):
    """The bytes of one streamed message on the wire, with its prefix: a stream has a thousand of them."""
    run = subprocess.run(
        ["h2load", "-n", "1", "-d", str(server.streaming_body), "-H", "content-type: application/grpc",
         "-H", "te: trailers", f"http://{server.target}{server.streaming}"], capture_output=True, text=True)
    return int(re.search(r"\((\d+)\) data", run.stdout).group(1)) / 1000


def print_idle(servers):
    rows = []
    for server in servers:
        before = server.process.resident_bytes()
        connections = [IdleConnection(server.port) for _ in range(IDLE)]
        connected = server.process.resident_bytes()
        for connection in connections[:IDLE // 100]:
            connection.open_streams(100, server.idle)
        opened = server.process.resident_bytes()
        for connection in connections:
            connection.close()
        rows.append([server.name, *(f"{size / 2**20:.1f}" for size in (before, connected - before, opened - connected))])
    table("Memory, MiB", ["server", "at start", "for 1,000 idle connections", "for 1,000 idle streams"], rows)


def print_clients(bin_dir, server):
    """Calls/s and CPU a call of the two clients against one server."""
    rates, costs = {}, {}
    for connections, streams in CLIENT_SHAPES:
        calls = 20_000 if connections * streams == 1 else 100_000
        ours = [bin_dir / "rpc-bench-client", "--target", server.target, "--calls", calls,
                "--concurrency", streams, "--channels", connections]
        peer = [cpp_programs() / "grpc-cpp-client", server.target, calls, streams, connections]
        for name, command in (("Matiane's client", ours), ("gRPC C++'s client", peer)):
            command = ["taskset", "-c", str(LOAD_CORE)] + [str(part) for part in command]
            text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            rates.setdefault(name, []).append(float(re.search(r"calls/s (\d+)", text).group(1)))
            costs.setdefault(name, []).append(float(re.search(r"cpu_us/call ([\d.]+)", text).group(1)))
    ours, peer = rates
    rows = []
    for name in rates:
        row = [f"{rate:,.0f} / {cost:.1f}" for rate, cost in zip(rates[name], costs[name])]
        rows.append([name] + row)
    rows.append([f"**{ours} ÷ {peer}**"] + [
        f"{rates[ours][n] / rates[peer][n]:.2f} / {costs[ours][n] / costs[peer][n]:.2f}" for n in range(len(CLIENT_SHAPES))])
    table("Clients against Matiane's stack, calls/s / CPU µs a call (connections × calls in flight)",
          ["client"] + [f"{c} × {s}" for c, s in CLIENT_SHAPES], rows)
