"""Every kind of bad input has its own clear status, and harms neither the connection nor other calls."""

import threading

import grpc
import pytest
from google.protobuf import field_mask_pb2
from matiane.v1 import article_pb2, category_pb2, search_pb2

from errors import refused

Code = grpc.StatusCode
GET = "/matiane.v1.ArticleService/GetArticle"
CREATE = "/matiane.v1.ArticleService/CreateArticle"


def raw(api, path, payload, **kwargs):
    """Calls a method with bytes of our own choice in place of a message."""
    call = api.channel.unary_unary(path, request_serializer=lambda b: b, response_deserializer=lambda b: b)
    return call(payload, **kwargs)


@pytest.fixture(autouse=True)
def the_connection_survives(api):
    """After each test the same channel still answers."""
    yield
    name = "articles/hail-in-kakheti-en"
    assert api.articles.GetArticle(article_pb2.GetArticleRequest(name=name)).name == name


def test_an_unknown_method_and_service_are_unimplemented(api):
    for path in ("/matiane.v1.ArticleService/Nothing", "/no.such.Service/GetArticle"):
        with refused(Code.UNIMPLEMENTED):
            raw(api, path, b"")


@pytest.mark.parametrize("payload", [b"\xff", b"\x0a\xff", b"\x0a\x05ab", b"\x08" + b"\xff" * 11, b"\x0b", bytes(range(256))])
def test_garbage_in_place_of_a_message_is_refused(api, payload):
    with refused(Code.INTERNAL) as failure:  # as gRPC's status codes say of a message that cannot be parsed
        raw(api, GET, payload)
    assert "matiane.v1.GetArticleRequest" in failure[0].message


def test_invalid_utf8_names_the_field(api):
    with refused(Code.INTERNAL) as failure:
        raw(api, GET, b"\x0a\x03\xc3\x28\x41")
    assert "name" in failure[0].message and "UTF-8" in failure[0].message


def test_nesting_without_end_is_refused(api):
    payload = b""
    for _ in range(10_000):  # unknown groups nest in any message
        payload = b"\x1b" + payload + b"\x1c"
    with refused(Code.INTERNAL) as failure:
        raw(api, GET, payload)
    assert "100" in failure[0].message


def test_a_message_over_the_limit_is_refused(api):
    article = article_pb2.Article(name="articles/large", title="x" * (4 << 20))
    with refused(Code.RESOURCE_EXHAUSTED):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))


def test_a_nul_in_a_string_is_kept(api):
    made = api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        article=article_pb2.Article(name="articles/nul", language="en", title="before\0after")))
    assert made.title == "before\0after"


@pytest.mark.parametrize("paths", [["nothing"], ["title.x"], ["name"], ["blocks.0"]])
def test_a_field_mask_that_names_no_changeable_field_is_refused(api, paths):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
            article=article_pb2.Article(name="articles/hail-in-kakheti-en", title="x"),
            update_mask=field_mask_pb2.FieldMask(paths=paths)))
    assert paths[0] in failure[0].message and "update_mask" in failure[0].field


def test_an_unknown_read_mask_path_is_refused(api):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.GetArticle(article_pb2.GetArticleRequest(
            name="articles/hail-in-kakheti-en", read_mask=field_mask_pb2.FieldMask(paths=["titel"])))
    assert "titel" in failure[0].message and "read_mask" in failure[0].field


@pytest.mark.parametrize("name", ["", "articles/", "articles/a b", "article/x", "articles/x/y", "articles/" + "x" * 129, "articles/-x"])
def test_a_malformed_name_is_refused(api, name):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.GetArticle(article_pb2.GetArticleRequest(name=name))
    assert failure[0].field == "name"


def test_an_unknown_category_is_refused_by_name(api):
    article = article_pb2.Article(name="articles/lost", title="x", language="en", categories=["categories/nowhere"])
    with refused(Code.FAILED_PRECONDITION) as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    assert "categories/nowhere" in failure[0].message


@pytest.mark.parametrize("field, article", [
    ("article.language", article_pb2.Article(name="articles/bad", title="x", language="english!")),
    ("article.story", article_pb2.Article(name="articles/bad", title="x", language="en", story="x")),
    ("article.categories", article_pb2.Article(name="articles/bad", title="x", language="en", categories=["sport"])),
])
def test_a_bad_field_is_named(api, field, article):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    assert failure[0].field.startswith(field)


@pytest.mark.parametrize("text", ["language", 'language = "ka', "nofield = 1", "publish_time > yesterday", "AND"])
def test_a_filter_that_cannot_be_read_names_its_byte(api, text):
    with refused(Code.INVALID_ARGUMENT, "FILTER_SYNTAX") as failure:
        api.articles.ListArticles(article_pb2.ListArticlesRequest(filter=text))
    assert failure[0].field == "filter" and "byte" in failure[0].message


def test_a_page_token_of_another_query_is_refused(api):
    token = api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=1)).next_page_token
    assert token
    with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
        api.articles.ListArticles(article_pb2.ListArticlesRequest(
            page_size=1, page_token=token, filter='language = "en"'))
    with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
        api.search.Search(search_pb2.SearchRequest(query="bridge", page_token=token))
    for forged in ("x", token[:-2], token + "A", "A" * 5000):
        with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
            api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=1, page_token=forged))


@pytest.mark.parametrize("size", [-1, 1001])
def test_a_page_size_out_of_bounds_is_handled(api, size):
    request = article_pb2.ListArticlesRequest(page_size=size)
    if size < 0:
        with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID"):
            api.articles.ListArticles(request)
    else:
        assert len(api.articles.ListArticles(request).articles) <= 1000


def test_an_unknown_order_is_refused(api):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.ListArticles(article_pb2.ListArticlesRequest(order_by="shoe_size"))
    assert failure[0].field == "order_by"


def test_a_revision_of_the_future_and_of_the_past_are_refused(api):
    with refused(Code.OUT_OF_RANGE):
        api.articles.GetArticle(article_pb2.GetArticleRequest(
            name="articles/hail-in-kakheti-en", read_revision=1 << 60))
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/hail-in-kakheti-en", read_revision=-7))
    assert failure[0].field == "read_revision" and "found -7" in failure[0].message


def test_a_category_that_is_no_name_is_refused_by_its_place(api):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            article=article_pb2.Article(title="x", language="en", categories=["categories/politics", "no name"])))
    assert failure[0].field == "article.categories[1]", failure[0]


def test_a_missing_parent_category_is_named(api):
    with refused(Code.NOT_FOUND) as failure:
        api.categories.CreateCategory(category_pb2.CreateCategoryRequest(
            category_id="orphan", category=category_pb2.Category(parent="categories/gone")))
    assert "categories/gone" in failure[0].message


def test_a_hundred_clauses_and_a_megabyte_of_query_stay_bounded(api):
    found = api.search.Search(search_pb2.SearchRequest(query=" OR ".join(f"word{n}" for n in range(100))))
    assert found.total_articles == 0
    with refused(Code.INVALID_ARGUMENT, "QUERY_SYNTAX"):
        api.search.Search(search_pb2.SearchRequest(query="a " * 500_000))


def test_other_calls_go_on_beside_bad_ones(api):
    stop = threading.Event()
    errors = []

    def good():
        while not stop.is_set():
            try:
                api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/hail-in-kakheti-en"))
            except grpc.RpcError as error:
                errors.append(error)
                return

    thread = threading.Thread(target=good)
    thread.start()
    for _ in range(50):
        with refused(Code.INTERNAL):
            raw(api, CREATE, b"\xff\xff\xff")
    stop.set()
    thread.join()
    assert not errors
