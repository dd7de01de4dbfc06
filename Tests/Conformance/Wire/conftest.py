"""The server under test: the one that MATIANE_CONFORMANCE_TARGET names, or a `matiane-server` with default flags."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "Scenarios"))

from peer import Peer  # noqa: E402
from programs import Server  # noqa: E402


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: waits for timeouts of the real server; --slow runs it")


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="also run what has to wait for the server's timeouts")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--slow"):
        skipped = [item for item in items if "slow" in item.keywords]
        config.hook.pytest_deselected(items=skipped)
        items[:] = [item for item in items if "slow" not in item.keywords]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """`target` is its address; `pid` its process, None for a foreign one; `lines` what it logs."""
    foreign = os.environ.get("MATIANE_CONFORMANCE_TARGET")
    if foreign:
        yield SimpleNamespace(target=foreign, pid=None, lines=[])
        return
    with Server(tmp_path_factory.mktemp("conformance") / "data") as running:
        yield SimpleNamespace(target=running.target, pid=running.process.pid, lines=running.lines)
        assert running.process.poll() is None, "the server ended: " + "".join(running.lines)


@pytest.fixture
def peer(server):
    """A connection on which the prefaces have been exchanged."""
    with Peer(server.target) as connected:
        yield connected


@pytest.fixture
def dial(server):
    """Makes connections with settings of their own; all are closed at the end."""
    made = []

    def go(*args, **named):
        made.append(Peer(server.target, *args, **named))
        return made[-1]

    yield go
    for connected in made:
        connected.socket.close()
