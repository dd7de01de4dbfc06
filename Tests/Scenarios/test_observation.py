"""What the server tells about itself: metrics, probes, logs, audit, spans."""

import concurrent.futures
import json
import os
import queue
import re
import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.request

import grpc
import h2.connection
import pytest
from grpc_channelz.v1 import channelz_pb2, channelz_pb2_grpc
from matiane.v1 import admin_pb2, article_pb2, search_pb2, watch_pb2
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2, trace_service_pb2_grpc
from opentelemetry.proto.trace.v1 import trace_pb2
from prometheus_client.parser import text_string_to_metric_families

from conftest import stubs
from programs import BIN, PATIENCE, SAMPLE, Server, matiane, run_server_expecting_failure, wait_until
from test_tls import Authority


def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def base_url(server):
    def find():
        for line in list(server.lines):
            found = re.search(r"(http://\S+)/metrics", line)
            if found:
                return found.group(1)
        return None

    return wait_until(find, "the address of the metrics")


def samples(server):
    """Every sample by name and labels, from text that Prometheus' own parser accepts."""
    status, text = fetch(base_url(server) + "/metrics")
    assert status == 200
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text) for sample in family.samples
    }


def value(found, name, **labels):
    return found[(name, tuple(sorted(labels.items())))]


@pytest.fixture
def observed(start, tmp_path):
    server = start("--metrics-listen", "127.0.0.1:0", "--log-format", "json", "--log-calls", "all",
                   "--audit-log", str(tmp_path / "audit.jsonl"), "--slow-query", "1us")
    server.audit = tmp_path / "audit.jsonl"
    server.api = stubs(server.target)
    assert matiane(server.target, "import", "--create-categories", str(SAMPLE)).returncode == 0
    return server


def test_calls_are_counted_by_method_and_status(observed):
    for _ in range(7):
        observed.api.search.Search(search_pb2.SearchRequest(query="train"))
    with pytest.raises(grpc.RpcError):
        observed.api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/nowhere"))
    found = samples(observed)
    search = {"grpc_method": "matiane.v1.SearchService/Search"}
    get = {"grpc_method": "matiane.v1.ArticleService/GetArticle"}
    assert value(found, "grpc_server_call_started_total", **search) == 7
    assert value(found, "grpc_server_call_duration_seconds_count", **search, grpc_status="OK") == 7
    assert value(found, "grpc_server_call_duration_seconds_count", **get, grpc_status="NOT_FOUND") == 1
    assert value(found, "grpc_server_call_in_flight", **search) == 0
    assert 0 < value(found, "grpc_server_call_duration_seconds_sum", **search, grpc_status="OK") < 60
    sent = value(found, "grpc_server_call_sent_total_compressed_message_size_bytes_sum", **search, grpc_status="OK")
    received = value(found, "grpc_server_call_rcvd_total_compressed_message_size_bytes_sum", **search, grpc_status="OK")
    assert sent > received == 7 * search_pb2.SearchRequest(query="train").ByteSize()


def test_calls_of_methods_that_nobody_has_are_counted_as_one_other_method(observed):
    for name in "first", "second":
        with pytest.raises(grpc.RpcError):
            observed.api.channel.unary_unary(f"/matiane.v1.ArticleService/{name}")(b"")
    found = samples(observed)
    other = {"grpc_method": "other"}
    assert value(found, "grpc_server_call_started_total", **other) == 2
    assert value(found, "grpc_server_call_duration_seconds_count", **other, grpc_status="UNIMPLEMENTED") == 2
    assert value(found, "grpc_server_call_in_flight", **other) == 0
    assert not [labels for _, labels in found if "first" in str(labels)]


def test_a_call_that_is_under_way_is_in_flight(observed):
    requests = Gate()
    chat = observed.api.articles.ImportArticles(requests)
    wait_until(
        lambda: value(samples(observed), "grpc_server_call_in_flight",
                      grpc_method="matiane.v1.ArticleService/ImportArticles") == 1, "the call to be in flight")
    requests.release()
    list(chat)
    assert value(samples(observed), "grpc_server_call_in_flight",
                 grpc_method="matiane.v1.ArticleService/ImportArticles") == 0


class Gate:
    """Requests that never come, until it is released."""

    def __init__(self):
        self._released = threading.Event()

    def release(self):
        self._released.set()

    def __iter__(self):
        return self

    def __next__(self):
        self._released.wait()
        raise StopIteration


def test_the_archive_the_store_and_the_process_are_measured(observed):
    observed.api.search.Search(search_pb2.SearchRequest(query="train"))
    observed.api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    stats = observed.api.admin.GetStats(admin_pb2.GetStatsRequest())
    found = samples(observed)
    assert value(found, "matiane_articles") == stats.article_count > 30
    assert value(found, "matiane_articles_by_language", language="ka") == stats.articles_by_language["ka"]
    assert value(found, "matiane_index_segments") >= 1
    assert value(found, "matiane_index_terms") > 1000
    assert value(found, "matiane_index_bytes", part="stored_documents") == stats.document_bytes
    assert value(found, "matiane_memory_bytes", part="articles") == stats.document_bytes
    assert value(found, "matiane_memory_bytes", part="index") == stats.index_bytes
    # The changes that made the sample archive can be watched and read again.
    assert value(found, "matiane_memory_bytes", part="watch_history") > 1000
    assert value(found, "matiane_memory_bytes", part="past_revisions") >= 0
    assert value(found, "matiane_memory_bytes", part="waiting_writes") == 0
    assert value(found, "matiane_memory_bytes", part="word_tables") > 10_000
    assert value(found, "matiane_memory_bytes", part="writer_buffers") > 10_000
    assert value(found, "matiane_memory_bytes", part="remembered_requests") >= 0
    assert value(found, "matiane_memory_bytes", part="searches") > 100_000
    assert value(found, "matiane_memory_bytes", part="call_buffers") == 0
    assert value(found, "matiane_allocator_bytes", part="used") > 1 << 20
    assert value(found, "matiane_allocator_bytes", part="spare") > 0
    private, most = value(found, "matiane_private_memory_bytes"), value(found, "matiane_max_memory_bytes")
    assert 1 << 20 < private < value(found, "process_resident_memory_bytes") and private < most
    assert value(found, "matiane_disk_free_bytes") > value(found, "matiane_disk_floor_bytes") > 0
    # One style of labels, whatever they are of.
    labels = {text for (name, labels) in found for key, text in labels if key in ("part", "reason", "loop")}
    assert len(labels) > 20 and all(re.fullmatch("[a-z0-9_]+", text) for text in labels), labels
    assert value(found, "matiane_revision") == stats.revision == value(found, "matiane_snapshot_revision")
    assert value(found, "matiane_log_sync_seconds_count") > 0
    assert value(found, "matiane_snapshot_seconds_count") == 1
    assert 0 <= value(found, "matiane_snapshot_age_seconds") < 600
    assert value(found, "matiane_ready") == 1
    assert value(found, "matiane_connections") >= 1
    assert value(found, "matiane_event_loop_lag_seconds", loop="0") >= 0
    assert value(found, "matiane_calls_refused_total", reason="key_rate") == 0
    assert value(found, "process_resident_memory_bytes") > 1 << 20
    # The connection that asked is one of them, and may be gone by now.
    assert abs(value(found, "process_open_fds") - len(os.listdir(f"/proc/{observed.process.pid}/fd"))) <= 2


def test_what_connections_hold_for_messages_that_wait_is_measured(observed):
    name = "/matiane.v1.ArticleService/CreateArticle"
    # Half of a message stays half of one.
    with socket.create_connection(observed.target.split(":"), timeout=30) as half:
        connection = h2.connection.H2Connection()
        connection.initiate_connection()
        connection.send_headers(1, [(":method", "POST"), (":scheme", "http"), (":path", name), (":authority", "x"),
                                    ("content-type", "application/grpc"), ("te", "trailers")])
        text = b"\0" + (3 << 20).to_bytes(4, "big") + bytes(2 << 20)
        while text:
            room = min(connection.local_flow_control_window(1), connection.max_outbound_frame_size, len(text))
            if room:
                connection.send_data(1, text[:room])
                text = text[room:]
            half.sendall(connection.data_to_send())
            if not room:
                connection.receive_data(half.recv(65536))
        held = lambda: value(samples(observed), "matiane_memory_bytes", part="call_buffers")
        wait_until(lambda: held() >= 2 << 20, "the half message to be counted")
    wait_until(lambda: held() == 0, "what was held to be given back")


def test_watches_and_how_far_behind_they_are_are_measured(observed):
    requests = queue.SimpleQueue()
    requests.put(watch_pb2.WatchRequest(add=watch_pb2.AddWatch(watch_id=1)))
    stream = observed.api.watch.Watch(iter(requests.get, None))
    assert next(stream).HasField("started")
    wait_until(lambda: value(samples(observed), "matiane_watches") == 1, "the watch")
    assert value(samples(observed), "matiane_watch_lag_revisions") == 0
    # Nobody reads the stream: what grpcio and the server are willing to hold for it fills up, and the watch falls behind.
    text = "x" * 200_000
    number = 0

    def is_behind():
        nonlocal number
        number += 1
        article = article_pb2.Article(title=text, language="en", name=f"articles/large-{number % 4}")
        article.subtitle = str(number)
        observed.api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(article=article, allow_missing=True))
        return value(samples(observed), "matiane_watch_lag_revisions") > 0

    wait_until(is_behind, "the watch to fall behind")
    stream.cancel()
    wait_until(lambda: value(samples(observed), "matiane_watches") == 0, "the end of the watch")
    assert value(samples(observed), "matiane_watch_lag_revisions") == 0


@pytest.mark.parametrize("greeting, found", [
    (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "an HTTP/1 request"),
    (bytes.fromhex("16030100c8010000c40303") + bytes(194), "a TLS handshake"),
])
def test_whoever_speaks_another_protocol_is_let_go_with_a_line_in_the_log(start, greeting, found):
    server = start()
    host, port = server.target.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as stranger:
        stranger.sendall(greeting)
        while stranger.recv(4096):
            pass
        peer = f"127.0.0.1:{stranger.getsockname()[1]}"
    line = wait_until(lambda: next((l for l in list(server.lines) if found in l), None), "a line about it")
    assert peer in line and "expected the HTTP/2 preface" in line


def test_probes_say_whether_calls_are_wanted(observed):
    url = base_url(observed)
    assert fetch(url + "/healthz") == (200, "ok\n")
    assert fetch(url + "/readyz") == (200, "ready\n")
    assert fetch(url + "/nowhere")[0] == 404


def test_readiness_ends_before_the_server_does(start):
    server = start("--metrics-listen", "127.0.0.1:0", "--drain-delay", "60s")
    url = base_url(server)
    server.process.send_signal(signal.SIGTERM)
    wait_until(lambda: fetch(url + "/readyz")[0] == 503, "readiness to end")
    # In the delay calls are still taken: load balancers have not noticed yet.
    stubs(server.target).search.Search(search_pb2.SearchRequest(query="train"))
    assert fetch(url + "/healthz")[0] == 200


def records(server):
    return [json.loads(line) for line in list(server.lines) if line.startswith("{")]


def test_a_call_is_logged_with_its_trace_and_outcome(observed):
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    observed.api.search.Search(
        search_pb2.SearchRequest(query="train"), metadata=(("traceparent", f"00-{trace}-00f067aa0ba902b7-00"),))
    call = wait_until(
        lambda: next((r for r in records(observed) if r.get("trace_id") == trace and r["message"] == "call"), None),
        "the call in the log")
    assert call["method"] == "matiane.v1.SearchService/Search" and call["code"] == "OK"
    assert call["peer"].startswith("127.0.0.1:") and call["duration_ms"] >= 0 and call["principal"] == "anonymous"


def test_a_slow_query_is_logged_with_its_plan(observed):
    observed.api.search.Search(search_pb2.SearchRequest(query='"night train" OR ferry', filter='language = "en"'))
    slow = wait_until(
        lambda: next((r for r in records(observed) if r["message"] == "slow query" and "ferry" in r["query"]), None),
        "the slow query")
    assert slow["filter"] == 'language = "en"' and "night" in slow["plan"] and slow["total"] >= 1


def test_writes_and_administration_are_audited_and_reads_are_not(observed):
    observed.api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(article_id="noted", article=article_pb2.Article(title="x", language="en")))
    observed.api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    observed.api.search.Search(search_pb2.SearchRequest(query="train"))
    noted = lambda: [json.loads(line) for line in observed.audit.read_text().splitlines()]
    wait_until(lambda: any(r["method"].endswith("CreateSnapshot") for r in noted()), "the audit")
    create = next(r for r in noted() if r["method"].endswith("CreateArticle"))
    assert create["resource"] == "articles/noted" and create["revision"] > 0 and create["code"] == "OK"
    assert not any(r["method"].endswith("Search") for r in noted())
    imported = next(r for r in noted() if r["method"].endswith("ImportArticles"))
    assert imported["resource"] == "articles/-" and imported["count"] == 36 and imported["revision"] >= 36
    assert observed.audit.stat().st_mode & 0o007 == 0


def test_who_was_refused_a_write_is_audited(start, tmp_path):
    made = subprocess.run([str(BIN / "matiane-server"), "keys", "--keys", str(tmp_path / "keys.json"), "create", "r"],
                          capture_output=True, text=True, check=True).stdout.strip()
    audit = tmp_path / "audit.jsonl"
    api = stubs(start("--keys", str(tmp_path / "keys.json"), "--audit-log", str(audit)).target)
    with pytest.raises(grpc.RpcError):
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/x"),
                                   metadata=(("authorization", f"Bearer {made}"),))
    noted = json.loads(wait_until(audit.read_text, "the audit"))
    assert noted["code"] == "PERMISSION_DENIED" and f"key:{made.split('_')[1]} has reader" in noted["error"]
    assert made not in audit.read_text()


def test_an_audit_log_that_is_moved_away_is_opened_anew_on_reload(observed):
    old = observed.audit.with_suffix(".1")
    observed.audit.rename(old)
    observed.process.send_signal(signal.SIGHUP)
    wait_until(observed.audit.exists, "the new file")
    observed.api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    wait_until(lambda: "CreateSnapshot" in observed.audit.read_text(), "the audit")
    assert "ImportArticles" in old.read_text() and "CreateSnapshot" not in old.read_text()
    assert observed.audit.stat().st_mode & 0o007 == 0


def test_sizes_of_messages_are_counted_as_they_go_over_the_wire(observed):
    article = article_pb2.Article(title="x" * 100_000, language="en")
    observed.api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(article=article), compression=grpc.Compression.Gzip)
    request = article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(item_id=1, article=article)])
    list(observed.api.articles.ImportArticles(iter([request]), compression=grpc.Compression.Gzip))
    found, name = samples(observed), "grpc_server_call_rcvd_total_compressed_message_size_bytes"
    unary = value(found, f"{name}_sum", grpc_method="matiane.v1.ArticleService/CreateArticle", grpc_status="OK")
    assert 0 < unary < 5000
    # The sample archive, which came as it is, and the large one.
    streamed = {le: count for (metric, labels), count in found.items() if metric == f"{name}_bucket"
                and ("grpc_method", "matiane.v1.ArticleService/ImportArticles") in labels for key, le in labels if key == "le"}
    assert streamed["0"] == 0 and streamed["1024"] == 1 and streamed["+Inf"] == 2


class Collector(trace_service_pb2_grpc.TraceServiceServicer):
    def __init__(self):
        self.spans = []

    def Export(self, request, context):
        for process in request.resource_spans:
            assert {a.key: a.value.string_value for a in process.resource.attributes}["service.name"] == "matiane"
            for scope in process.scope_spans:
                self.spans.extend(scope.spans)
        return trace_service_pb2.ExportTraceServiceResponse()


@pytest.fixture
def collector():
    servicer = Collector()
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(4))
    trace_service_pb2_grpc.add_TraceServiceServicer_to_server(servicer, server)
    servicer.target = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    yield servicer
    server.stop(None)


def test_spans_of_call_query_and_commit_reach_a_stock_collector(start, collector):
    server = start("--otlp-endpoint", f"http://{collector.target}", "--trace-percent", "0")
    api = stubs(server.target)
    trace, parent = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
    follow = (("traceparent", f"00-{trace}-{parent}-01"),)
    api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(article_id="t", article=article_pb2.Article(title="x", language="en")),
        metadata=follow)
    api.search.Search(search_pb2.SearchRequest(query="x"), metadata=follow)
    api.search.Search(search_pb2.SearchRequest(query="x"))  # nobody asked for this one, and none in a hundred is taken
    api.search.Search(search_pb2.SearchRequest(query="x"), metadata=(("traceparent", f"00-{'a' * 32}-{parent}-00"),))
    wait_until(lambda: len(collector.spans) >= 4, "four spans")
    with grpc.insecure_channel(server.target) as asking:
        channelz = channelz_pb2_grpc.ChannelzStub(asking)
        channel, = channelz.GetTopChannels(channelz_pb2.GetTopChannelsRequest(), timeout=20).channel
        assert channel.data.target == collector.target and channel.data.calls_started >= 1, channel
        part = channelz.GetSubchannel(
            channelz_pb2.GetSubchannelRequest(subchannel_id=channel.subchannel_ref[0].subchannel_id), timeout=20).subchannel
        socket_id = part.socket_ref[0].socket_id
        wire = channelz.GetSocket(channelz_pb2.GetSocketRequest(socket_id=socket_id), timeout=20).socket
        assert wire.data.messages_sent >= 1 and wire.remote.tcpip_address.port == int(collector.target.split(":")[1]), wire
    assert server.stop() == 0
    spans = {span.name: span for span in collector.spans}
    assert set(spans) == {"matiane.v1.ArticleService/CreateArticle", "log commit", "matiane.v1.SearchService/Search", "query"}
    assert len(collector.spans) == 4 and {span.trace_id.hex() for span in collector.spans} == {trace}
    call = spans["matiane.v1.SearchService/Search"]
    assert call.parent_span_id.hex() == parent and call.kind == trace_pb2.Span.SPAN_KIND_SERVER
    assert spans["query"].parent_span_id == call.span_id
    assert spans["log commit"].parent_span_id == spans["matiane.v1.ArticleService/CreateArticle"].span_id
    attributes = {a.key: a.value for a in call.attributes}
    assert attributes["rpc.service"].string_value == "matiane.v1.SearchService"
    assert attributes["rpc.grpc.status_code"].int_value == 0
    assert call.start_time_unix_nano <= spans["query"].start_time_unix_nano <= spans["query"].end_time_unix_nano
    assert spans["query"].end_time_unix_nano <= call.end_time_unix_nano


def test_what_others_say_of_a_trace_goes_on_with_its_spans(start, collector):
    api = stubs(start("--otlp-endpoint", collector.target, "--trace-percent", "100").target)
    parent = ("traceparent", f"00-{'a' * 32}-{'b' * 16}-01")

    def search(*metadata):
        collector.spans.clear()
        api.search.Search(search_pb2.SearchRequest(query="x"), metadata=metadata)
        wait_until(lambda: len(collector.spans) >= 2, "the spans of call and query")
        return {span.trace_state for span in collector.spans}

    assert search(parent, ("tracestate", "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE")) == {
        "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"}
    # A list may come in several fields; white space and empty members say nothing.
    assert search(parent, ("tracestate", "a=1 , ,"), ("tracestate", "b@c=2")) == {"a=1,b@c=2"}
    # What cannot be read, and what belongs to no trace, is left out; the trace goes on.
    assert search(parent, ("tracestate", "Not a list")) == {""}
    assert search(("traceparent", "nonsense"), ("tracestate", "a=1")) == {""}
    assert search(parent) == {""}


def test_the_command_line_goes_on_with_the_trace_that_it_was_called_in(start, collector):
    server = start("--otlp-endpoint", collector.target, "--trace-percent", "0")
    trace = "0af7651916cd43dd8448eb211c80319c"
    done = subprocess.run(
        [str(BIN / "matiane"), "--server", server.target, "search", "x"], capture_output=True, text=True,
        env={**os.environ, "TRACEPARENT": f"00-{trace}-b7ad6b7169203331-01", "TRACESTATE": "vendor=opaque:value"})
    assert done.returncode == 0, done.stderr
    wait_until(lambda: len(collector.spans) >= 2, "the spans")
    assert {(span.trace_id.hex(), span.trace_state) for span in collector.spans} == {(trace, "vendor=opaque:value")}


def test_spans_go_to_a_collector_over_tls(start, tmp_path):
    certificate, key = Authority(tmp_path / "ca").issue("collector", "DNS:localhost")
    servicer = Collector()
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(4))
    trace_service_pb2_grpc.add_TraceServiceServicer_to_server(servicer, server)
    credentials = grpc.ssl_server_credentials([(key.read_bytes(), certificate.read_bytes())])
    port = server.add_secure_port("localhost:0", credentials)
    server.start()
    # What OpenSSL takes for the system's authorities.
    observed = start("--otlp-endpoint", f"https://localhost:{port}/", "--trace-percent", "100",
                     env={"SSL_CERT_FILE": str(tmp_path / "ca" / "ca.pem")})
    stubs(observed.target).search.Search(search_pb2.SearchRequest(query="x"))
    wait_until(lambda: len(servicer.spans) >= 2, "the spans")
    server.stop(None)


def test_a_collector_that_is_away_harms_no_call(start):
    server = start("--otlp-endpoint", "127.0.0.1:1", "--trace-percent", "100", "--metrics-listen", "127.0.0.1:0")
    for _ in range(20):
        stubs(server.target).search.Search(search_pb2.SearchRequest(query="x"))
    wait_until(lambda: any("spans cannot be sent" in line for line in server.lines), "the warning")
    wait_until(lambda: value(samples(server), "matiane_spans_dropped_total") > 0, "the lost spans to be counted")
    assert server.stop() == 0


def test_a_collector_without_a_port_is_asked_at_that_of_otlp(start):
    server = start("--otlp-endpoint", "127.0.0.83", "--trace-percent", "100")
    stubs(server.target).search.Search(search_pb2.SearchRequest(query="x"))
    wait_until(lambda: any("127.0.0.83:4317" in line for line in server.lines), "the warning")
    assert server.stop() == 0


def test_the_service_manager_is_told_and_its_socket_taken_over(tmp_path):
    notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    notifications.bind(str(tmp_path / "notify"))
    notifications.settimeout(60)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    heard = []

    def told(word):
        while not any(word in line for line in heard):
            heard.extend(notifications.recv(4096).decode().splitlines())

    # Whoever calls before there is a server is answered by the one that is started for it.
    target = "127.0.0.1:%d" % listening.getsockname()[1]
    first = subprocess.Popen([str(BIN / "matiane"), "--server", target, "--timeout", "60s", "search", "x"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # What systemd does: descriptor 3 is the socket, LISTEN_PID the process; a shell stands in for its fork and exec.
    os.set_inheritable(listening.fileno(), True)
    shell = f'exec 3<&{listening.fileno()}; export LISTEN_PID=$$ LISTEN_FDS=1; exec "$0" "$@"'
    with Server(tmp_path / "data", "--listen", "127.0.0.1:1", env={"NOTIFY_SOCKET": str(tmp_path / "notify"),
                "WATCHDOG_USEC": "200000"}, wrapper=["/bin/bash", "-c", shell], pass_fds=[listening.fileno()]) as server:
        told("READY=1")
        told("WATCHDOG=1")
        assert server.target == target
        said = first.communicate(timeout=60)[1]
        assert first.returncode == 0, said
        stubs(server.target).search.Search(search_pb2.SearchRequest(query="x"))
        server.process.send_signal(signal.SIGHUP)
        told("RELOADING=1")
        heard.clear()
        told("READY=1")
        assert server.stop() == 0
        told("STOPPING=1")


def test_a_number_of_sockets_that_cannot_be_ends_with_the_first_that_is_missing(tmp_path):
    shell = 'export LISTEN_PID=$$ LISTEN_FDS=2147483647; exec 3<&-; exec "$0" "$@"'
    done = subprocess.run(["/bin/bash", "-c", shell, str(BIN / "matiane-server"), "--data-dir", str(tmp_path / "data")],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1 and "taking over descriptor" in done.stderr, done.stderr


def test_notes_that_are_lost_are_told_and_counted(start, tmp_path):
    # Nothing can be written to this device.
    server = start("--audit-log", "/dev/full", "--metrics-listen", "127.0.0.1:0")
    api = stubs(server.target)
    for number in range(3):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            article=article_pb2.Article(title="Noted", language="en"), article_id=f"n-{number}"))
    exposition = lambda: fetch(base_url(server) + "/metrics")[1]
    wait_until(lambda: "matiane_audit_notes_lost_total 3" in exposition(), "the count")
    told = [line for line in server.lines if "the audit log '/dev/full' cannot be written" in line]
    assert len(told) == 1 and "ERROR" in told[0]


def test_an_audit_log_that_nobody_reads_does_not_hold_the_start_up(tmp_path):
    os.mkfifo(tmp_path / "audit")
    code, told = run_server_expecting_failure(tmp_path / "data", "--audit-log", str(tmp_path / "audit"))
    assert code == 1 and f"cannot open the audit log '{tmp_path / 'audit'}'" in told


def test_a_reader_of_the_log_that_goes_away_ends_nothing(tmp_path):
    process = subprocess.Popen(
        [str(BIN / "matiane-server"), "--data-dir", str(tmp_path / "data"), "--listen", "127.0.0.1:0"],
        stderr=subprocess.PIPE, text=True)
    try:
        line = next(line for line in process.stderr if "serving on" in line)
        target = re.search(r"serving on (\S+:\d+)", line).group(1)
        process.stderr.close()
        api = stubs(target)
        for number in range(3):
            process.send_signal(signal.SIGHUP)
            api.articles.CreateArticle(article_pb2.CreateArticleRequest(
                article=article_pb2.Article(title="Unread", language="en"), article_id=f"u-{number}"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
