"""Programs that speak the line protocol of `fulltext-bench`: our own and its peers, each in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parent / "search"


class Program:
    """A running program; requests are answered one at a time."""

    def __init__(self, command):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.name = self.ask(op="info")["system"]

    def ask(self, **request):
        self.child.stdin.write((json.dumps(request) + "\n").encode())
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        if not line:
            raise SystemExit(f"benchmark: {self.child.args} ended")
        answer = json.loads(line)
        if "error" in answer:
            raise SystemExit(f"benchmark: {self.child.args}: {answer['error']}")
        return answer

    def memory(self):
        """Resident bytes, mapped pages of the index included."""
        with open(f"/proc/{self.child.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.stdin.close()
        self.child.wait(60)


def commands(bin_dir, language="en"):
    """How to start each system; ours first. Peers that are not installed are named and left out."""
    python = os.environ.get("MATIANE_BENCHMARK_PYTHON", sys.executable)
    found = {"matiane": [str(bin_dir / "fulltext-bench")]}
    for peer, module in [("tantivy", "tantivy"), ("xapian", "xapian"), ("sqlite", "sqlite3")]:
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0:
            found[peer] = [python, str(PEERS / "peer.py"), peer, language]
        else:
            print(f"\n({peer} is not installed and left out)")
    return found


def of_other_size(systems):
    """How to start the peer asked for its size alone: with the words that our index holds, and with the texts themselves."""
    if "tantivy" not in systems:
        return {}
    python, script, _, language = systems["tantivy"]
    return {name: [python, script, name, language] for name in ["tantivy-all-words", "tantivy-stored"]}
