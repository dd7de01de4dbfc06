"""The servers under measurement: how each is started, and what it is asked for."""

import json
import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from processes import Process, free_port, wait_for_port

SERVER_CORE = 0
ROOT = Path(__file__).resolve().parents[2]
SERVICE = "/matiane.v1.ArticleService/"
PARAGRAPH = "The chronicle of a small country is kept in three alphabets. " * 4
ARTICLE = {
    "name": "articles/0", "language": "en", "title": "A chronicle in three alphabets",
    "url": "https://news.example.org/2026/11/24/a-chronicle-in-three-alphabets",
    "blocks": [{"paragraph": {"text": PARAGRAPH}} for _ in range(7)],
}


@dataclass
class Served:
    """A running server and what to ask it for."""

    name: str
    process: Process
    port: int
    unary: str
    unary_body: Path
    streaming: str = SERVICE + "ExportArticles"
    streaming_body: Path = None
    idle: str = SERVICE + "ImportArticles"

    @property
    def target(self):
        return f"127.0.0.1:{self.port}"


def message(path, content):
    """Writes a gRPC message to a file."""
    path.write_bytes(b"\0" + struct.pack(">I", len(content)) + content)
    return path


def start_all(bin_dir, scratch, stack):
    """Starts every server, pinned to one core; they end with the stack."""
    get = message(scratch / "get", b"\x0a\x0aarticles/0")
    empty = message(scratch / "empty", b"")

    def start(name, command, ready, unary=SERVICE + "GetArticle", streaming_body=empty, **more):
        port = free_port()
        command = [str(part).replace("PORT", str(port)) for part in command]
        process = stack.enter_context(Process(command, core=SERVER_CORE, ready=ready))
        wait_for_port(port)
        return Served(name, process, port, unary, get, streaming_body=streaming_body, **more)

    ours = start("Matiane's stack, built per call", [bin_dir / "rpc-bench-server", "--port", "PORT"], "serving")
    archive = start(
        "matiane-server, from the archive",
        [bin_dir / "matiane-server", "--data-dir", scratch / "data", "--listen", "127.0.0.1:PORT", "--threads", "1"],
        "serving on", streaming_body=None)
    fill(bin_dir, archive.target)
    web = scratch / "www"
    web.mkdir()
    (web / "file").write_bytes(b"x" * 2048)
    nghttpd = start(
        "nghttpd, static file", ["nghttpd", "--no-tls", "-n", "1", "-d", web, "PORT"], None, unary="/file",
        streaming_body=None, idle="/file")
    cpp = start("gRPC C++, callbacks", [cpp_programs() / "grpc-cpp-server", "PORT"], "serving")
    stubs = scratch / "stubs"
    python = python_environment(stubs)
    grpcio = start(
        "Python grpcio, asyncio", [python, ROOT / "Tests/Benchmarks/grpc-python/server.py", stubs, "PORT"], "serving")
    return [ours, archive, nghttpd, cpp, grpcio]


def fill(bin_dir, target):
    """Imports the article into an archive."""
    imported = subprocess.run(
        [str(bin_dir / "matiane"), "--server", target, "import", "-"],
        input=json.dumps(ARTICLE), text=True, capture_output=True)
    if imported.returncode != 0:
        raise SystemExit(f"benchmark: {imported.stderr}")


def cpp_programs():
    """Builds the gRPC C++ peers unless they are built; returns where they are."""
    folder = ROOT / ".build/benchmark/grpc-cpp"
    subprocess.run([ROOT / "Tests/Benchmarks/grpc-cpp/build", folder], check=True, stdout=sys.stderr)
    return folder


def python_environment(stubs):
    """Makes grpcio's stubs; returns the interpreter that has grpcio."""
    python = subprocess.run(
        [ROOT / "Tests/Scenarios/python-environment"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    stubs.mkdir()
    subprocess.run(
        [python, "-m", "grpc_tools.protoc", "-I", "Protos", f"--python_out={stubs}", f"--grpc_python_out={stubs}",
         "matiane/v1/article.proto", "google/rpc/status.proto"], check=True, cwd=ROOT)
    return python
