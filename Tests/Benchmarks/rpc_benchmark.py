"""Unary GetArticle of a 2 KB article, beside nghttpd serving a static file of that size: requests/s and CPU a call."""

import json
import os
import re
import struct
import subprocess
import tempfile
from pathlib import Path

from processes import Process, free_port, table, wait_for_port

SHAPES = [(1, 1), (1, 100), (8, 10), (64, 10)]  # connections × streams
ROUNDS = 3


def article():
    """An article whose encoding is about 2 KB."""
    text = "The council met on Tuesday to decide about the bridge, and could not agree on its colour. "
    return {
        "name": "articles/bench", "language": "en", "title": "Council divided over the colour of a bridge",
        "summary": "A long meeting, a short result.", "url": "https://chronicle.example/2025/bench",
        "publishTime": "2025-03-03T08:30:00Z", "tags": ["bridge", "council"],
        "authors": [{"name": "Lela Maisaia", "role": "reporter"}],
        "blocks": [{"paragraph": {"text": text * 2}} for _ in range(9)],
    }


def load(port, path, connections, streams, body=None):
    """Runs h2load on the last core; returns requests/s and the number of requests."""
    count = 30_000 if connections * streams == 1 else 300_000
    command = [
        "taskset", "-c", str(os.cpu_count() - 1), "h2load", "-n", str(count), "-c", str(connections),
        "-m", str(streams), "-t", "1"]
    if body:
        command += ["-d", body, "-H", "content-type: application/grpc", "-H", "te: trailers"]
    done = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True)
    finished = re.search(r"finished in [\d.]+m?s, ([\d.]+) req/s", done.stdout)
    succeeded = int(re.search(r"(\d+) succeeded", done.stdout).group(1))
    if not finished or succeeded != count:
        raise SystemExit(f"benchmark: h2load failed:\n{done.stdout}{done.stderr}")
    return float(finished.group(1)), count


def measure(server, port, path, body=None):
    """For each shape the median of some rounds: (requests/s, CPU µs a call)."""
    results = []
    for connections, streams in SHAPES:
        rounds = []
        for _ in range(ROUNDS):
            before = server.cpu_seconds()
            rate, count = load(port, path, connections, streams, body)
            rounds.append((rate, (server.cpu_seconds() - before) / count * 1e6))
        results.append(sorted(rounds)[len(rounds) // 2])
    return results


def run(bin_dir, _corpora):
    with tempfile.TemporaryDirectory() as scratch:
        ours = measure_matiane(bin_dir, Path(scratch))
        peer = measure_nghttpd(Path(scratch))
    heading = ["server"] + [f"{c} × {s}" for c, s in SHAPES] + ["CPU µs/call (8 × 10)"]
    rows = [
        [name] + [f"{rate:,.0f}" for rate, _ in results] + [f"{results[2][1]:.2f}"]
        for name, results in (("matiane-server GetArticle", ours), ("nghttpd, static file", peer))
    ]
    ratios = [f"{a[0] / b[0]:.2f}" for a, b in zip(ours, peer)] + [f"{ours[2][1] / peer[2][1]:.2f}"]
    table("RPC: unary call, 2 KB answer, one core; requests/s", heading, rows + [["**ratio**"] + ratios])


def measure_matiane(bin_dir, scratch):
    command = [str(bin_dir / "matiane-server"), "--data-dir", str(scratch / "data"), "--listen", "127.0.0.1:0",
               "--threads", "1"]
    with Process(command, core=0, ready=r"serving on \S+:(\d+)") as server:
        port = server.found.group(1)
        imported = subprocess.run(
            [str(bin_dir / "matiane"), "--server", f"127.0.0.1:{port}", "import", "-"],
            input=json.dumps(article()), text=True, capture_output=True)
        if imported.returncode != 0:
            raise SystemExit(f"benchmark: {imported.stderr}")
        name = b"articles/bench"
        message = b"\x0a" + bytes([len(name)]) + name
        body = scratch / "request"
        body.write_bytes(b"\0" + struct.pack(">I", len(message)) + message)
        return measure(server, port, "/matiane.v1.ArticleService/GetArticle", str(body))


def measure_nghttpd(scratch):
    (scratch / "www").mkdir()
    (scratch / "www" / "file").write_bytes(b"x" * 2048)
    body = scratch / "post"
    body.write_bytes(b"\0\0\0\0\x10" + b"x" * 16)
    port = free_port()
    command = ["nghttpd", "--no-tls", "-n", "1", "-d", str(scratch / "www"), str(port)]
    with Process(command, core=0) as server:
        wait_for_port(port)
        return measure(server, port, "/file", str(body))
