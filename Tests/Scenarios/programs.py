"""Starts and stops the real programs, and waits for what they print."""

import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

BIN = Path(os.environ.get("MATIANE_BIN", ".build/debug"))
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "deploy" / "sample" / "archive.jsonl"
PATIENCE = 60  # seconds that anything may take on a slow machine before a test gives up


def wait_until(condition, what, seconds=PATIENCE):
    """Polls until `condition()` is true; fails loudly instead of hanging."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"gave up after {seconds} s waiting for {what}")


class Server:
    """One `matiane-server` process on a port of its own choice."""

    def __init__(self, data_dir, *flags, env=None, wrapper=(), pass_fds=(), waits=True, listen="127.0.0.1:0"):
        self.data_dir = Path(data_dir)
        command = [*wrapper, str(BIN / "matiane-server"), "--data-dir", str(data_dir), "--listen", listen, *flags]
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            env={**os.environ, **(env or {})}, pass_fds=pass_fds,
        )
        self.lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.target = wait_until(self._target, "the server to serve") if waits else None

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line)

    def _target(self):
        for line in list(self.lines):
            found = re.search(r"serving on (unix:\S+|\S+:\d+)", line)
            if found:
                return found.group(1)
        assert self.process.poll() is None, "the server ended: " + "".join(self.lines)
        return None

    def kill(self):
        """kill -9: nothing gets to finish."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """SIGTERM; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()


def run_server_expecting_failure(data_dir, *flags, env=None, patience=PATIENCE):
    """Starts a server that must refuse to start; returns exit code and what it said. One that serves is killed at the end."""
    done = subprocess.run(
        [str(BIN / "matiane-server"), "--data-dir", str(data_dir), "--listen", "127.0.0.1:0", *flags],
        capture_output=True, text=True, timeout=patience, env={**os.environ, **(env or {})},
    )
    return done.returncode, done.stderr


def maintain(command, data_dir, *flags):
    """Runs `matiane-server check`, `repair` or `restore`; returns the finished process."""
    return subprocess.run(
        [str(BIN / "matiane-server"), command, "--data-dir", str(data_dir), *flags],
        capture_output=True, text=True, timeout=PATIENCE,
    )


def matiane(target, *arguments, stdin=None):
    """Runs the CLI; returns the finished process."""
    return subprocess.run(
        [str(BIN / "matiane"), "--server", target, *arguments],
        capture_output=True, text=True, input=stdin, timeout=PATIENCE * 5,
    )
