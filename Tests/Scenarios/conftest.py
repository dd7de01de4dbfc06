"""A server that the tests of a module share, and stubs to talk to it."""

from types import SimpleNamespace

import grpc
import pytest
from matiane.v1 import (
    admin_pb2_grpc, article_pb2_grpc, category_pb2_grpc, saved_query_pb2_grpc, search_pb2_grpc, story_pb2_grpc,
    synonym_pb2_grpc, watch_pb2_grpc)

from programs import SAMPLE, Server, matiane


def stubs(target, options=None):
    """Every stub of the API over one stock channel."""
    channel = grpc.insecure_channel(target, options=options)
    return SimpleNamespace(
        channel=channel,
        articles=article_pb2_grpc.ArticleServiceStub(channel),
        categories=category_pb2_grpc.CategoryServiceStub(channel),
        stories=story_pb2_grpc.StoryServiceStub(channel),
        search=search_pb2_grpc.SearchServiceStub(channel),
        queries=saved_query_pb2_grpc.SavedQueryServiceStub(channel),
        synonyms=synonym_pb2_grpc.SynonymServiceStub(channel),
        watch=watch_pb2_grpc.WatchServiceStub(channel),
        admin=admin_pb2_grpc.AdminServiceStub(channel),
    )


@pytest.fixture
def start(tmp_path):
    """Starts servers on one data directory; whatever still runs at the end is killed."""
    running = []

    def go(*flags, data_dir=tmp_path / "data", env=None):
        server = Server(data_dir, *flags, env=env)
        running.append(server)
        return server

    yield go
    for server in running:
        server.__exit__()


@pytest.fixture(scope="module")
def sample_server(tmp_path_factory):
    """A server that holds the sample archive."""
    with Server(tmp_path_factory.mktemp("sample") / "data") as server:
        imported = matiane(server.target, "import", "--create-categories", str(SAMPLE))
        assert imported.returncode == 0, imported.stderr
        yield server


@pytest.fixture(scope="module")
def api(sample_server):
    """Stubs for the server that holds the sample archive."""
    made = stubs(sample_server.target)
    yield made
    made.channel.close()
