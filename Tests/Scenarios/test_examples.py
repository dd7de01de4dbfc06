"""The programs of Clients/Examples do what their first lines say."""

import concurrent.futures
import re
import subprocess
import threading

import grpc
import pytest
from matiane.v1 import article_pb2, article_pb2_grpc
from programs import BIN, PATIENCE, SAMPLE, matiane, wait_until


@pytest.mark.parametrize("program", ["search-stories", "mirror-archive"])
def test_without_arguments_the_usage_is_shown(program):
    done = subprocess.run([str(BIN / program)], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert done.stdout.startswith(f"usage: {program} TARGET")


def test_stories_are_shown_in_the_preferred_language(sample_server):
    def shown(*arguments):
        done = subprocess.run(
            [str(BIN / "search-stories"), sample_server.target, *arguments], capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert re.search(r"^articles/night-train-batumi-ka .*\(ka, found in en\)$", shown("night train", "ka"), re.M)
    assert re.search(r"^articles/night-train-batumi-en .*\(en\)$", shown("night train", "en"), re.M)


@pytest.mark.parametrize(
    "program, arguments, said",
    [("search-stories", ["night ("], "at byte 7"), ("mirror-archive", [], "UNAVAILABLE")])
def test_an_error_is_told_on_standard_error(sample_server, program, arguments, said):
    target = sample_server.target if program == "search-stories" else "127.0.0.1:1"
    done = subprocess.run([str(BIN / program), target, *arguments], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 1 and not done.stdout
    assert said in done.stderr and len(done.stderr.splitlines()) == 1


class Restarting(article_pb2_grpc.ArticleServiceServicer):
    """Breaks off an export when it has sent a part, and is not there when it is asked again."""

    def __init__(self):
        self.exports = 0

    def ExportArticles(self, request, context):
        self.exports += 1
        if self.exports != 2:
            yield article_pb2.ExportArticlesResponse(read_revision=7)
        if self.exports < 3:
            context.abort(grpc.StatusCode.UNAVAILABLE, "restarting")


def test_a_mirror_outlives_a_restart_during_its_export():
    server, service = grpc.server(concurrent.futures.ThreadPoolExecutor(2)), Restarting()
    article_pb2_grpc.add_ArticleServiceServicer_to_server(service, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        # The server has no watches: with that the mirror ends.
        done = subprocess.run([str(BIN / "mirror-archive"), f"127.0.0.1:{port}"], capture_output=True, text=True, timeout=PATIENCE)
    finally:
        server.stop(None)
    assert done.stdout == "at revision 7 there are 0 articles\n" and service.exports == 3
    assert done.returncode == 1 and done.stderr.startswith("UNIMPLEMENTED")


def test_a_mirror_follows_through_a_restart(start, tmp_path):
    server = start()
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    mirror = subprocess.Popen(
        ["stdbuf", "-oL", str(BIN / "mirror-archive"), server.target], stdout=subprocess.PIPE, text=True)
    lines = []
    threading.Thread(target=lambda: lines.extend(mirror.stdout), daemon=True).start()

    def told(pattern):
        return wait_until(lambda: next((found for line in list(lines) if (found := re.search(pattern, line))), None), pattern)

    try:
        count = int(told(r"there are (\d+) articles").group(1))
        assert count == len(SAMPLE.read_text().splitlines())
        assert matiane(server.target, "delete", "night-train-batumi-en").returncode == 0
        told(rf"deleted articles/night-train-batumi-en, now {count - 1} articles")

        server.kill()
        again = start("--listen", server.target)
        assert matiane(again.target, "delete", "night-train-batumi-ka").returncode == 0
        told(rf"deleted articles/night-train-batumi-ka, now {count - 2} articles")
        assert sum("deleted" in line for line in lines) == 2
    finally:
        mirror.kill()
        mirror.wait()
