"""Import, search latency, start from a snapshot and memory over the headlines corpus."""

import gzip
import re
import subprocess
import tempfile
import time
from pathlib import Path

from processes import Process, table


def run(bin_dir, corpora):
    corpus = corpora / "headlines" / "docs.jsonl.gz"
    queries = corpora / "queries" / "headlines.jsonl"
    if not corpus.exists():
        print(f"\n(no corpus at {corpus}: the archive benchmark is left out)")
        return
    with gzip.open(corpus) as lines:
        articles = sum(1 for _ in lines)
    with tempfile.TemporaryDirectory() as scratch:
        serve = [str(bin_dir / "matiane-server"), "--data-dir", str(Path(scratch) / "data"), "--listen", "127.0.0.1:0"]
        with Process(serve, ready=r"serving on (\S+)") as server:
            empty = server.resident_bytes()
            began, cpu = time.monotonic(), server.cpu_seconds()
            matiane(bin_dir, server, "import", "--create-categories", "--quiet", str(corpus))
            seconds, cpu = time.monotonic() - began, server.cpu_seconds() - cpu
            imported = server.resident_bytes()
            matiane(bin_dir, server, "snapshot", "create")
        with Process(serve, ready=r"serving on (\S+)") as server:
            started = server.seconds_to_ready
            mapped = server.resident_bytes()
            wait_until_at_rest(server)
            latencies = measure_search(bin_dir, server, queries)
    table(f"Archive: {articles:,} headlines", ["what", "figure"], [
        ["import over the network, every article durable", f"{articles / seconds:,.0f} articles/s"],
        ["server CPU of the import", f"{cpu / articles * 1e6:,.0f} µs/article"],
        ["start from a snapshot until serving", f"{started * 1000:,.0f} ms"],
        ["memory after the import", f"{(imported - empty) / articles:,.0f} B/article"],
        ["memory after a start from the snapshot", f"{(mapped - empty) / articles:,.0f} B/article"],
    ])
    table("Search over the network at rest, one caller, top 10; µs", ["class", "queries", "p50", "p95", "p99"], latencies)


def matiane(bin_dir, server, *arguments):
    done = subprocess.run(
        [str(bin_dir / "matiane"), "--server", server.found.group(1), "--timeout", "10m", *arguments],
        capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"benchmark: matiane {arguments[0]}: {done.stderr}")


def wait_until_at_rest(server):
    """Waits out the merges that begin when nobody has written for a second: until a second takes next to no time of the CPU."""
    time.sleep(1.5)
    before = None
    while before is None or server.cpu_seconds() - before > 0.02:
        before = server.cpu_seconds()
        time.sleep(1)


def measure_search(bin_dir, server, queries):
    """Rows of class, count and percentiles, as `search-latency` prints them."""
    done = subprocess.run(
        [str(bin_dir / "search-latency"), server.found.group(1), str(queries)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"benchmark: {done.stderr}")
    return [re.split(r"\t", line) for line in done.stdout.splitlines()]
