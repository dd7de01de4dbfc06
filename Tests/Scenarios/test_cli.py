"""The CLI as people and scripts use it: output, exit codes, bad lines."""

import concurrent.futures
import datetime
import gzip
import json
import os
import re
import subprocess
import threading
from pathlib import Path

import grpc
import pytest
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status
from matiane.v1 import search_pb2, search_pb2_grpc

from faults import build
from programs import BIN, SAMPLE, matiane, wait_until


@pytest.fixture
def cli(sample_server):
    return lambda *arguments, **kwargs: matiane(sample_server.target, *arguments, **kwargs)


def flat(number, **fields):
    return json.dumps({"id": f"flat-{number}", "title": f"Flat {number}", "body": "One.\n\nTwo.", "language": "en", **fields})


def test_search_shows_titles_and_json(cli):
    shown = cli("search", "night train")
    assert shown.returncode == 0 and "Night Train to Batumi" in shown.stdout
    lines = cli("search", "-o", "jsonl", "night train").stdout.splitlines()
    assert json.loads(lines[0])["article"]["name"] == "articles/night-train-batumi-en"
    whole = json.loads(cli("search", "-o", "json", "night train").stdout)
    assert int(whole["totalArticles"]) == len(lines)


def test_get_shows_an_article_by_name_and_by_url(cli):
    by_name = cli("get", "chess-junior-title-ka", "-o", "json")
    by_url = cli("get", "--url", "https://chronicle.example/ka/2025/11/16/chess-junior-title", "-o", "json")
    assert json.loads(by_name.stdout) == json.loads(by_url.stdout)
    assert "ჭადრაკში" in cli("get", "chess-junior-title-ka").stdout


def test_exit_codes_tell_what_went_wrong(cli):
    assert cli("get", "nowhere").returncode == 3
    assert cli("get").returncode == 2
    assert cli("search", "(open").returncode == 2
    assert cli("serach", "x").returncode == 2
    assert cli("delete", "--etag", "old", "chess-junior-title-en").returncode == 4
    assert cli("delete", "--etag", "old", "chess-junior-title-en", "another").returncode == 2
    assert matiane("127.0.0.1:1", "get", "x", "--timeout", "2s").returncode == 6


class Rude(search_pb2_grpc.SearchServiceServicer):
    """A server whose errors speak to the terminal."""

    def Search(self, request, context):
        context.abort(grpc.StatusCode.INTERNAL, "\x1b]0;pwned\x07one\nmatiane: two")


def test_what_a_server_says_of_an_error_does_not_reach_the_terminal_as_it_is():
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(1))
    search_pb2_grpc.add_SearchServiceServicer_to_server(Rude(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        refused = matiane(f"127.0.0.1:{port}", "search", "x")
    finally:
        server.stop(None)
    assert refused.returncode == 1
    assert refused.stderr == "matiane: INTERNAL:  ]0;pwned one matiane: two\n"


class Loading(search_pb2_grpc.SearchServiceServicer):
    """A server that loads its archive for so many calls more, and answers then."""

    def __init__(self, calls, wait=datetime.timedelta(milliseconds=20)):
        self.calls, self.wait = calls, wait
        self.asked = 0

    def Search(self, request, context):
        self.asked += 1
        if self.asked <= self.calls:
            details = [any_pb2.Any(), any_pb2.Any()]
            details[0].Pack(error_details_pb2.ErrorInfo(reason="INDEX_LOADING", domain="matiane"))
            details[1].Pack(error_details_pb2.RetryInfo(retry_delay=self.wait))
            context.abort_with_status(rpc_status.to_status(
                status_pb2.Status(code=grpc.StatusCode.UNAVAILABLE.value[0], message="still loading", details=details)))
        return search_pb2.SearchResponse(total_articles=7)


@pytest.fixture
def serve():
    """Serves a servicer of searches with stock grpcio; returns the target."""
    servers = []

    def go(servicer):
        server = grpc.server(concurrent.futures.ThreadPoolExecutor(2))
        search_pb2_grpc.add_SearchServiceServicer_to_server(servicer, server)
        target = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
        server.start()
        servers.append(server)
        return target

    yield go
    for server in servers:
        server.stop(None)


def test_the_first_call_to_a_server_that_still_loads_is_answered(serve):
    servicer = Loading(calls=12)
    done = matiane(serve(servicer), "search", "x", "-o", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["totalArticles"] == "7" and servicer.asked == 13


def test_a_server_that_loads_for_longer_than_the_call_may_take_is_given_up(serve):
    servicer = Loading(calls=1, wait=datetime.timedelta(hours=1))
    done = matiane(serve(servicer), "search", "x")
    assert done.returncode == 6 and "still loading" in done.stderr and servicer.asked == 1


def test_a_call_takes_no_longer_than_its_timeout(serve):
    class Silent(search_pb2_grpc.SearchServiceServicer):
        def Search(self, request, context):
            over = threading.Event()
            context.add_callback(over.set)
            over.wait()

    done = matiane(serve(Silent()), "search", "x", "--timeout", "200ms")
    assert done.returncode == 6 and "DEADLINE_EXCEEDED" in done.stderr


def test_an_unknown_command_and_flag_get_a_suggestion(cli):
    assert "did you mean 'search'" in cli("serach", "x").stderr
    assert "did you mean --filter" in cli("list", "--fitler", "x").stderr
    assert "unknown command 'foo'; 'matiane help' lists them" in cli("foo").stderr


def test_list_and_categories(cli):
    listed = cli("list", "--filter", 'language = "ru"', "-n", "3", "-o", "jsonl").stdout.splitlines()
    assert len(listed) == 3
    categories = cli("categories").stdout
    assert "categories/politics" in categories


def test_an_export_to_a_dash_goes_to_standard_output(cli, tmp_path):
    told = cli("export", "--file", "-")
    assert told.returncode == 0 and told.stdout == cli("export").stdout != ""
    assert not Path("-").exists()


def test_an_export_is_lines_or_one_array_as_asked_for(cli, tmp_path):
    lines = cli("export").stdout.splitlines()
    array = cli("export", "-o", "json")
    assert array.returncode == 0 and json.loads(array.stdout) == [json.loads(line) for line in lines]
    assert cli("export", "-o", "jsonl").stdout.splitlines() == lines
    assert json.loads(cli("export", "-o", "json", "--filter", 'language = "xx"').stdout) == []
    out = tmp_path / "all.json"
    assert cli("export", "-o", "json", "--file", str(out)).returncode == 0
    again = cli("import", str(out))
    assert again.returncode == 0 and f"0 created, 0 updated, {len(lines)} unchanged" in again.stdout, again.stderr


def test_an_export_imports_again_as_it_was(cli, sample_server, tmp_path):
    out = tmp_path / "all.jsonl"
    assert cli("export", "--file", str(out)).returncode == 0
    again = cli("import", str(out))
    assert again.returncode == 0, again.stderr
    assert "0 created, 0 updated" in again.stdout
    # Whose etags are the exported ones is told only where it matters.
    changed = tmp_path / "changed.jsonl"
    article = json.loads(out.read_text().splitlines()[0])
    changed.write_text(json.dumps(article | {"subtitle": "New", "source": article["source"] | {"version": "next"}}))
    assert "1 updated" in cli("import", str(changed)).stdout
    late = cli("import", "--check-etags", str(out))
    assert late.returncode == 5 and "was changed meanwhile" in late.stderr
    assert "1 updated" in cli("import", str(out)).stdout


def test_what_get_prints_imports_again(cli, sample_server, tmp_path):
    out = tmp_path / "all.jsonl"
    assert cli("export", "--file", str(out)).returncode == 0
    name = json.loads(out.read_text().splitlines()[0])["name"]
    printed = tmp_path / "one.json"
    printed.write_text(cli("get", name, "-o", "json").stdout)
    assert len(printed.read_text().splitlines()) > 1
    again = cli("import", str(printed))
    assert again.returncode == 0 and "0 created" in again.stdout, again.stdout + again.stderr


def test_an_export_imports_into_an_empty_archive(cli, start, tmp_path):
    out = tmp_path / "all.jsonl"
    assert cli("export", "--file", str(out)).returncode == 0
    empty = start(data_dir=tmp_path / "empty")
    moved = matiane(empty.target, "import", "--create-categories", str(out))
    assert moved.returncode == 0, moved.stderr
    assert f"{len(out.read_text().splitlines())} created, 0 updated" in moved.stdout


def test_articles_that_share_a_source_id_survive_an_export_and_an_import(start, tmp_path):
    lines = [json.dumps({"name": f"articles/{language}-1", "title": f"Wire report {language}", "language": language,
                         "source": {"id": "wire-7"}}) for language in ("en", "ka", "ru")]
    given, out = tmp_path / "given.jsonl", tmp_path / "all.jsonl"
    given.write_text("\n".join(lines))
    first, second = start(data_dir=tmp_path / "first"), start(data_dir=tmp_path / "second")
    assert "3 created" in matiane(first.target, "import", str(given)).stdout
    assert matiane(first.target, "export", "--file", str(out)).returncode == 0
    assert "3 created" in matiane(second.target, "import", str(out)).stdout
    assert "3 unchanged" in matiane(first.target, "import", str(out)).stdout


def test_a_line_that_no_message_has_room_for_is_reported_and_the_rest_goes_on(cli, start, tmp_path):
    path = tmp_path / "large.jsonl"
    path.write_text("\n".join([flat(11), flat(12, subtitle="x" * 5_000_000), flat(13)]))
    done = cli("import", str(path))
    assert done.returncode == 5 and "2 created" in done.stdout and "1 refused" in done.stdout
    assert "large.jsonl:2: articles/flat-12: an article of 5000" in done.stderr
    larger = start("--max-message-mb", "16", data_dir=tmp_path / "larger")
    done = matiane(larger.target, "import", "--max-message-mb", "16", str(path))
    assert done.returncode == 0 and "3 created" in done.stdout, done.stderr


def test_an_export_that_fails_leaves_the_file_as_it_was(cli, tmp_path):
    kept = tmp_path / "kept.jsonl"
    kept.write_text("precious")
    kept.chmod(0o600)
    assert matiane("127.0.0.1:1", "export", "--file", str(kept), "--timeout", "2s").returncode == 6
    assert cli("export", "--file", str(kept), "--filter", "nonsense >").returncode == 2
    assert kept.read_text() == "precious"
    link = tmp_path / "link.jsonl"
    link.symlink_to(kept)
    done = cli("export", "--file", str(link))
    assert done.returncode == 0, done.stderr
    assert link.is_symlink() and len(kept.read_text().splitlines()) > 10 and kept.stat().st_mode & 0o777 == 0o600
    assert {p.name for p in tmp_path.iterdir()} == {"kept.jsonl", "link.jsonl"}
    refused = cli("export", "--file", str(tmp_path / "nowhere" / "x.jsonl"))
    assert refused.returncode == 1 and "nowhere" in refused.stderr
    assert cli("export", "--file", "/dev/stdout").stdout == kept.read_text()


def test_a_bad_line_is_reported_and_the_rest_goes_on(cli, tmp_path):
    lines = [flat(1), "{not json", flat(2, categories=["not-there"]), flat(3), '{"id": "flat-4", "titel": "x"}', ""]
    path = tmp_path / "mixed.jsonl"
    path.write_text("\n".join(lines))
    done = cli("import", str(path))
    assert done.returncode == 5
    assert "mixed.jsonl:2:" in done.stderr
    assert "mixed.jsonl:3:" in done.stderr and "not-there" in done.stderr and "--create-categories" in done.stderr
    assert "mixed.jsonl:5:" in done.stderr and "titel" in done.stderr
    assert cli("get", "flat-1").returncode == 0 and cli("get", "flat-3").returncode == 0
    assert "mixed.jsonl:5: there is no field \"titel\"" in done.stderr
    told = cli("import", "-", stdin='{"id": 1}\n').stderr
    assert "-:1: id: expected a string, found 1, at byte 7" in told, told
    # What stands in a file must not drive the terminal.
    assert "\x1b" not in cli("import", "-", stdin='{"id": \x1b[31m}\n').stderr
    assert cli("get", "flat-2").returncode == 3
    article = json.loads(cli("get", "flat-1", "-o", "json").stdout)
    assert [b["paragraph"]["text"] for b in article["blocks"]] == ["One.", "Two."]


def test_a_line_that_is_too_long_is_reported_and_the_rest_goes_on(cli, tmp_path):
    path = tmp_path / "long.jsonl"
    with open(path, "w") as file:
        file.write(flat(30) + "\n" + "x" * (65 << 20) + "\n" + flat(31))
    done = cli("import", str(path))
    assert done.returncode == 5, done.stderr
    assert "long.jsonl:2: expected at most 67108864 bytes, found a longer article" in done.stderr
    assert cli("get", "flat-30").returncode == 0 and cli("get", "flat-31").returncode == 0


def test_gzip_and_standard_input_are_read_as_they_are(cli, sample_server, tmp_path):
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress((flat(10) + "\n").encode()) + gzip.compress(flat(11).encode()))
    assert cli("import", str(packed)).returncode == 0
    assert cli("import", "-", stdin=flat(12)).returncode == 0
    for number in (10, 11, 12):
        assert cli("get", f"flat-{number}").returncode == 0
    # From a pipe the first byte may come alone, and tapes fill up what is behind.
    half = gzip.compress(flat(13).encode()) + b"\0" * 512
    with subprocess.Popen(
            [BIN / "matiane", "--server", sample_server.target, "import", "-"], stdin=subprocess.PIPE) as piped:
        for piece in (half[:1], half[1:]):
            piped.stdin.write(piece)
            piped.stdin.flush()
        piped.stdin.close()
        assert piped.wait(60) == 0
    packed.write_bytes(packed.read_bytes()[:-5])
    broken = cli("import", str(packed))
    assert broken.returncode not in (0, 5) and "packed.jsonl.gz" in broken.stderr


def test_health_server_info_and_snapshots(cli):
    assert cli("health").returncode == 0
    info = cli("server-info").stdout
    assert "nghttp2" in info and re.search(r"Resident +[\d.]+ MiB$", info, re.M)
    assert re.search(r"Start took +[\d.]+ s$", info, re.M)
    created = json.loads(cli("snapshot", "create", "-o", "jsonl").stdout)
    assert created["name"] in cli("snapshot", "list").stdout
    assert cli("snapshot", "verify", created["name"]).returncode == 0
    assert cli("snapshot", "delete", "snapshots/1234567").returncode == 3


@pytest.mark.parametrize("words, make, name", [
    (["delete"], ["import", "-"], "gone-1"),
    (["categories", "delete"], ["categories", "create", "gone-2"], "gone-2"),
    (["queries", "delete"], ["queries", "save", "gone-3", "wine"], "gone-3"),
    (["synonyms", "delete"], ["synonyms", "put", "gone-4", "a, b"], "gone-4"),
], ids=["articles", "categories", "queries", "synonyms"])
def test_whatever_is_deleted_is_told_with_its_revision(cli, words, make, name):
    line = json.dumps({"id": "gone-1", "title": "Gone", "body": "Gone.", "language": "en"})
    for form in ("table", "json", "jsonl"):
        assert cli(*make, stdin=line).returncode == 0
        done = cli(*words, name, "-o", form)
        assert done.returncode == 0 and done.stderr == ""
        if form == "table":
            assert re.fullmatch(rf"deleted {name} at revision \d+\n", done.stdout)
        else:
            told = json.loads(done.stdout)
            assert told["deleted"] == name and int(told["revision"]) > 0


def test_a_deleted_snapshot_is_told(cli):
    older = json.loads(cli("snapshot", "create", "-o", "jsonl").stdout)["name"]
    line = json.dumps({"id": "later", "title": "Later", "body": "Later.", "language": "en"})
    assert cli("import", "-", stdin=line).returncode == 0
    assert cli("snapshot", "create").returncode == 0
    assert cli("snapshot", "delete", older).stdout == f"deleted {older}\n"


def test_a_saved_query_wants_a_query_or_a_filter(cli):
    refused = cli("queries", "save", "everything")
    assert refused.returncode == 2 and "--filter" in refused.stderr
    assert cli("queries", "save", "economy", "--filter", 'category = "economy"').returncode == 0
    assert cli("queries", "delete", "economy").returncode == 0


def test_one_of_something_is_not_many(cli):
    line = json.dumps({"id": "only-one", "title": "Zyzzyva", "body": "Found once.", "language": "en"})
    assert cli("import", "-", stdin=line).returncode == 0
    assert "\n1 article in 1 story matches" in cli("search", "zyzzyva").stdout
    assert "\n0 articles in 0 stories match" in "\n" + cli("search", "zyzzyvas-there-are-none").stdout
    one_bad = cli("import", "-", stdin="nonsense\n")
    assert "1 bad line " in one_bad.stdout


def test_help_and_version(cli):
    for program in ("matiane", "matiane-server"):
        for flag in ("--help", "--version"):
            done = subprocess.run([str(BIN / program), flag], capture_output=True, text=True)
            assert done.returncode == 0 and done.stdout and not done.stderr
    helped = cli("import", "--help")
    assert helped.returncode == 0 and "--create-categories" in helped.stdout


def test_flags_may_come_from_the_environment(sample_server):
    done = subprocess.run(
        [str(BIN / "matiane"), "health"], capture_output=True, text=True,
        env={"MATIANE_SERVER": sample_server.target})
    assert done.returncode == 0, done.stderr


def test_text_from_the_archive_cannot_drive_the_terminal(cli):
    hostile = json.dumps({"id": "hostile", "title": "red \u001b[31m alert", "body": "x", "language": "en"})
    assert cli("import", "-", stdin=hostile).returncode == 0
    assert "\x1b" not in cli("get", "hostile").stdout


def test_an_import_that_breaks_off_says_what_is_in_and_can_be_started_again(start):
    server = start()
    process = subprocess.Popen(
        [str(BIN / "matiane"), "--server", server.target, "import", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdin.write(flat(1) + "\n" + flat(2) + "\n")
    process.stdin.flush()
    # The second line is sent when the first one's result is there.
    wait_until(lambda: matiane(server.target, "get", "flat-2").returncode == 0, "the second article")
    server.kill()
    _, said = process.communicate(flat(3) + "\n", timeout=60)
    assert process.returncode == 6
    assert "articles were imported before" in said and "UNAVAILABLE" in said


def test_the_sample_is_imported_whole(cli):
    again = cli("import", str(SAMPLE))
    assert again.returncode == 0 and "36 unchanged" in again.stdout and "revision" not in again.stdout


def test_tls_serves_those_who_trust_it(start, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-keyout", str(key), "-out", str(certificate), "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True)
    server = start("--tls-cert", str(certificate), "--tls-key", str(key))
    assert matiane(server.target, "--tls-ca", str(certificate), "health").returncode == 0
    assert matiane(server.target, "--tls", "health").returncode == 6  # not one of the system's authorities
    assert matiane(server.target, "health").returncode == 6  # plain text
    assert matiane(server.target, "--tls", "--tls-no-verify", "health").returncode == 0
    alone = matiane(server.target, "--tls-no-verify", "health")
    assert alone.returncode == 2 and "--tls-no-verify needs --tls" in alone.stderr


def test_a_key_that_does_not_match_is_refused_at_start(tmp_path):
    from programs import run_server_expecting_failure

    for name in ("a", "b"):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-keyout", str(tmp_path / f"{name}.key"), "-out", str(tmp_path / f"{name}.pem"), "-subj", "/CN=x"],
            check=True, capture_output=True)
    code, said = run_server_expecting_failure(
        tmp_path / "data", "--tls-cert", str(tmp_path / "a.pem"), "--tls-key", str(tmp_path / "b.key"))
    assert code != 0 and "b.key" in said
    subprocess.run(
        ["openssl", "pkey", "-in", str(tmp_path / "a.key"), "-aes256", "-passout", "pass:secret", "-out", str(tmp_path / "c.key")],
        check=True, capture_output=True)
    code, said = run_server_expecting_failure(
        tmp_path / "data", "--tls-cert", str(tmp_path / "a.pem"), "--tls-key", str(tmp_path / "c.key"))
    assert code != 0 and "c.key holds an encrypted private key" in said and "openssl pkey" in said


def test_a_full_disk_does_not_look_like_success(sample_server):
    for command in (["list"], ["search", "train"], ["export"], ["server-info", "-o", "json"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [str(BIN / "matiane"), "-s", sample_server.target, *command], stdout=full, stderr=subprocess.PIPE,
                text=True, timeout=60)
        assert done.returncode == 1 and "standard output" in done.stderr, command


# What a shell puts before a command so that it begins without a standard stream.
CLOSED = 'exec {}>&-; exec "$0" "$@"'


@pytest.mark.parametrize("program", ["matiane", "matiane-server"])
def test_nothing_is_printed_into_a_file_in_the_place_of_a_closed_stream(program, sample_server, tmp_path):
    words = ["-s", sample_server.target, "server-info"] if program == "matiane" else ["--version"]
    done = subprocess.run(
        ["sh", "-c", CLOSED.format(1), str(BIN / program), *words], stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1 and "standard output: Bad file descriptor" in done.stderr
    # A message that nobody can read is the only thing that is lost.
    done = subprocess.run(
        ["sh", "-c", CLOSED.format(2), str(BIN / program), "--no-such-flag"], stdout=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")


def test_an_archive_keeps_the_descriptors_of_standard_streams_free(tmp_path):
    process = subprocess.Popen(
        ["sh", "-c", "exec <&- >&- 2>&-; exec \"$0\" \"$@\"", str(BIN / "matiane-server"), "--data-dir", str(tmp_path / "data"),
         "--listen", f"unix:{tmp_path / 'socket'}"])
    try:
        wait_until(lambda: (tmp_path / "socket").exists(), "the socket")
        open_files = Path(f"/proc/{process.pid}/fd")
        assert {(open_files / str(number)).readlink() for number in range(3)} == {Path("/dev/null")}
    finally:
        process.terminate()
        assert process.wait(60) == 0


@pytest.mark.parametrize("program", ["matiane", "matiane-server"])
def test_an_argument_of_another_encoding_is_refused_and_not_taken_for_another_text(program):
    done = subprocess.run([str(BIN / program), "search", b"\xe9t\xe9"], capture_output=True, timeout=60)
    assert done.returncode == 2 and b"argument 2: expected UTF-8, found" in done.stderr


def test_arguments_are_read_though_a_library_sets_a_variable_before(tmp_path):
    source = tmp_path / "early.c"
    source.write_text(
        "#include <stdlib.h>\n__attribute__((constructor)) static void early(void) {\n"
        "  char name[8] = \"EARLY0\";\n  for (int i = 0; i < 64; i++) { name[5] = '0' + i; setenv(name, \"1\", 1); }\n}\n")
    library = build(tmp_path, source)
    for program, flag in (("matiane-server", "--version"), ("matiane", "--version"), ("grpc-interop-server", "--help"),
                          ("grpc-interop-client", "--help"), ("fulltext-bench", "--help")):
        done = subprocess.run(
            [BIN / program, flag], env={**os.environ, "LD_PRELOAD": str(library)}, capture_output=True, text=True,
            stdin=subprocess.DEVNULL, timeout=60)
        assert done.returncode == 0 and program in done.stdout, (program, done)


def test_a_search_without_hits_says_when_language_or_category_are_unknown(cli):
    done = cli("search", "--language", "english", "train")
    assert done.returncode == 0 and "no article is in the language 'english'" in done.stderr
    done = cli("search", "-c", "nosuch", "train")
    assert done.returncode == 0 and "there is no category 'nosuch'" in done.stderr
    assert cli("search", "--language", "en", "xyzzyqwv").stderr == ""
    assert "case-sensitive" in cli("help", "search").stdout


def test_flags_that_exclude_each_other_and_missing_operands_are_named(cli):
    assert "exclude each other" in cli("import", "--create-only", "--skip-existing", "-", stdin="").stderr
    assert "exclude each other" in cli("get", "--url", "--source-id", "x").stderr
    assert "found 1 operand" in cli("explain", "night-train-batumi-en").stderr


def test_an_import_tells_its_numbers_as_json(cli):
    lines = "\n".join([flat(9001), "broken", flat(9002, language="e_")])
    done = cli("import", "-", "--dry-run", "-o", "json", stdin=lines)
    assert done.returncode == 5
    told = json.loads(done.stdout)
    assert (told["created"], told["refused"], told["badLines"]) == (1, 1, 1)


def completed(words):
    """What bash offers for the last of some words."""
    script = subprocess.run([str(BIN / "matiane"), "completion", "bash"], capture_output=True, text=True, check=True).stdout
    line = " ".join(f"'{word}'" for word in words)
    script += f"\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _matiane; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""
    return done.stdout.split()


def test_the_shell_completes_commands_and_flags():
    assert completed(["matiane", "sea"]) == ["search"]
    assert completed(["matiane", "--server", "x:1", "imp"]) == ["import"]
    assert "--skip-existing" in completed(["matiane", "import", "--s"])
    assert completed(["matiane", "import", "arch"]) == []
    assert completed(["matiane", "list", "-o", "json"]) == ["json", "jsonl"]
    for shell, sign in (("zsh", "bashcompinit"), ("fish", "__fish_use_subcommand")):
        done = subprocess.run([str(BIN / "matiane"), "completion", shell], capture_output=True, text=True)
        assert done.returncode == 0 and sign in done.stdout
    assert subprocess.run([str(BIN / "matiane"), "completion", "tcsh"], capture_output=True).returncode == 2
    behind = subprocess.run([str(BIN / "matiane"), "--server", "x:1", "completion", "bash"], capture_output=True, text=True)
    assert behind.returncode == 0 and "_matiane" in behind.stdout
