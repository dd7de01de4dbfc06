"""Responses that the server compresses because it is set to."""

import pytest
from google.protobuf import field_mask_pb2
from matiane.v1 import article_pb2

from conftest import stubs
from test_limits import curl
from test_observation import samples, value

TEXT = "The bridge over the river was opened again after the flood. " * 2000
GET = article_pb2.GetArticleRequest(name="articles/long")
METHOD = "matiane.v1.ArticleService/GetArticle"
SENT = "grpc_server_call_sent_total_compressed_message_size_bytes_sum"


def fill(server):
    """Puts a long article and a short one into an archive."""
    api = stubs(server.target)
    for name, text in [("articles/long", TEXT), ("articles/short", "Opened again.")]:
        article = article_pb2.Article(name=name, title="The bridge", language="en")
        article.blocks.add().paragraph.text = text
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    return server


@pytest.fixture
def archive(start):
    """A server that compresses from a kilobyte on."""
    return fill(start("--metrics-listen", "127.0.0.1:0", env={"MATIANE_COMPRESS_RESPONSES": "1K"}))


def test_a_stock_client_reads_what_is_compressed_and_metrics_count_what_was_sent(archive):
    api = stubs(archive.target)
    article = api.articles.GetArticle(GET)
    assert article.blocks[0].paragraph.text == TEXT
    # Another way through the server: with a read mask it is not answered on the spot.
    masked = article_pb2.GetArticleRequest(name=GET.name, read_mask=field_mask_pb2.FieldMask(paths=["blocks"]))
    assert api.articles.GetArticle(masked).blocks == article.blocks
    assert 0 < value(samples(archive), SENT, grpc_method="matiane.v1.ArticleService/GetArticle", grpc_status="OK") < len(TEXT)


@pytest.mark.parametrize("accepted, name, encoding", [
    ("gzip", "articles/long", "gzip"),
    ("identity, deflate", "articles/long", "deflate"),
    ("gzip", "articles/short", None),
    ("identity", "articles/long", None),
    (None, "articles/long", None),
])
def test_a_response_is_compressed_where_it_is_large_and_the_client_reads_it(archive, tmp_path, accepted, name, encoding):
    headers = [f"grpc-accept-encoding: {accepted}"] if accepted else []
    answer = curl(archive, METHOD, article_pb2.GetArticleRequest(name=name), tmp_path, *headers)
    assert answer["grpc-status"] == "0"
    assert answer.get("grpc-encoding") == encoding


def test_nothing_is_compressed_unless_the_server_is_told_to(start, tmp_path):
    answer = curl(fill(start()), METHOD, GET, tmp_path, "grpc-accept-encoding: gzip")
    assert answer["grpc-status"] == "0"
    assert "grpc-encoding" not in answer
