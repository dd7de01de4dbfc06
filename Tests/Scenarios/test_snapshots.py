"""Snapshots as operators use them: check, repair, restore, download, revisions of the past, limits."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import grpc
import pytest
from matiane.v1 import admin_pb2, article_pb2, search_pb2

from conftest import stubs
from errors import refused
from programs import BIN, SAMPLE, Server, maintain, matiane, run_server_expecting_failure, wait_until
from test_durability import everything, numbered

Code = grpc.StatusCode


def create(api, numbers):
    for number in numbers:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(number)))


def test_a_new_server_is_seeded_over_the_network(start, tmp_path):
    server = start()
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    api = stubs(server.target)
    assert matiane(server.target, "snapshot", "create").returncode == 0
    before = everything(api)
    got = matiane(server.target, "snapshot", "download", "--into", str(tmp_path / "seed"))
    assert got.returncode == 0, got.stderr
    assert maintain("check", tmp_path / "seed").returncode == 0
    with Server(tmp_path / "seed") as second:
        copy = stubs(second.target)
        assert everything(copy) == before
        create(copy, [1])
        copy.channel.close()
    again = matiane(server.target, "snapshot", "download", "--into", str(tmp_path / "seed"))
    assert again.returncode != 0 and "holds an archive already" in again.stderr
    missing = matiane(server.target, "snapshot", "download", "999999", "--into", str(tmp_path / "other"))
    assert missing.returncode == 3
    api.channel.close()


def test_no_server_starts_on_half_a_download_which_can_be_begun_again(start, tmp_path):
    server = start("--checkpoint-mb", "0")
    api = stubs(server.target)
    article = numbered(1)
    article.rights = "r" * 3_000_000
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    assert matiane(server.target, "snapshot", "create").returncode == 0
    new = tmp_path / "new"
    # The kernel ends it when a file would grow beyond 1 MiB.
    half = subprocess.run(["bash", "-c", 'ulimit -f 1024; exec "$@"', "-", str(BIN / "matiane"), "--server", server.target,
                           "snapshot", "download", "--into", str(new)], capture_output=True)
    assert half.returncode != 0
    code, said = run_server_expecting_failure(new)
    assert code == 1 and "not finished" in said and "again" in said
    assert maintain("check", new).returncode == 1
    again = matiane(server.target, "snapshot", "download", "--into", str(new))
    assert again.returncode == 0, again.stderr
    with Server(new) as seeded:
        other = stubs(seeded.target)
        assert everything(other).keys() == everything(api).keys()
        other.channel.close()
    api.channel.close()


def test_a_snapshot_is_restored_into_a_new_directory_while_the_server_runs(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(5))
    snapshot = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    before = everything(api)
    create(api, range(5, 8))
    done = maintain("restore", server.data_dir, "--into", str(tmp_path / "copy"), "--snapshot", str(snapshot.revision))
    assert done.returncode == 0, done.stderr
    with Server(tmp_path / "copy") as second:
        copy = stubs(second.target)
        assert everything(copy) == before
        copy.channel.close()
    api.channel.close()


def filled(server, stored, behind=0):
    """Puts articles into a snapshot of a server, and others behind it; returns what it holds."""
    api = stubs(server.target)
    create(api, range(stored))
    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    create(api, range(stored, stored + behind))
    held = everything(api)
    api.channel.close()
    return held


def with_snapshot(start):
    """A server with five articles in a snapshot, and what it holds."""
    server = start()
    return server, filled(server, 5)


def test_a_copy_for_any_release_holds_no_index_and_loses_nothing(start, tmp_path):
    server, before = with_snapshot(start)
    done = maintain("restore", server.data_dir, "--into", str(tmp_path / "copy"), "--for-any-release")
    assert done.returncode == 0, done.stderr
    assert not list((tmp_path / "copy").rglob("*.index"))
    assert list((tmp_path / "data").rglob("history")) and not list((tmp_path / "copy").rglob("history"))
    assert maintain("check", tmp_path / "copy").returncode == 0
    for start_number in range(2):
        with Server(tmp_path / "copy") as second:
            # The first start makes the index, and keeps it.
            assert any("index again" in line for line in second.lines) == (start_number == 0)
            copy = stubs(second.target)
            assert everything(copy) == before
            assert copy.search.Count(search_pb2.CountRequest(query="marker")).total_articles == 5
            copy.channel.close()


def test_the_manifest_names_the_sha256_of_every_section_and_unchanged_segments_are_links(start):
    server = start()
    api = stubs(server.target)
    create(api, range(5))
    first = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    create(api, range(5, 7))
    second = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    api.channel.close()
    folders = [server.data_dir / "snapshots" / f"{s.revision:020}" for s in (first, second)]
    for folder in folders:
        sections = [line.split() for line in (folder / "MANIFEST").read_text().splitlines()
                    if line.startswith("section ")]
        assert sections
        for words in sections:
            content = (folder / words[1]).read_bytes()
            assert int(words[2]) == len(content)
            assert words[5] == "sha256" and words[6] == hashlib.sha256(content).hexdigest()
    old, new = ({p.name: p.stat().st_ino for p in f.iterdir() if p.name.endswith(".documents")} for f in folders)
    assert old.items() <= new.items()


def test_check_and_repair_leave_to_a_start_what_it_makes_again(start, tmp_path):
    server, before = with_snapshot(start)
    # The only copy of the truth: there is no log behind it.
    copy = tmp_path / "copy"
    assert maintain("restore", server.data_dir, "--into", str(copy)).returncode == 0
    index = next(copy.rglob("*.index"))
    index.write_bytes(index.read_bytes()[:-9])
    changes = next(copy.rglob("history"))
    changes.write_bytes(b"x" + changes.read_bytes()[1:])
    checked = maintain("check", copy)
    assert checked.returncode == 0, checked.stdout
    assert f"note  {index}" in checked.stdout and "makes it again" in checked.stdout
    assert f"note  {changes}" in checked.stdout and "watches" in checked.stdout
    repaired = maintain("repair", copy)
    assert repaired.returncode == 0 and "nothing was changed" in repaired.stdout
    with Server(copy) as second:
        other = stubs(second.target)
        assert everything(other) == before
        other.channel.close()


def test_check_names_damage_and_repair_keeps_what_is_left(start, tmp_path):
    server = start()
    before = filled(server, 6, behind=6)
    server.kill()
    data = tmp_path / "data"
    sound = maintain("check", data)
    assert sound.returncode == 0 and "sound, at revision 12" in sound.stdout
    newest = sorted((data / "log").iterdir())[-1]
    content = bytearray(newest.read_bytes())
    place = content.index(b"Report number 9")
    content[place] ^= 0xFF
    newest.write_bytes(content)
    damaged = maintain("check", data)
    assert damaged.returncode == 1
    assert newest.name in damaged.stdout and "at byte" in damaged.stdout
    assert "repair" in damaged.stdout and "loses revisions 10 to 12" in damaged.stdout
    repaired = maintain("repair", data)
    assert repaired.returncode == 0, repaired.stderr
    assert "loses revisions 10 to 12" in repaired.stdout and "log.damaged" in repaired.stdout
    assert bytes(content) == (data / "log.damaged" / newest.name).read_bytes()
    server = start()
    api = stubs(server.target)
    kept = {f"articles/n-{n}": before[f"articles/n-{n}"] for n in range(9)}
    assert everything(api) == kept
    create(api, [100])
    api.channel.close()


def test_every_file_of_a_data_directory_is_missed_when_a_byte_of_it_changes(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(6))
    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    api.channel.close()
    assert server.stop() == 0
    data = tmp_path / "data"
    for path in sorted(p for p in data.rglob("*") if p.is_file() and p.name != "LOCK"):
        content = path.read_bytes()
        if not content:
            continue
        for position in {0, len(content) // 3, len(content) - 1}:
            changed = bytearray(content)
            changed[position] ^= 0x04
            path.write_bytes(changed)
            found = maintain("check", data)
            # The mark at the log's end says that nothing is missing behind it; without it nothing is lost.
            is_mark = path.suffix == ".log" and position >= len(content) - 24
            # What a start makes again, or can do without, is named all the same.
            is_derived = path.suffix == ".index" or path.name in ("history", "stories")
            assert found.returncode == (0 if is_mark or is_derived else 1), (path, position, found.stdout, found.stderr)
            assert not is_derived or f"note  {path}" in found.stdout
            if not is_mark:
                assert path.name in found.stdout
        path.write_bytes(content)
    assert maintain("check", data).returncode == 0


def test_verifying_a_snapshot_names_all_that_is_damaged_and_where(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, range(6))
    snapshot = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    verify = admin_pb2.VerifySnapshotRequest(name=snapshot.name)
    assert api.admin.VerifySnapshot(verify) == admin_pb2.VerifySnapshotResponse(
        valid=True, bytes_verified=snapshot.size_bytes)
    folder = next((tmp_path / "data" / "snapshots").iterdir())
    damaged = [*folder.glob("segment-*.documents"), *folder.glob("segment-*.index"), folder / "categories"]
    for path in damaged:
        content = bytearray(path.read_bytes() or b"x")
        content[len(content) // 2] ^= 0x04
        path.write_bytes(content)
    found = api.admin.VerifySnapshot(verify)
    assert not found.valid and len(found.problems) == len(damaged)
    for path in damaged:
        problem = next(p for p in found.problems if str(path) in p)
        assert "expected" in problem and "found" in problem, problem
        assert path.suffix != ".documents" or "at byte" in problem, problem
    api.channel.close()


def test_a_snapshot_does_not_carry_damage_on_and_the_log_says_what_is_damaged(start, tmp_path):
    server = start("--checkpoint-mb", "0")
    api = stubs(server.target)
    create(api, range(6))
    snapshot = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    create(api, [50])
    documents = max((tmp_path / "data" / "snapshots").rglob("*.documents"), key=lambda path: path.stat().st_size)
    content = documents.read_bytes()
    with documents.open("r+b") as file:
        file.seek(content.index(b"Report number"))
        file.write(b"R\0port")
    with pytest.raises(grpc.RpcError) as refusal:
        api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    assert refusal.value.code() == Code.DATA_LOSS
    assert str(documents) in refusal.value.details() and "repair" in refusal.value.details()
    assert [s.revision for s in api.admin.ListSnapshots(admin_pb2.ListSnapshotsRequest()).snapshots] == [snapshot.revision]
    # With a copy of the file all is well again.
    with documents.open("r+b") as file:
        file.write(content)
    api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    api.channel.close()
    assert any(documents.name in line and "at byte" in line for line in server.lines), server.lines


def test_snapshots_are_made_kept_and_read_again_as_the_settings_say(start, tmp_path):
    server = start("--checkpoint-mb", "0", "--checkpoint-every", "1s", "--keep-snapshots", "1", "--keep-days", "1",
                   "--verify-every", "1s")
    api = stubs(server.target)
    revisions = lambda: sorted(s.revision for s in api.admin.ListSnapshots(admin_pb2.ListSnapshotsRequest()).snapshots)
    for number in (1, 2):
        create(api, [number])
        wait_until(lambda: revisions() == list(range(1, number + 1)), "a snapshot by the schedule, beside the younger ones")
    documents = max((tmp_path / "data" / "snapshots").rglob("*.documents"), key=lambda path: path.stat().st_size)
    with documents.open("r+b") as file:
        file.seek(documents.read_bytes().index(b"Report number"))
        file.write(b"R\0port")
    wait_until(lambda: any(documents.name in line and "checksum" in line for line in server.lines), "the damage to be found")
    api.channel.close()


def test_a_snapshot_is_written_no_faster_than_the_rate(start):
    server = start("--checkpoint-mb", "0", "--checkpoint-rate-mb", "1")
    api = stubs(server.target)
    article = numbered(1)
    article.rights = os.urandom(500_000).hex()
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    snapshot = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    assert snapshot.size_bytes > 1_000_000
    assert snapshot.write_duration.ToTimedelta().total_seconds() >= snapshot.size_bytes / (1 << 20) * 0.99
    api.channel.close()


def test_a_copied_snapshot_folder_keeps_nothing_from_starting(start, tmp_path):
    server, before = with_snapshot(start)
    assert server.stop() == 0
    snapshots = tmp_path / "data" / "snapshots"
    newest = max(snapshots.iterdir())
    copy = snapshots / f"{int(newest.name) + 1000:020}"
    shutil.copytree(newest, copy)
    checked = maintain("check", tmp_path / "data")
    assert checked.returncode == 0 and f"note  {copy}" in checked.stdout, checked.stdout
    server = start()
    api = stubs(server.target)
    assert everything(api) == before
    api.channel.close()
    assert any(copy.name in line and "remove it" in line for line in server.lines), server.lines


def test_a_copy_for_any_release_needs_no_index(start, tmp_path):
    server, before = with_snapshot(start)
    assert server.stop() == 0
    for index in (tmp_path / "data" / "snapshots").rglob("*.index"):
        index.write_bytes(b"x")
    whole = maintain("restore", tmp_path / "data", "--into", str(tmp_path / "whole"))
    assert whole.returncode == 1 and ".index" in whole.stderr
    done = maintain("restore", tmp_path / "data", "--into", str(tmp_path / "copy"), "--for-any-release")
    assert done.returncode == 0, done.stderr
    with Server(tmp_path / "copy") as second:
        other = stubs(second.target)
        assert everything(other) == before
        other.channel.close()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be another user")
def test_another_user_reads_what_it_may_not_write():
    # Nobody else gets into the folders of the other tests.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        data = Path(folder) / "data"
        with Server(data, "--checkpoint-mb", "0") as server:
            before = filled(server, 5, behind=4)
            server.kill()
        other = ("setpriv", "--reuid=65534", f"--regid={os.getgid()}", "--clear-groups")
        files = {path: path.stat().st_mtime_ns for path in data.rglob("*")}

        def check():
            return subprocess.run([*other, str(BIN / "matiane-server"), "check", "--data-dir", str(data)],
                                  capture_output=True, text=True)

        with Server(data, "--read-only", wrapper=other) as first, Server(data, "--read-only", wrapper=other) as second:
            for reader in first, second:
                api = stubs(reader.target)
                assert everything(api) == before
                with refused(Code.FAILED_PRECONDITION, "READ_ONLY"):
                    create(api, [100])
                api.channel.close()
            checked = check()
            assert checked.returncode == 0 and "sound, at revision 9" in checked.stdout, checked.stdout + checked.stderr
            code, said = run_server_expecting_failure(data)
            assert code == 1 and "in use" in said
        assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == files
        hidden = sorted([*(data / "log").iterdir(), *data.rglob("*.documents")])
        for path in hidden:
            path.chmod(0o600)
        checked = check()
        assert checked.returncode == 1, checked.stdout
        for path in hidden:
            assert f"unreadable  {path}" in checked.stdout
        assert f"{len(hidden)} files cannot be read" in checked.stdout


def test_a_running_server_is_not_checked(start):
    server = start()
    done = maintain("check", server.data_dir)
    assert done.returncode == 1 and "snapshot verify" in done.stderr


def test_the_past_is_read_by_revision_and_pages_are_pinned_to_theirs(start):
    server = start("--history-revisions", "40")
    api = stubs(server.target)
    create(api, range(20))
    first = api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=7))
    at_20 = {a.name for a in everything(api).values()}
    create(api, range(100, 110))
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/n-19"))
    names = [a.name for a in first.articles]
    token = first.next_page_token
    while token:
        page = api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=7, page_token=token))
        names += [a.name for a in page.articles]
        token = page.next_page_token
    assert sorted(names) == sorted(at_20)
    for revision in range(1, 21):
        request = article_pb2.ExportArticlesRequest(read_revision=revision)
        assert sum(len(part.articles) for part in api.articles.ExportArticles(request)) == revision
    create(api, range(200, 300))
    with refused(Code.OUT_OF_RANGE, "REVISION_COMPACTED") as failure:
        api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/n-1", read_revision=5))
    with refused(Code.OUT_OF_RANGE, "REVISION_UNKNOWN"):
        api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/n-1", read_revision=10_000))
    oldest = int(failure[0].detail("ErrorInfo").metadata["oldest_revision"])
    assert 131 - 40 <= oldest <= 131
    assert api.articles.GetArticle(
        article_pb2.GetArticleRequest(name="articles/n-1", read_revision=oldest)).title
    api.channel.close()


def test_waiting_for_a_revision_ends_with_the_deadline(start):
    server = start()
    api = stubs(server.target)
    create(api, [1])
    with pytest.raises(grpc.RpcError) as failure:
        api.articles.GetArticle(
            article_pb2.GetArticleRequest(name="articles/n-1", min_revision=99), timeout=0.3)
    assert failure.value.code() == Code.DEADLINE_EXCEEDED
    api.channel.close()


def test_a_repeated_request_has_its_first_answer_also_after_a_kill(start):
    server = start()
    api = stubs(server.target)
    request = article_pb2.CreateArticleRequest(article=numbered(1), request_id="once")
    made = api.articles.CreateArticle(request)
    assert api.articles.CreateArticle(request) == made
    server.kill()
    api.channel.close()
    server = start()
    api = stubs(server.target)
    assert api.articles.CreateArticle(request) == made
    assert len(everything(api)) == 1
    api.channel.close()


def test_above_the_memory_limit_writes_are_refused_and_reads_go_on(start):
    server = start("--max-memory", "1M")
    api = stubs(server.target)
    with refused(Code.RESOURCE_EXHAUSTED, "MEMORY_LIMIT") as failure:
        create(api, [1])
    assert failure[0].retry_delay is not None and failure[0].quota
    assert api.search.Search(search_pb2.SearchRequest(query="x")).total_articles == 0
    info = json.loads(matiane(server.target, "server-info", "-o", "json").stdout)["info"]
    assert info["readOnly"] and "memory" in info["readOnlyReason"]
    api.channel.close()


def test_a_snapshot_that_is_not_there_and_a_place_that_is_none_are_named(start, tmp_path):
    server = start()
    api = stubs(server.target)
    create(api, [1])
    name = api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest()).name
    calls = {
        "GetSnapshot": lambda: api.admin.GetSnapshot(admin_pb2.GetSnapshotRequest(name="snapshots/999")),
        "VerifySnapshot": lambda: api.admin.VerifySnapshot(admin_pb2.VerifySnapshotRequest(name="snapshots/999")),
        "DeleteSnapshot": lambda: api.admin.DeleteSnapshot(admin_pb2.DeleteSnapshotRequest(name="snapshots/999")),
        "DownloadSnapshot": lambda: list(api.admin.DownloadSnapshot(admin_pb2.DownloadSnapshotRequest(name="snapshots/999"))),
        "RestoreSnapshot": lambda: api.admin.RestoreSnapshot(
            admin_pb2.RestoreSnapshotRequest(name="snapshots/999", data_dir=str(tmp_path / "new"))),
    }
    for method, call in calls.items():
        with refused(Code.NOT_FOUND, "RESOURCE_NOT_FOUND") as failure:
            call()
        assert failure[0].message == "snapshots/999 does not exist", method
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "other").write_text("x")
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "full", tmp_path / "file", tmp_path / "none" / "below", "relative"):
        with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
            api.admin.RestoreSnapshot(admin_pb2.RestoreSnapshotRequest(name=name, data_dir=str(place)))
        assert failure[0].field == "data_dir", place
    api.channel.close()


def test_nothing_is_restored_from_a_directory_of_a_newer_version(start, tmp_path):
    server = start()
    stubs(server.target).articles.CreateArticle(article_pb2.CreateArticleRequest(article=numbered(1)))
    server.stop()
    (tmp_path / "data" / "FORMAT").write_text("matiane data directory\nformat 2\n")
    done = subprocess.run(
        [str(BIN / "matiane-server"), "restore", "--data-dir", str(tmp_path / "data"), "--into", str(tmp_path / "new")],
        capture_output=True, text=True)
    assert done.returncode == 1 and "format 2" in done.stderr and not (tmp_path / "new").exists()
