"""Runs a server under mixed load, samples its metrics, and judges them; called by Tests/soak."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path

BIN = Path(os.environ["MATIANE_BIN"])
CALLERS = 16
# Memory may move by this much between the middle and the end: allocators do not give everything back at once.
MEMORY_SLACK = 1.10


def metrics(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        text = answer.read().decode()
    return {name: float(value) for name, value in re.findall(r"^([a-z_]+(?:\{[^}]*\})?) (\S+)$", text, re.M)}


def wait_for(log, pattern, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = re.search(pattern, log.read_text())
        if found:
            return found.group(1)
        time.sleep(0.05)
    raise SystemExit(f"soak: the server did not come up:\n{log.read_text()}")


def total(sample, name):
    return sum(value for key, value in sample.items() if key.split("{")[0] == name)


def descriptors(process):
    """What a process has open, by what it is: sockets, kinds of kernel objects, and files without the numbers in their names."""
    folder, found = Path(f"/proc/{process.pid}/fd"), Counter()
    for entry in folder.iterdir():
        try:
            target = os.readlink(entry)
        except FileNotFoundError:  # closed meanwhile
            continue
        found[re.sub(r"[0-9]+", "N", target)] += 1
    return found


def settled(process, before, seconds=10):
    """What is open more than before, once it is nothing or does not go away."""
    end = time.monotonic() + seconds
    while (left := descriptors(process) - before) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def main():
    seconds = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        server = subprocess.Popen(
            [BIN / "matiane-server", "--data-dir", f"{folder}/data", "--listen", "127.0.0.1:0",
             "--metrics-listen", "127.0.0.1:0", "--checkpoint-mb", "8",
             # What is kept of the past by its age or size reaches its bound within the first half.
             "--watch-history-mb", "2", "--history", "5s"], stderr=log.open("w"))
        try:
            target = wait_for(log, r"serving on (\S+:\d+)")
            url = wait_for(log, r"(http://\S+/metrics)")
            subprocess.run([BIN / "matiane", "--server", target, "import", "--create-categories",
                            "deploy/sample/archive.jsonl"], check=True, capture_output=True)
            while metrics(url)["matiane_connections"]:
                time.sleep(0.1)
            time.sleep(0.5)  # until the one that asked for the metrics is closed, too
            before = descriptors(server)
            load = subprocess.Popen([BIN / "mixed-load", target, str(seconds), str(CALLERS), "all"],
                                    stdout=subprocess.PIPE, text=True)
            samples = []
            while load.poll() is None:
                time.sleep(min(2, seconds / 30))
                samples.append(metrics(url))
            outcome = json.loads(load.stdout.read())
            left = settled(server, before)
            last = metrics(url)
        finally:
            server.terminate()
            code = server.wait(timeout=60)
    return judge(outcome, samples, last, before, left, code, seconds)


def judge(outcome, samples, last, before, left, code, seconds):
    calls = sum(outcome["calls"].values())
    resident = [sample["process_resident_memory_bytes"] for sample in samples]
    # The first half warms up: pools and caches fill. Then the middle is compared with the end.
    middle = resident[len(resident) // 2: len(resident) * 3 // 4]
    ending = resident[len(resident) * 3 // 4:]
    growth = (sum(ending) / len(ending)) / (sum(middle) / len(middle))
    lag = max(value for sample in samples for key, value in sample.items()
              if key.startswith("matiane_event_loop_lag_seconds"))
    print(f"| figure | value |\n|---|---|\n| time | {seconds} s |\n| calls | {calls} ({calls / seconds:.0f}/s) |")
    for name, count in sorted(outcome["calls"].items()):
        print(f"| … {name} | {count} |")
    print(f"| failures | {sum(outcome['failures'].values())} |")
    print(f"| resident memory, middle → end | {middle[0] / 2**20:.0f} → {ending[-1] / 2**20:.0f} MiB ({growth:.3f} ×) |")
    print(f"| descriptors after the load | {before.total() + left.total()} (before it {before.total()}, during it up to {max(s['process_open_fds'] for s in samples):.0f}) |")
    print(f"| calls in flight after the load | {total(last, 'grpc_server_call_in_flight'):.0f} |")
    print(f"| connections after the load | {last['matiane_connections']:.0f} |")
    print(f"| worst event-loop lag when asked | {lag * 1000:.1f} ms |")
    print(f"| CPU | {last['process_cpu_seconds_total'] / seconds:.2f} cores |")
    print(f"| segments, deleted documents | {last['matiane_index_segments']:.0f}, {last['matiane_index_deleted_documents']:.0f} |")
    problems = [f"failed: {what} ({count} ×)" for what, count in outcome["failures"].items()]
    if growth > MEMORY_SLACK:
        problems.append(f"memory grew {growth:.2f} × from the middle to the end")
    problems += [f"left open: {what} ({count} ×)" for what, count in left.items()]
    if total(last, "grpc_server_call_in_flight") or last["matiane_connections"]:
        problems.append("calls or connections were left")
    if code != 0:
        problems.append(f"the server ended with {code}")
    for problem in problems:
        print(f"soak: {problem}")
    print(f"{0 if problems else 1} passed, {1 if problems else 0} failed")
    return 1 if problems else 0


sys.exit(main())
