"""What counting costs a call: instructions, which no neighbour on the machine disturbs."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from processes import Process

CALLS = 20_000
ARTICLE = {"id": "measured", "title": "A title of usual length", "language": "en", "body": "Text. " * 330}


def run(programs, _):
    """Prints the share of the counters in a GetArticle of 2 KB, of all that the server does for it outside the kernel."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        # Valgrind does not understand the debugging information of a newer compiler than itself; names are enough.
        server_program = f"{folder}/matiane-server"
        subprocess.run(["strip", "--strip-debug", "-o", server_program, programs / "matiane-server"], check=True)
        command = [
            "valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={profile}",
            server_program, "--data-dir", f"{folder}/data", "--listen", "127.0.0.1:0", "--threads", "1",
            "--metrics-listen", "127.0.0.1:0"]
        with Process(command, ready=r"serving on (\S+:\d+)") as server:
            target = server.found.group(1)
            import_article(programs, target, folder)
            get(target, folder, 1000)
            control(server.pid, "-i", "on")
            get(target, folder, CALLS)
            control(server.pid, "-d")
        share, each = counted(next(Path(folder).glob("profile.*")))
    print("\n### Counting calls\n\n| | |\n|---|---|")
    print(f"| instructions of a GetArticle (2 KB), without the kernel's | {each:.0f} |")
    print(f"| of them in the counters | {share:.2%} |")


def import_article(programs, target, folder):
    lines = Path(folder) / "articles.jsonl"
    lines.write_text(json.dumps(ARTICLE) + "\n")
    subprocess.run([programs / "matiane", "--server", target, "import", str(lines)], check=True, capture_output=True)


def get(target, folder, calls):
    """Calls over 8 connections with 10 calls at a time on each."""
    name = b"articles/measured"
    message = b"\n" + bytes([len(name)]) + name
    body = Path(folder) / "request"
    body.write_bytes(b"\0" + len(message).to_bytes(4, "big") + message)
    done = subprocess.run(
        ["h2load", "-n", str(calls), "-c", "8", "-m", "10", "-d", str(body), "-H", "content-type: application/grpc",
         "-H", "te: trailers", f"http://{target}/matiane.v1.ArticleService/GetArticle"], capture_output=True, text=True)
    if f"{calls} succeeded" not in done.stdout:
        raise SystemExit(f"benchmark: h2load failed:\n{done.stdout}{done.stderr}")


def control(pid, *arguments):
    subprocess.run(["callgrind_control", *arguments, str(pid)], check=True, capture_output=True)


def counted(profile):
    """The share of the counters, and the instructions of a call."""
    text = subprocess.run(
        ["callgrind_annotate", "--inclusive=no", "--threshold=100", str(profile)], capture_output=True, text=True, check=True).stdout
    total = int(re.search(r"^\s*([\d,]+) .*PROGRAM TOTALS", text, re.M).group(1).replace(",", ""))
    metrics = sum(
        int(count.replace(",", "")) for count, name in re.findall(r"^\s*([\d,]+) (?:\([^)]*\) )?(.*)$", text, re.M)
        if "7Metrics" in name and "PROGRAM" not in name)
    return metrics / total, total / CALLS
