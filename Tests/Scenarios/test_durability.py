"""What was acknowledged survives: kill -9, a drain, a torn log, and a restart from a snapshot."""

import json
import shutil
import socket
import threading
from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from matiane.v1 import admin_pb2, article_pb2, search_pb2

from conftest import stubs
from errors import refused
from programs import PATIENCE, SAMPLE, matiane, run_server_expecting_failure, wait_until

Code = grpc.StatusCode


def numbered(number):
    article = article_pb2.Article(
        name=f"articles/n-{number}", language="en", title=f"Report number {number}")
    article.blocks.add().paragraph.text = f"Marker m{number} stands in this text."
    return article


def everything(api):
    """The whole archive as an export shows it."""
    request = article_pb2.ExportArticlesRequest()
    return {a.name: a for part in api.articles.ExportArticles(request) for a in part.articles}


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_in_the_middle_of_an_import(start):
    for round_number in range(3):
        server = start()
        api = stubs(server.target)
        acknowledged = {}
        first = round_number * 100_000

        def requests():
            for number in range(first, first + 100_000):
                yield article_pb2.ImportArticlesRequest(
                    items=[article_pb2.ImportItem(item_id=number, article=numbered(number))])

        try:
            for response in api.articles.ImportArticles(requests()):
                for result in response.results:
                    assert result.WhichOneof("outcome") == "imported"
                    acknowledged[result.name] = result.imported.etag
                if len(acknowledged) >= 400:
                    server.kill()
        except grpc.RpcError as error:
            assert error.code() in (Code.UNAVAILABLE, Code.INTERNAL, Code.UNKNOWN, Code.CANCELLED)
        assert len(acknowledged) >= 400
        api.channel.close()

        server = start()
        api = stubs(server.target)
        stored = everything(api)
        for name, etag in acknowledged.items():
            assert stored[name].etag == etag
        for name in list(acknowledged)[::37]:
            found = api.search.Search(search_pb2.SearchRequest(query="m" + name.split("-")[1]))
            assert [h.article.name for h in found.hits] == [name]
        assert api.search.Count(search_pb2.CountRequest(query="marker")).total_articles == len(stored)
        api.channel.close()
        server.kill()


def test_a_restart_changes_nothing(start):
    server = start()
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    api = stubs(server.target)
    before = everything(api)
    query = search_pb2.SearchRequest(query="kakheti OR ვენახი OR поезд", page_size=50)
    snapshot = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    assert snapshot.article_count == len(before)
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/chess-junior-title-en"))
    after_snapshot = everything(api)
    hits = api.search.Search(query)
    api.channel.close()
    assert server.stop() == 0

    server = start()
    api = stubs(server.target)
    assert everything(api) == after_snapshot
    again = api.search.Search(query)
    assert again.hits == hits.hits and again.total_articles == hits.total_articles
    listed = api.admin.ListSnapshots(admin_pb2.ListSnapshotsRequest()).snapshots
    assert snapshot.name in [s.name for s in listed]
    assert api.admin.VerifySnapshot(admin_pb2.VerifySnapshotRequest(name=snapshot.name)).valid
    api.channel.close()


def test_reads_and_writes_go_on_during_a_checkpoint(start):
    server = start()
    api = stubs(server.target)
    for number in range(200):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
    errors, stop = [], threading.Event()

    def writer():
        number = 1000
        while not stop.is_set():
            try:
                api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
                api.articles.GetArticle(article_pb2.GetArticleRequest(name=f"articles/n-{number}"))
            except grpc.RpcError as error:
                errors.append(error)
                return
            number += 1

    thread = threading.Thread(target=writer)
    thread.start()
    for _ in range(5):
        api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    stop.set()
    thread.join()
    assert not errors
    before = everything(api)
    api.channel.close()
    server.kill()
    server = start()
    api = stubs(server.target)
    assert everything(api) == before
    api.channel.close()


def test_a_torn_log_tail_is_cut(start, tmp_path):
    server = start()
    api = stubs(server.target)
    for number in range(10):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
    before = everything(api)
    api.channel.close()
    server.kill()
    newest = sorted((tmp_path / "data" / "log").iterdir())[-1]
    content = newest.read_bytes()
    written = len(content.rstrip(b"\0"))
    newest.write_bytes(content[:written - 20] + bytes(len(content) - written + 20))
    server = start()
    api = stubs(server.target)
    del before["articles/n-9"]  # torn as by a power cut: with fsync it would not have been acknowledged
    assert everything(api) == before
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(99)))
    api.channel.close()


def test_damage_in_the_middle_of_the_log_is_refused_by_file_and_place(start, tmp_path):
    server = start()
    api = stubs(server.target)
    for number in range(10):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))
    api.channel.close()
    server.kill()
    newest = sorted((tmp_path / "data" / "log").iterdir())[-1]
    content = bytearray(newest.read_bytes())
    content[content.index(b"Report number 4")] ^= 0xFF
    newest.write_bytes(content)
    code, said = run_server_expecting_failure(tmp_path / "data")
    assert code != 0
    assert newest.name in said and "byte" in said


def test_a_locked_directory_is_refused(start, tmp_path):
    server = start()
    code, said = run_server_expecting_failure(tmp_path / "data")
    assert code != 0
    assert "data" in said and str(server.process.pid) in said


def test_a_directory_of_a_newer_version_is_refused(start, tmp_path):
    start().stop()
    (tmp_path / "data" / "FORMAT").write_text("matiane data directory\nformat 999\n")
    code, said = run_server_expecting_failure(tmp_path / "data")
    assert code != 0
    assert "999" in said and "FORMAT" in said


def test_a_directory_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, said = run_server_expecting_failure(tmp_path / "file" / "data")
    assert code != 0
    assert "file/data" in said and "not a folder" in said
    code, said = run_server_expecting_failure(tmp_path / "no" / "such" / "data")
    assert code == 1
    assert f"{tmp_path}/no/such, does not exist" in said and "create" in said
    code, said = run_server_expecting_failure(Path("/proc/data"))
    assert code == 1 and "no folder can be made in /proc" in said


def test_a_damaged_snapshot_is_named_and_the_log_still_serves(start, tmp_path):
    server = start()
    api = stubs(server.target)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(1)))
    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(2)))
    second = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(3)))
    before = everything(api)
    api.channel.close()
    server.kill()
    folder = next(p for p in (tmp_path / "data" / "snapshots").iterdir() if str(second.revision) in p.name)
    largest = max((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 0x01
    largest.unlink()
    largest.write_bytes(content)
    server = start()
    api = stubs(server.target)
    assert everything(api) == before
    assert any(str(second.revision) in line for line in server.lines), server.lines
    api.channel.close()


def test_read_only_refuses_writes_and_lets_reads_through(start):
    server = start()
    api = stubs(server.target)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(1)))
    api.admin.SetReadOnly(admin_pb2.SetReadOnlyRequest(read_only=True, reason="moving house"))
    with refused(Code.FAILED_PRECONDITION, "READ_ONLY") as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(2)))
    assert "moving house" in failure[0].message
    assert api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/n-1")).title
    health = health_pb2_grpc.HealthStub(api.channel)

    def serves(service):
        return health.Check(health_pb2.HealthCheckRequest(service=service)).status == health_pb2.HealthCheckResponse.SERVING

    assert serves("") and not serves("matiane.writes")
    api.admin.SetReadOnly(admin_pb2.SetReadOnlyRequest(read_only=True, reason="moving house"))
    api.admin.SetReadOnly(admin_pb2.SetReadOnlyRequest(read_only=False))
    assert serves("") and serves("matiane.writes")
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(2)))
    api.channel.close()
    server.stop()
    wait_until(lambda: any("stopped" in line for line in server.lines), "the last line of the log")
    assert len([line for line in server.lines if "moving house" in line]) == 1, server.lines
    assert len([line for line in server.lines if "writes are taken again" in line]) == 1, server.lines


def test_writes_end_when_the_data_directory_is_taken_away_and_reads_go_on(start, tmp_path):
    server = start()
    api = stubs(server.target)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(1)))
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    wait_until(lambda: any("read-only" in line for line in server.lines), "the end of writing")
    with refused(Code.FAILED_PRECONDITION, "READ_ONLY") as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(2)))
    assert str(tmp_path / "data" / "log") in failure[0].message and "removed, moved away or replaced" in failure[0].message
    assert api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/n-1")).title
    api.channel.close()
    server.stop()
    (tmp_path / "elsewhere").rename(tmp_path / "data")
    api = stubs(start().target)
    assert set(everything(api)) == {"articles/n-1"}
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(2)))
    api.channel.close()


def connect_refused(target):
    """Whether nobody listens at `target` any more."""
    host, port = target.rsplit(":", 1)
    try:
        socket.create_connection((host, int(port)), timeout=PATIENCE).close()
        return False
    except (ConnectionRefusedError, ConnectionResetError):
        return True


def test_sigterm_lets_calls_in_flight_finish(start):
    server = start()
    api = stubs(server.target)
    half, go_on = threading.Event(), threading.Event()

    def requests():
        yield article_pb2.ImportArticlesRequest(
            items=[article_pb2.ImportItem(item_id=1, article=numbered(1))])
        half.set()
        go_on.wait(30)
        yield article_pb2.ImportArticlesRequest(
            items=[article_pb2.ImportItem(item_id=2, article=numbered(2))])

    responses = api.articles.ImportArticles(requests())
    first = next(responses)
    assert half.wait(30)
    stopper = threading.Thread(target=server.stop)
    stopper.start()
    # The drain has begun once a new connection is refused.
    wait_until(lambda: connect_refused(server.target), "new connections to be refused")
    go_on.set()
    rest = [r for response in responses for r in response.results]
    stopper.join()
    assert first.results[0].item_id == 1 and rest[0].item_id == 2
    assert server.process.returncode == 0
    api.channel.close()


def test_the_sample_archive_is_canonical_json():
    for line in SAMPLE.read_text().splitlines():
        assert json.loads(line)["name"].startswith("articles/")


def test_a_data_directory_that_another_takes_the_place_of_gets_no_more_writes(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, 1)
    data, old = tmp_path / "data", tmp_path / "old"
    shutil.copytree(data, tmp_path / "copy")
    data.rename(old)
    (tmp_path / "copy").rename(data)
    before = tree(data)

    def is_refused():
        try:
            create(api, next(numbers))
        except grpc.RpcError as error:
            return error.details()

    numbers = iter(range(2, 100_000))
    assert "replaced while it was in use" in wait_until(is_refused, "a refusal")
    with pytest.raises(grpc.RpcError):
        api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    server.stop()
    assert tree(data) == before


def create(api, number):
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        article=article_pb2.Article(title="Placed", language="en"), article_id=f"p-{number}"))


def tree(folder):
    """Every file under a folder, and its bytes."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
