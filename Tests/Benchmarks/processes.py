"""Starts servers on one core and reads what they cost from /proc."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time


class Process:
    """A process under measurement; pinned to a core when one is given."""

    def __init__(self, command, core=None, ready=None):
        pinned = ["taskset", "-c", str(core)] if core is not None else []
        self.log = tempfile.TemporaryFile("w+")
        self.started = time.monotonic()
        self.child = subprocess.Popen(pinned + command, stdout=self.log, stderr=self.log)
        self.pid = self.child.pid
        self.found = self._wait(ready) if ready else None

    def _wait(self, pattern, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.log.seek(0)
            text = self.log.read()
            found = re.search(pattern, text)
            if found:
                self.seconds_to_ready = time.monotonic() - self.started
                return found
            if self.child.poll() is not None:
                raise SystemExit(f"benchmark: a server ended:\n{text}")
            time.sleep(0.002)
        raise SystemExit(f"benchmark: no server after {seconds} s:\n{text}")

    def cpu_seconds(self):
        """The processor time of all its threads so far, to the nanosecond."""
        # The clock id of clock_getcpuclockid(3): threads that have ended count, and there are no ticks.
        return time.clock_gettime(~self.pid << 3 | 2)

    def resident_bytes(self):
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024

    def stop(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(20)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def table(title, heading, rows):
    """Prints one Markdown table."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(heading) + " |")
    print("|" + "---|" * len(heading))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    sys.stdout.flush()


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, seconds=10):
    """Returns when somebody accepts connections there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"benchmark: nobody listens on port {port}")
