"""What a call costs in instructions, which no neighbour on the machine disturbs, and what counting it costs of that."""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from processes import Process, free_port, table, wait_for_port

CALLS = 20_000
METHOD = "/matiane.v1.ArticleService/GetArticle"
ARTICLE = {"id": "measured", "title": "A title of usual length", "language": "en", "body": "Text. " * 330}


def run(programs, _):
    """Prints the instructions of an answer of 2 KB, outside the kernel, and the counters' share in ours."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "file").write_bytes(b"x" * 2048)
        stack = [programs / "rpc-bench-server", "--port", "PORT"]
        measured = {
            "nghttpd, a file": profiled(folder, ["nghttpd", "--no-tls", "-n", "1", "-d", folder, "PORT"], "/file"),
            "an article sent as stored, no store behind it": profiled(folder, stack + ["--verbatim"], METHOD),
            "an article built and encoded for each call": profiled(folder, stack, METHOD),
            "GetArticle of matiane-server": profiled(
                folder, [programs / "matiane-server", "--data-dir", folder / "data", "--listen", "127.0.0.1:PORT",
                         "--threads", "1", "--metrics-listen", "127.0.0.1:0"], METHOD,
                ready="serving on", prepare=lambda target: import_article(programs, target, folder)),
        }
    table("Instructions of a call (8 connections × 10 streams), without the kernel's", ["answer", "instructions"],
          [[name, f"{each:,.0f}"] for name, (_, each) in measured.items()])
    print(f"\nOf those of GetArticle, {measured['GetArticle of matiane-server'][0]:.2%} are in the counters.")


def profiled(folder, command, path, ready=None, prepare=lambda target: None):
    """The share of the counters, and the instructions of a call, of a server."""
    port = free_port()
    profile = folder / f"profile-{port}"
    # Valgrind does not understand the debugging information of a newer compiler than itself; names are enough.
    program = folder / Path(command[0]).name
    subprocess.run(["strip", "--strip-debug", "-o", program, shutil.which(str(command[0]))], check=True)
    arguments = [str(part).replace("PORT", str(port)) for part in command[1:]]
    with Process(["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={profile}", str(program)]
                 + arguments, ready=ready) as server:
        target = f"127.0.0.1:{port}"
        wait_for_port(port, 60)
        prepare(target)
        get(target, path, folder, 1000)
        control(server.pid, "-i", "on")
        get(target, path, folder, CALLS)
        control(server.pid, "-d")
    return counted(next(folder.glob(f"{profile.name}.*")))


def import_article(programs, target, folder):
    lines = Path(folder) / "articles.jsonl"
    lines.write_text(json.dumps(ARTICLE) + "\n")
    subprocess.run([programs / "matiane", "--server", target, "import", str(lines)], check=True, capture_output=True)


def get(target, path, folder, calls):
    """Calls over 8 connections with 10 calls at a time on each."""
    name = b"articles/measured"
    message = b"\n" + bytes([len(name)]) + name
    body = Path(folder) / "request"
    body.write_bytes(b"\0" + len(message).to_bytes(4, "big") + message)
    done = subprocess.run(
        ["h2load", "-n", str(calls), "-c", "8", "-m", "10", "-d", str(body), "-H", "content-type: application/grpc",
         "-H", "te: trailers", f"http://{target}{path}"], capture_output=True, text=True)
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
