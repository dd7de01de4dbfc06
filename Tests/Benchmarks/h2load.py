"""Drives a server with h2load from the last core."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass

LOAD_CORE = os.cpu_count() - 1


class LoadFailed(SystemExit):
    """Not every call was answered, or not in time."""


@dataclass
class Load:
    """What one run of h2load saw."""

    rate: float  # requests/s
    calls: int
    content_bytes: int
    seconds: float
    microseconds: list  # of each call, sorted; empty unless asked for

    def percentile(self, share):
        return self.microseconds[min(len(self.microseconds) - 1, int(len(self.microseconds) * share))]


def load(target, path, body, connections, streams, seconds=1.0, timed=False, calls=None, scheme="http", patience=600):
    """Sends requests for some seconds, or so many; `body` is a file with the request's content, or None for GET.

    Raises LoadFailed where calls fail, or are not over after `patience` seconds.
    """
    command = ["taskset", "-c", str(LOAD_CORE), "h2load", "-t", "1", "-c", str(connections), "-m", str(streams),
               *(["-n", str(calls)] if calls else ["-D", f"{round(seconds * 1000)}ms"])]
    if body:
        command += ["-d", str(body), "-H", "content-type: application/grpc", "-H", "te: trailers"]
    with tempfile.TemporaryDirectory() as scratch:
        log = os.path.join(scratch, "calls")
        if timed:
            command += ["--log-file", log]
        command.append(f"{scheme}://{target}{path}")
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=patience)
        except subprocess.TimeoutExpired:
            raise LoadFailed(f"benchmark: h2load was not done after {patience} s:\n{' '.join(command)}")
        times = sorted(int(line.split("\t")[2]) for line in open(log)) if timed else []
    counts = re.search(r"(\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout", done.stdout)
    finished = re.search(r"finished in ([\d.]+)(m?s), ([\d.]+) req/s", done.stdout)
    content = re.search(r"\((\d+)\) data", done.stdout)
    if not (counts and finished and content) or any(int(counts.group(n)) for n in (2, 3, 4)):
        raise LoadFailed(f"benchmark: h2load failed:\n{' '.join(command)}\n{done.stdout}{done.stderr}")
    took = float(finished.group(1)) * (0.001 if finished.group(2) == "ms" else 1)
    return Load(float(finished.group(3)), int(counts.group(1)), int(content.group(1)), took, times)
