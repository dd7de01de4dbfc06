"""Page tokens and resume tokens through restarts, lost ends, older copies and other servers: good, or refused with the reason."""

import shutil

import grpc
import pytest
from matiane.v1 import admin_pb2, article_pb2, search_pb2

from conftest import stubs
from errors import refused
from programs import maintain, matiane
from test_durability import numbered
from test_watch import Stream

Code = grpc.StatusCode


def create(api, numbers):
    for number in numbers:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))


def page(api, token="", size=4):
    return api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=size, page_token=token, order_by="name"))


def hits(api, token=""):
    return api.search.Search(search_pb2.SearchRequest(query="marker", page_size=4, page_token=token))


def watch_token(api):
    """The token behind everything there is."""
    stream = Stream(api).add()
    token = stream.next().resume_token
    stream.close()
    return token


def opened(api, token):
    """What the server says to a watch with a token."""
    stream = Stream(api).add(resume_token=token)
    response = stream.next()
    stream.close()
    return response


def reason(response):
    """Why a watch was refused."""
    assert response.HasField("ended"), response
    return response.ended.error.code, response.ended.error.message


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_pages_go_on_after_a_restart(start, how):
    server = start()
    api = stubs(server.target)
    create(api, range(10))
    first, found = page(api), hits(api)
    create(api, [50])
    api.channel.close()
    # The first stop, which makes the first snapshot, and one more.
    for _ in range(2):
        getattr(server, how)()
        server = start()
    api = stubs(server.target)
    create(api, range(100, 110) if how == "kill" else [])
    names = [a.name for a in first.articles]
    token = first.next_page_token
    while token:
        following = page(api, token)
        assert following.read_revision == first.read_revision
        names += [a.name for a in following.articles]
        token = following.next_page_token
    assert names == sorted(f"articles/n-{n}" for n in range(10))
    rest = hits(api, found.next_page_token)
    assert not {h.article.name for h in rest.hits} & {h.article.name for h in found.hits}
    with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
        hits(api, first.next_page_token)
    api.channel.close()


def test_tokens_of_a_lost_end_are_refused_and_older_ones_go_on(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(6))
    kept_page, kept_watch = page(api).next_page_token, watch_token(api)
    server.kill()
    api.channel.close()
    shutil.copytree(tmp_path / "data", tmp_path / "older")
    server = start()
    api = stubs(server.target)
    create(api, range(100, 106))
    lost_page, lost_watch = page(api).next_page_token, watch_token(api)
    server.kill()
    api.channel.close()
    # The disk is as it was before; other writes get the same revisions.
    server = start(data_dir=tmp_path / "older")
    api = stubs(server.target)
    create(api, range(200, 206))
    with refused(Code.OUT_OF_RANGE, "REVISION_UNKNOWN") as failure:
        page(api, lost_page)
    assert "12" in failure[0].message and "without the token" in failure[0].message
    code, message = reason(opened(api, lost_watch))
    assert code == Code.OUT_OF_RANGE.value[0] and "anew" in message
    assert [a.name for a in page(api, kept_page).articles] == ["articles/n-4", "articles/n-5"]
    stream = Stream(api).add(resume_token=kept_watch)
    assert stream.next().HasField("started")
    assert stream.next().changes.changes[0].name == "articles/n-200"
    stream.close()
    api.channel.close()


def test_what_a_repair_drops_is_not_taken_for_what_follows(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(12))
    token, watch = page(api).next_page_token, watch_token(api)
    api.channel.close()
    server.kill()
    newest = sorted((tmp_path / "data" / "log").iterdir())[-1]
    content = bytearray(newest.read_bytes())
    content[content.index(b"Report number 9")] ^= 0xFF
    newest.write_bytes(content)
    assert maintain("repair", tmp_path / "data").returncode == 0
    server = start()
    api = stubs(server.target)
    create(api, range(100, 106))
    with refused(Code.OUT_OF_RANGE, "REVISION_UNKNOWN") as failure:
        page(api, token)
    assert "set back to revision 9" in failure[0].message
    assert "set back to revision 9" in reason(opened(api, watch))[1]
    api.channel.close()


def test_a_seeded_server_knows_the_changes_that_it_shares_and_no_others(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(6))
    shared_page, shared = page(api).next_page_token, watch_token(api)
    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    assert matiane(server.target, "snapshot", "download", "--into", str(tmp_path / "seed")).returncode == 0
    create(api, range(100, 103))
    alone = watch_token(api)
    seeded = start(data_dir=tmp_path / "seed")
    other = stubs(seeded.target)
    create(other, range(200, 206))
    assert opened(other, shared).HasField("started")
    assert "set back to revision 6" in reason(opened(other, alone))[1]
    assert "another history" in reason(opened(api, watch_token(other)))[1]
    with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
        page(other, shared_page)
    assert (tmp_path / "seed" / "LINEAGE").stat().st_mode & 0o777 == 0o600
    api.channel.close()
    other.channel.close()


def test_a_token_with_any_digit_changed_is_refused(start):
    server = start()
    api = stubs(server.target)
    create(api, range(6))
    token = page(api).next_page_token
    for place in range(len(token)):
        changed = token[:place] + format(int(token[place], 16) ^ 1, "x") + token[place + 1:]
        with refused(Code.INVALID_ARGUMENT, "PAGE_TOKEN_MISMATCH"):
            page(api, changed)
    api.channel.close()
