"""The line protocol of fulltext-bench: whatever a line or an article holds, an answer comes."""

import json
import subprocess

import pytest

from programs import BIN


def answers(*requests):
    lines = [request if isinstance(request, str) else json.dumps(request) for request in requests]
    ran = subprocess.run(
        [BIN / "fulltext-bench"], input="".join(line + "\n" for line in lines), capture_output=True, text=True,
        timeout=60)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture
def index(tmp_path):
    articles = tmp_path / "articles.jsonl"
    articles.write_text(
        '{"id":"a","title":"Hail","body":"over the vineyards","categories":["weather"],'
        '"publish_time":"2024-05-06T07:08:09Z"}\n\n  \n{"id":"b","title":"Ferry"}')
    folder = str(tmp_path / "index")
    (built,) = answers({"op": "build", "docs": str(articles), "index": folder, "language": "en"})
    assert built["docs"] == 2
    return folder


@pytest.mark.parametrize("kind", ["or", "and", "phrase", "fuzzy", "prefix", "filtered", "text"])
@pytest.mark.parametrize("count", [10, 0, -1, 1.5, 1e300, -1e300, "ten", None])
def test_a_search_with_odd_members_is_answered(index, kind, count):
    search = {"op": "search", "class": kind, "k": count, "from": -1e300, "to": 1e300, "category": "weather"}
    odd = [["hail"], [], [""], "hail", None, [1, None]]
    found = answers({"op": "open", "index": index}, *({**search, "terms": terms} for terms in odd), {"op": "ping"})
    assert len(found) == len(odd) + 2 and found[-1] == {"ok": True}


@pytest.mark.parametrize("kind", ["or", "and", "phrase", "fuzzy", "filtered"])
def test_a_search_whose_terms_are_none_is_refused(index, kind):
    odd = ["hail", [1], [], None]
    asked = [{"op": "search", "class": kind, "terms": terms} for terms in odd] + [{"op": "search", "class": kind}]
    found = answers({"op": "open", "index": index}, *asked, {"op": "search", "class": kind, "terms": ["hail"]})
    assert [set(answer) for answer in found[1:-1]] == [{"error"}] * len(asked) and "hits" in found[-1]


def test_the_program_tells_its_name_and_version():
    told = subprocess.run([BIN / "matiane-server", "--version"], capture_output=True, text=True, check=True).stdout
    assert answers({"op": "info"}) == [{"system": told.strip().replace("-server", "")}]


def test_what_is_no_request_is_told_so():
    bad = ["", "[]", "nonsense", "tru", '{"op":', "[" * 100_000, '{"op":"\\ud800\\u0041"}', '{"op":"what"}']
    found = answers(*bad, {"op": "ping"})
    assert [set(answer) for answer in found] == [{"error"}] * len(bad) + [{"ok"}]


def test_terms_that_would_take_minutes_are_refused(index):
    searches = [{"op": "search", "class": kind, "terms": ["the"] * 100_000} for kind in ["phrase", "and", "fuzzy"]]
    assert all("error" in answer for answer in answers({"op": "open", "index": index}, *searches)[1:])


@pytest.mark.parametrize("line", ['{"title":"x"}', "[1]", '{"id":"a"', '{"id":"a","x":' + "[" * 100_000])
def test_an_article_that_is_none_ends_the_build_not_the_program(tmp_path, line):
    (tmp_path / "articles.jsonl").write_text(line + "\n")
    build = {"op": "build", "docs": str(tmp_path / "articles.jsonl"), "index": str(tmp_path / "index")}
    assert set(answers(build)[0]) == {"error"}


def test_an_article_is_found_without_a_category_longer_than_an_index_takes(tmp_path):
    article = {"id": "a", "title": "Hail", "categories": ["weather", "w" * 5_000], "publish_time": "2024-05-06T07:08:09Z"}
    (tmp_path / "articles.jsonl").write_text(json.dumps(article) + "\n")
    index = str(tmp_path / "index")
    built, _, found = answers(
        {"op": "build", "docs": str(tmp_path / "articles.jsonl"), "index": index},
        {"op": "open", "index": index},
        {"op": "search", "class": "filtered", "terms": ["hail"], "category": "weather", "from": 0, "to": 2e9, "k": 10,
         "facets": ["category"]})
    assert built["docs"] == 1
    assert [name for name, _ in found["hits"]] == ["a"] and found["facets"]["category"] == {"weather": 1}
