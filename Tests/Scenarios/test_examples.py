"""The programs of Clients/Examples do what their first lines say."""

import re
import subprocess
import threading

import pytest
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
    assert "at byte 7" in shown("night (")


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
