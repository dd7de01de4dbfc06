"""Articles as other systems write them, imported: found by their ids again, one story in several languages."""

import json

import pytest

from programs import matiane


@pytest.fixture
def cli(start):
    running = start()
    return lambda *arguments, **kwargs: matiane(running.target, *arguments, **kwargs)


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    return write


def get(cli, *arguments):
    found = cli("get", *arguments, "-o", "json")
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def post(number, language, **fields):
    return {
        "id": number, "guid": {"rendered": f"https://news.example/?p={number}"}, "link": f"https://news.example/{number}/",
        "date_gmt": "2024-01-31T08:00:00", "title": {"rendered": f"Bridge {number}"}, "status": "publish",
        "content": {"rendered": "<h2>River</h2><p>A <a href='/old/'>bridge</a>.</p>"}, "lang": language,
        "translations": {"en": 1, "ka": 2}, "categories": [3], **fields}


def test_posts_of_wordpress_are_found_by_their_ids_under_another_address(cli, file):
    posts = file("posts.json", [post(1, "en"), post(2, "ka")])
    done = cli("import", "--create-categories", posts)
    assert done.returncode == 0 and done.stdout.startswith("2 created"), done.stderr + done.stdout
    article = get(cli, "https://news.example/1/", "--url")
    assert article["source"]["id"] == "https://news.example/?p=1"
    assert [list(block) for block in article["blocks"]] == [["heading"], ["paragraph"]]
    assert article["story"] == get(cli, "https://news.example/2/", "--url")["story"]
    moved = file("moved.json", [post(1, "en", link="https://news.example/bridge/")])
    assert cli("import", moved).stdout.startswith("0 created, 1 updated")
    again = get(cli, "https://news.example/bridge/", "--url")
    assert again["name"] == article["name"] and again["aliases"] == ["https://news.example/1/"]


def test_every_format_is_known_by_itself_and_can_be_named(cli, file):
    schema = {"@context": "https://schema.org", "@type": "NewsArticle", "identifier": "s-1", "headline": "Schema", "articleBody": "One."}
    ninjs = {"uri": "urn:x:1", "headlines": [{"value": "Ninjs"}], "bodies": [{"contenttype": "text/html", "value": "<p>One.</p>"}]}
    wxr = """<rss xmlns:wp="w"><channel><item><title>Export</title><guid>g-1</guid>
        <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"""
    flat = {"id": "f-1", "title": "Flat", "body": "One."}
    files = [file("a.json", schema), file("b.json", [ninjs]), file("c.xml", wxr), file("d.json", [flat]), file("e.json", [post(9, "en")])]
    done = cli("import", "--create-categories", "--language", "en", *files)
    assert done.returncode == 0 and done.stdout.startswith("5 created"), done.stderr + done.stdout
    titles = {article["title"]: article for article in map(json.loads, cli("list", "-o", "jsonl").stdout.splitlines())}
    assert set(titles) == {"Schema", "Ninjs", "Export", "Flat", "Bridge 9"}
    assert {article["language"] for article in titles.values()} == {"en"}
    for path, name in zip(files, ["schema-org", "ninjs", "wxr", "matiane", "wordpress"]):
        assert cli("import", "--format", name, "--language", "en", path).returncode == 0
    assert cli("import", "--format", "rss", files[0]).returncode == 2


def test_what_is_no_article_is_told_with_its_line_and_field(cli, file):
    lines = [{"uri": "urn:x:2", "headlines": []}, {"uri": "urn:x:3", "headlines": [], "versionCreated": "soon"}, {"headlines": []}]
    path = file("bad.jsonl", "\n".join(map(json.dumps, lines)))
    done = cli("import", path)
    assert done.returncode == 5 and done.stdout.startswith("1 created")
    assert "bad.jsonl:2: versionCreated: expected a time" in done.stderr
    assert "bad.jsonl:3: uri: expected the item's URI, found nothing" in done.stderr
    array = file("array.json", [post(30, "en"), post(31, "en", date_gmt="soon", translations=[]), post(32, "ka", categories=["none"])])
    told = cli("import", array)
    assert told.returncode == 5 and "array.json: read as wordpress" in told.stderr
    assert "array.json:1: item 2: date_gmt: expected a time" in told.stderr
    assert "array.json:1: item 3: " in told.stderr and ": : " not in told.stderr
    both = file("both.json", {"@type": "NewsArticle", "uri": "urn:x:4", "headlines": []})
    refused = cli("import", both)
    assert refused.returncode == 1 and "--format" in refused.stderr
    bomb = file("bomb.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><rss>&a;</rss>')
    broken = cli("import", bomb, file("good.json", post(33, "en", translations=[], categories=[])))
    assert broken.returncode == 5 and "bomb.xml:1: expected no document type" in broken.stderr
    assert "1 created" in broken.stdout
