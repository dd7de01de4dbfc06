"""Acknowledged writes beside Redis and SQLite, all of them durable; starts and checkpoints of a large archive.

Every writer has one write of about 2 KB under way. The load comes from a client in C on one thread with a connection a writer,
h2load for us and redis-benchmark for Redis, beside the server on the same cores; SQLite has no client at all, its writers are
threads of this program. Redis and SQLite store the record; we also check it, find its words and answer with the article. Where there
are many writers the processor is what bounds a rate, and so what a write takes of it, server and load apart, says how far from there.
"""

import json
import os
import re
import resource
import shutil
import sqlite3
import statistics
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from processes import Process, free_port, table, wait_for_port

WRITERS = [1, 16, 128]
SECONDS = float(os.environ.get("MATIANE_STORE_SECONDS") or 5)
ARTICLES = int(os.environ.get("MATIANE_STORE_ARTICLES") or 100_000)
ROUNDS = 2
# A p99 scatters: the ratio of two is told as the median of several.
CHECKPOINT_ROUNDS = int(os.environ.get("MATIANE_STORE_CHECKPOINTS") or 5)
TEXT = "The council met on Tuesday to decide about the bridge, and could not agree on its colour. "


def run(bin_dir, corpora):
    # All on one disk, that of the working directory: /tmp may be memory.
    with tempfile.TemporaryDirectory(dir=".build") as scratch:
        writes(bin_dir, Path(scratch))
        if ARTICLES:
            large(bin_dir, corpora, Path(scratch))


def writes(bin_dir, scratch):
    measured = {"matiane-server": measure_matiane, "SQLite, WAL, synchronous=FULL": measure_sqlite}
    if shutil.which("redis-server"):
        measured["Redis, appendfsync always"] = measure_redis
    else:
        print("\n(no redis-server here: apt-get install redis-server)")
    # In turn, several times, for the disk's mood changes.
    found = {name: [[] for _ in WRITERS] for name in measured}
    for round_number in range(ROUNDS):
        for name, measure in measured.items():
            folder = scratch / f"{round_number}-{name.split(',')[0]}"
            folder.mkdir()
            for place, figures in enumerate(measure(bin_dir, folder)):
                found[name][place].append(figures)
            shutil.rmtree(folder)
    best = {name: [max(each) for each in rounds] for name, rounds in found.items()}
    rows = [[name] + [f"{rate:,.0f}" for rate, _ in figures] for name, figures in best.items()]
    ours = best["matiane-server"]
    for name, figures in best.items():
        if name != "matiane-server":
            rows.append([f"**ratio to {name.split(',')[0]}**"] + [f"{a / b:.2f}" for (a, _), (b, _) in zip(ours, figures)])
    for name, figures in best.items():
        rows.append([f"processor µs a write, server + load: {name.split(',')[0]}"] + [
            " + ".join(f"{part * 1e6:.0f}" for part in parts) for _, parts in figures])
    table("Store: durable writes of 2 KB, acknowledged writes/s", ["writers"] + [str(w) for w in WRITERS], rows)


def loading():
    """The processor time of the load generators that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def field(number, content):
    """One length-delimited field."""
    content = content.encode() if isinstance(content, str) else content
    size, length = b"", len(content)
    while length > 0x7F:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return bytes([number << 3 | 2]) + size + bytes([length]) + content


def create_request():
    """A CreateArticleRequest of about 2 KB without a name: the server chooses one each time."""
    article = field(6, "en") + field(9, "Council divided over the colour of a bridge")
    for _ in range(10):
        article += field(12, field(1, field(1, TEXT * 2)))
    message = field(1, article)
    return b"\0" + struct.pack(">I", len(message)) + message


def h2load(port, path, body, clients, *flags):
    done = subprocess.run(
        ["h2load", "-c", str(clients), "-m", "1", "-t", "1", "-d", body, "-H", "content-type: application/grpc",
         "-H", "te: trailers", *flags, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True)
    counts = re.search(r" (\d+) succeeded, 0 failed, 0 errored", done.stdout)
    if not counts:
        raise SystemExit(f"benchmark: h2load failed:\n{done.stdout}{done.stderr}")
    rate = float(re.search(r"finished in [\d.]+[mu]?s, ([\d.]+) req/s", done.stdout).group(1))
    content = int(re.search(r"\((\d+)\) data", done.stdout).group(1))
    return rate, int(counts.group(1)), content


def serve(bin_dir, folder, *flags):
    return Process([str(bin_dir / "matiane-server"), "--data-dir", str(folder), "--listen", "127.0.0.1:0", *flags],
                   ready=r"serving on \S+:(\d+)")


def measure_matiane(bin_dir, folder):
    """h2load takes every answer for a success that is HTTP 200, as refusals of gRPC are: so what it saw is held against the archive."""
    body = folder / "request"
    body.write_bytes(create_request())
    rates = []
    with serve(bin_dir, folder / "data") as server:
        for writers in WRITERS:
            create = (server.found.group(1), "/matiane.v1.ArticleService/CreateArticle", str(body), writers)
            h2load(*create, "-D", "1")  # to warm up
            before = count(bin_dir, server)
            served, loaded = server.cpu_seconds(), loading()
            rate, answered, _ = h2load(*create, "-D", str(int(SECONDS)))
            parts = (server.cpu_seconds() - served) / answered, (loading() - loaded) / answered
            written = count(bin_dir, server) - before
            # What is under way at the end is written and not counted.
            if not answered <= written <= answered + writers:
                raise SystemExit(f"benchmark: h2load saw {answered} answers of {writers} writers, {written} articles were written")
            rates.append((rate, parts))
    return rates


def measure_redis(_bin_dir, folder):
    port = free_port()
    command = ["redis-server", "--port", str(port), "--dir", str(folder), "--save", "", "--appendonly", "yes",
               "--appendfsync", "always"]
    with Process(command) as server:
        wait_for_port(port)
        rates = []
        for writers in WRITERS:
            count = 1000
            while True:
                served, loaded = server.cpu_seconds(), loading()
                done = subprocess.run(
                    ["redis-benchmark", "-p", str(port), "-c", str(writers), "-n", str(count), "-d", "2048",
                     "-r", "1000000", "-t", "set", "--csv"], capture_output=True, text=True, check=True)
                rate = float(done.stdout.splitlines()[-1].split(",")[1].strip('"'))
                if count / rate > SECONDS / 2:
                    break
                count = int(rate * SECONDS) + 1
            rates.append((rate, ((server.cpu_seconds() - served) / count, (loading() - loaded) / count)))
        return rates


def measure_sqlite(_bin_dir, folder):
    """Each write a transaction of its own; the writers take turns, which suits SQLite better than contending."""
    path = folder / "db"
    setup = sqlite3.connect(path)
    setup.execute("PRAGMA journal_mode=WAL")
    setup.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, content BLOB)")
    setup.close()
    record = (TEXT * 24)[:2048].encode()
    rates = []
    for writers in WRITERS:
        done, turn, end = [0], threading.Lock(), time.monotonic() + SECONDS
        used = time.process_time()

        def write():
            connection = sqlite3.connect(path, isolation_level=None, timeout=60)
            connection.execute("PRAGMA synchronous=FULL")
            while time.monotonic() < end:
                with turn:
                    connection.execute("INSERT INTO article (content) VALUES (?)", (record,))
                    done[0] += 1
            connection.close()

        threads = [threading.Thread(target=write) for _ in range(writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        rates.append((done[0] / SECONDS, ((time.process_time() - used) / done[0],)))
    return rates


def large(bin_dir, corpora, scratch):
    script = corpora / "scale_corpus.py"
    if not script.exists():
        print(f"\n(no corpus at {script}: starts and checkpoints are left out)")
        return
    corpus = Path(os.environ.get("MATIANE_STORE_CORPUS") or scratch / "corpus.jsonl")
    if not corpus.exists():
        with open(corpus, "w") as out:
            subprocess.run(["python3", str(script), str(ARTICLES)], stdout=out, check=True)
    data = scratch / "large"
    # A checkpoint writes everything only once: each round fills an archive of its own.
    rounds = []
    for _ in range(CHECKPOINT_ROUNDS):
        shutil.rmtree(data, ignore_errors=True)
        rounds.append(checkpoints(bin_dir, corpus, data, scratch))
    articles, size, seconds, calm, busy, again = zip(*rounds)
    ratios = sorted(during[1] / before[1] for before, during in zip(calm, busy))
    rows = [["first checkpoint, paced (--checkpoint-rate-mb 128), median",
             f"{statistics.median(seconds):.1f} s for {size[-1] >> 20:,} MiB"],
            ["GetArticle p50 / p99, 4 callers, without a checkpoint", "{:,.0f} / {:,.0f} µs".format(*middle(calm))],
            ["GetArticle p50 / p99, 4 callers, during it", "{:,.0f} / {:,.0f} µs".format(*middle(busy))],
            [f"**ratio of p99**, median of {CHECKPOINT_ROUNDS} rounds (lowest to highest)",
             f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"],
            ["checkpoint when nothing changed, median", f"{statistics.median(again) * 1000:,.0f} ms"]]
    articles = articles[-1]
    starts = []
    for _ in range(3):
        with serve(bin_dir, data) as server:
            starts.append(server.seconds_to_ready)
            server.child.kill()
    rows += [["start from the snapshot until serving (best of 3)", f"{min(starts) * 1000:,.0f} ms"],
             ["the same per million articles", f"{min(starts) * 1e6 / articles:.2f} s"]]
    table(f"Store: an archive of {articles:,} articles", ["what", "figure"], rows)


def checkpoints(bin_dir, corpus, data, scratch):
    """Articles, bytes and seconds of a first checkpoint, the percentiles of reads before and during it, and the seconds of a second one."""
    with serve(bin_dir, data, "--checkpoint-mb", "0", "--checkpoint-every", "0s", "--max-memory", "0") as server:
        matiane(bin_dir, server, "import", "--create-categories", "--quiet", str(corpus))
        articles = count(bin_dir, server)
        name = first_name(bin_dir, server)
        calm = middle([percentiles(server, name, scratch, 2) for _ in range(3)])
        began = time.monotonic()
        took, busy = [], []

        def checkpoint():
            matiane(bin_dir, server, "snapshot", "create")
            took.append(time.monotonic() - began)

        writer = threading.Thread(target=checkpoint)
        writer.start()
        while not busy or writer.is_alive():
            busy.append(percentiles(server, name, scratch, 2))
        writer.join()
        # In the last of several the checkpoint ended.
        busy = middle(busy[:-1] or busy)
        size = sum(p.stat().st_size for p in (data / "snapshots").rglob("*") if p.is_file())
        began = time.monotonic()
        matiane(bin_dir, server, "snapshot", "create")
        return articles, size, took[0], calm, busy, time.monotonic() - began


def percentiles(server, name, scratch, seconds):
    """p50 and p99 of GetArticle in µs, as four callers see them."""
    message = field(1, name)
    body, log = scratch / "get", scratch / f"log-{time.monotonic_ns()}"
    body.write_bytes(b"\0" + struct.pack(">I", len(message)) + message)
    # 2,000 calls a second: a load that leaves room, for a full one would measure the queue.
    get = (server.found.group(1), "/matiane.v1.ArticleService/GetArticle", str(body))
    _, _, one = h2load(*get, 1, "-n", "1")
    _, calls, content = h2load(*get, 4, "-n", str(2000 * seconds), "--rps", "500", f"--log-file={log}")
    # A refusal has no content.
    if one == 0 or content != one * calls:
        raise SystemExit(f"benchmark: expected {calls} articles of {one} bytes, found {content} bytes")
    times = sorted(int(line.split("\t")[2]) for line in log.read_text().splitlines())
    return times[len(times) // 2], times[len(times) * 99 // 100]


def middle(pairs):
    """The median of each of two figures; a single measurement of p99 differs by a half from the next."""
    return tuple(sorted(each)[len(each) // 2] for each in zip(*pairs))


def matiane(bin_dir, server, *arguments):
    done = subprocess.run(
        [str(bin_dir / "matiane"), "--server", f"127.0.0.1:{server.found.group(1)}", "--timeout", "30m", *arguments],
        capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"benchmark: matiane {arguments[0]}: {done.stderr}")
    return done.stdout


def count(bin_dir, server):
    return int(json.loads(matiane(bin_dir, server, "server-info", "-o", "json"))["stats"]["articleCount"])


def first_name(bin_dir, server):
    return json.loads(matiane(bin_dir, server, "list", "--limit", "1", "-o", "jsonl").splitlines()[0])["name"]
