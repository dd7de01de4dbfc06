"""TLS and the lifetime of connections, with the real server and clients that we did not write."""

import ctypes
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
import urllib.request

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from matiane.v1 import (
    admin_pb2, admin_pb2_grpc, category_pb2, category_pb2_grpc, search_pb2, search_pb2_grpc)

from errors import refused
from programs import BIN, ROOT, matiane, run_server_expecting_failure, wait_until
from test_drain import free_port


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=Test CA",
                      "-days", "30", "-keyout", "ca.key", "-out", "ca.pem")
        self.certificate = folder / "ca.pem"

    def _openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def issue(self, name, *alternatives, days="30"):
        """Makes NAME.pem and NAME.key; returns both paths."""
        extensions = self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={','.join(alternatives)}\n" if alternatives else "basicConstraints=CA:FALSE\n")
        self._openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                      "-keyout", f"{name}.key", "-out", f"{name}.csr")
        self._openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", days,
                      "-extfile", extensions.name, "-out", f"{name}.pem")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    def issue_ending(self, name, seconds):
        """The same for a certificate whose hundred days end in some seconds."""
        pair = self.issue(name, "DNS:localhost")
        (self.folder / "ca.conf").write_text(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=number\npolicy=p\nnew_certs_dir=.\n[p]\ncommonName=supplied\n")
        (self.folder / "index").touch()
        (self.folder / "number").write_text("77\n")
        now = time.time()
        since, until = (time.strftime("%Y%m%d%H%M%SZ", time.gmtime(moment)) for moment in (now - 100 * 86_400, now + seconds))
        self._openssl("ca", "-batch", "-config", "ca.conf", "-in", f"{name}.csr", "-cert", "ca.pem", "-keyfile", "ca.key", "-md", "sha256",
                      "-notext", "-startdate", since, "-enddate", until, "-extfile", f"{name}.ext", "-out", f"{name}.pem")
        return pair


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tls") / "ca")


@pytest.fixture(scope="module")
def pair(authority):
    return authority.issue("server", "DNS:localhost", "DNS:archive.test", "IP:127.0.0.1")


def flags(pair):
    return "--tls-cert", str(pair[0]), "--tls-key", str(pair[1])


def channel(target, authority, name=None, client=None):
    credentials = grpc.ssl_channel_credentials(
        authority.certificate.read_bytes(), *((client[1].read_bytes(), client[0].read_bytes()) if client else ()))
    options = [("grpc.ssl_target_name_override", name)] if name else []
    return grpc.secure_channel(target, credentials, options)


def check(made, timeout=20):
    return health_pb2_grpc.HealthStub(made).Check(health_pb2.HealthCheckRequest(), timeout=timeout).status


def s_client(target, *arguments):
    """Shakes hands with openssl; returns what it says."""
    done = subprocess.run(["openssl", "s_client", "-connect", target, *arguments], input="", capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def shown_subject(target, name="localhost"):
    found = [line for line in s_client(target, "-alpn", "h2", "-servername", name).splitlines() if line.startswith("subject=")]
    return found[0] if found else None


def test_grpcio_curl_and_our_own_client_talk_tls(start, authority, pair):
    server = start(*flags(pair))
    with channel(server.target, authority) as made:
        assert check(made) == health_pb2.HealthCheckResponse.SERVING
    assert matiane(server.target, "--tls-ca", str(authority.certificate), "health").returncode == 0
    wrong = matiane(server.target, "--tls-ca", str(authority.certificate), "--tls-server-name", "other.test", "health")
    assert wrong.returncode != 0 and "other.test" in wrong.stderr
    right = matiane(server.target, "--tls-ca", str(authority.certificate), "--tls-server-name", "archive.test", "health")
    assert right.returncode == 0, right.stderr
    untrusted = matiane(server.target, "--tls", "health")
    assert untrusted.returncode != 0
    port = server.target.rsplit(":", 1)[1]
    curl = subprocess.run(
        ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_version} %{http_code}", "--cacert", authority.certificate, f"https://localhost:{port}/"],
        capture_output=True, text=True, timeout=60)
    assert curl.stdout == "2 405", curl.stdout + curl.stderr


def test_versions_ciphers_and_alpn(start, pair):
    server = start(*flags(pair))
    assert "TLSv1.3" in s_client(server.target, "-alpn", "h2", "-tls1_3")
    assert "TLSv1.2" in s_client(server.target, "-alpn", "h2", "-tls1_2")
    assert "ALPN protocol: h2" in s_client(server.target, "-alpn", "http/1.1,h2")
    for refused in (["-alpn", "h2", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ["-alpn", "http/1.1"], ["-tls1_2", "-alpn", "h2", "-cipher", "AES128-SHA"]):
        assert "Cipher is (NONE)" in s_client(server.target, *refused) or "alert" in s_client(server.target, *refused)


def test_a_session_is_taken_up_again(start, pair, tmp_path):
    server = start(*flags(pair))
    kept = tmp_path / "session"
    for version in ("-tls1_2", "-tls1_3"):
        # The ticket of TLS 1.3 comes after the handshake: openssl waits for the server's first bytes.
        first = subprocess.Popen(["openssl", "s_client", "-connect", server.target, "-alpn", "h2", version, "-sess_out", kept],
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(kept.exists, "a session")
        first.stdin.close()
        first.wait(timeout=60)
        assert "Reused" in s_client(server.target, "-alpn", "h2", version, "-sess_in", str(kept))
        kept.unlink()


def test_mutual_tls(start, authority, pair, tmp_path):
    client = authority.issue("reporter")
    foreign = Authority(tmp_path / "foreign").issue("stranger")
    required = start(*flags(pair), "--tls-client-ca", str(authority.certificate))
    with channel(required.target, authority, client=client) as made:
        assert check(made) == health_pb2.HealthCheckResponse.SERVING
    for identity in (None, foreign):
        with channel(required.target, authority, client=identity) as made, pytest.raises(grpc.RpcError) as refused:
            check(made)
        assert refused.value.code() == grpc.StatusCode.UNAVAILABLE
    ours = ("--tls-ca", str(authority.certificate))
    assert matiane(required.target, *ours, "health").returncode != 0
    shown = matiane(required.target, *ours, "--tls-cert", str(client[0]), "--tls-key", str(client[1]), "health")
    assert shown.returncode == 0, shown.stderr


def test_a_client_certificate_may_be_optional(start, authority, pair):
    client = authority.issue("editor")
    server = start(*flags(pair), "--tls-client-ca", str(authority.certificate), "--tls-client-auth", "optional")
    for identity in (None, client):
        with channel(server.target, authority, client=identity) as made:
            assert check(made) == health_pb2.HealthCheckResponse.SERVING


def test_several_certificates_by_name(start, authority, pair):
    other = authority.issue("second", "DNS:second.test")
    server = start(*flags(pair), *flags(other))
    assert "server" in shown_subject(server.target)
    assert "second" in shown_subject(server.target, "second.test")
    assert "server" in shown_subject(server.target, "unknown.test")


def test_a_new_certificate_is_shown_to_new_connections_only(start, authority, tmp_path):
    live = tmp_path / "live"
    live.mkdir()

    def install(name):
        """Both files anew, key first: the moment between the two is borne with."""
        certificate, key = authority.issue(name, "DNS:localhost", "IP:127.0.0.1")
        shutil.copy(key, live / "key.new")
        os.replace(live / "key.new", live / "key.pem")
        shutil.copy(certificate, live / "cert.new")
        os.replace(live / "cert.new", live / "cert.pem")

    install("first")
    server = start("--tls-cert", str(live / "cert.pem"), "--tls-key", str(live / "key.pem"), "--tls-watch", "50ms")
    with channel(server.target, authority) as old:
        assert check(old) == health_pb2.HealthCheckResponse.SERVING
        install("second")
        wait_until(lambda: "second" in (shown_subject(server.target) or ""), "the new certificate")
        assert check(old) == health_pb2.HealthCheckResponse.SERVING
        (live / "cert.pem").write_text("no certificate")
        wait_until(lambda: any("no usable certificate" in line for line in server.lines), "a word about the bad file")
        assert "second" in shown_subject(server.target)
        assert check(old) == health_pb2.HealthCheckResponse.SERVING
    assert server.process.poll() is None


def test_certificates_in_the_environment(start, authority, pair):
    server = start(env={"MATIANE_TLS_CERT": pair[0].read_text(), "MATIANE_TLS_KEY": pair[1].read_text()})
    with channel(server.target, authority) as made:
        assert check(made) == health_pb2.HealthCheckResponse.SERVING


def test_what_is_wrong_with_tls_is_said_at_the_start(authority, pair, tmp_path):
    other = authority.issue("unrelated")
    expired = authority.issue("expired", days="-1")
    empty = tmp_path / "empty.pem"
    empty.touch()
    for arguments, reason in (
            (["--tls-cert", pair[0], "--tls-key", other[1]], "do not belong together"),
            (flags(expired), "expired"),
            (["--tls-cert", "/nonexistent.pem", "--tls-key", pair[1]], "--tls-cert: /nonexistent.pem cannot be read: No such file"),
            (["--tls-cert", pair[0], "--tls-key", "/nonexistent.pem"], "--tls-key: /nonexistent.pem cannot be read: No such file"),
            (["--tls-cert", empty, "--tls-key", pair[1]], "no usable certificate"),
            (["--tls-cert", pair[0], "--tls-key", empty], "no usable private key"),
            (["--tls-cert", pair[1], "--tls-key", pair[1]], "no usable certificate"),
            ([*flags(pair), "--tls-client-ca", empty], "no usable certificate"),
            (["--tls-cert", pair[0]], "--tls-key"),
            (["--tls-client-ca", pair[0]], "--tls-cert")):
        code, said = run_server_expecting_failure(tmp_path / "data", *map(str, arguments))
        assert code == 2 and reason in said, (arguments, said)
    code, said = run_server_expecting_failure(
        tmp_path / "data", env={"MATIANE_TLS_CERT": "/nonexistent.pem", "MATIANE_TLS_KEY": str(pair[1])})
    assert code == 2 and "MATIANE_TLS_CERT: /nonexistent.pem cannot be read" in said, said


def test_a_certificate_that_cannot_be_used_does_not_keep_a_revoked_key_good(start, authority, tmp_path):
    pair = authority.issue("broken-later", "DNS:localhost", "IP:127.0.0.1")
    file = tmp_path / "keys.json"
    make = lambda role: subprocess.run(
        [str(BIN / "matiane-server"), "keys", "--keys", str(file), "create", role, "--role", role], check=True,
        capture_output=True, text=True).stdout.strip().split()[-1]
    admin, reader = make("admin"), make("reader")
    server = start(*map(str, flags(pair)), "--keys", str(file))
    good = pair[0].read_bytes()
    with channel(server.target, authority) as made:
        search = lambda: search_pb2_grpc.SearchServiceStub(made).Search(
            search_pb2.SearchRequest(query="x"), metadata=[("authorization", f"Bearer {reader}")])
        search()
        pair[0].write_text("no certificate")
        revoked = subprocess.run(
            [str(BIN / "matiane-server"), "keys", "--keys", str(file), "revoke", reader.split("_")[1]],
            check=True, capture_output=True, text=True)
        assert "once it has read that anew" in revoked.stderr
        reload = lambda: subprocess.run(
            [str(BIN / "matiane"), "reload", "--server", server.target, "--tls-ca", str(authority.certificate),
             "--api-key", admin], capture_output=True, text=True)
        told = reload()
        assert told.returncode != 0, told
        assert "stays as it was for tls-cert" in told.stderr and "no usable certificate" in told.stderr, told
        assert "read anew: " in told.stderr and "keys" in told.stderr.split("read anew: ")[1], told
        with pytest.raises(grpc.RpcError) as failure:
            search()
        assert failure.value.code() == grpc.StatusCode.UNAUTHENTICATED
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: any("ERROR" in line and "stays as it was for tls-cert" in line for line in server.lines), "the line")
        pair[0].write_bytes(good)
        assert reload().returncode == 0


def test_what_is_wrong_with_the_files_of_a_client_is_a_matter_of_usage(authority, pair, tmp_path):
    other = authority.issue("unrelated")
    empty = tmp_path / "empty.pem"
    empty.touch()
    for arguments, reason in (
            (["--tls-ca", "/nonexistent.pem"], "--tls-ca: /nonexistent.pem cannot be read: No such file"),
            (["--tls-ca", empty], f"--tls-ca: {empty}"),
            (["--tls-cert", pair[0], "--tls-key", "/nonexistent.pem"], "--tls-key: /nonexistent.pem cannot be read"),
            (["--tls-cert", pair[0], "--tls-key", other[1]], "do not belong together")):
        done = matiane("127.0.0.1:1", "search", "x", *map(str, arguments))
        assert done.returncode == 2 and reason in done.stderr, (arguments, done.stderr)


def test_the_certificate_of_a_client_gives_it_its_role(start, authority, pair):
    desk, stranger = authority.issue("desk"), authority.issue("stranger")
    server = start(*flags(pair), "--tls-client-ca", str(authority.certificate), "--tls-client-auth", "optional",
                   "--client-role", "CN=desk=writer")
    search, make = search_pb2.SearchRequest(query="x"), category_pb2.CreateCategoryRequest(category_id="new")

    def stubs_of(client):
        made = channel(server.target, authority, client=client)
        return search_pb2_grpc.SearchServiceStub(made), category_pb2_grpc.CategoryServiceStub(made), \
            admin_pb2_grpc.AdminServiceStub(made)

    searches, categories, administration = stubs_of(desk)
    searches.Search(search)
    categories.CreateCategory(make)
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        administration.CreateSnapshot(admin_pb2.CreateSnapshotRequest())
    # Known to the authority, but not by name; and nobody at all.
    for client in (stranger, None):
        with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_MISSING") as failure:
            stubs_of(client)[0].Search(search)
        assert ("CN=stranger" in failure[0].message) == (client is stranger)


def test_the_health_check_of_the_image_works_when_its_server_has_tls(start, pair):
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text()
    program, *arguments = json.loads(re.search(r"^HEALTHCHECK .*CMD (.*)$", dockerfile, re.M).group(1))
    assert program == "matiane"
    # The check is run with the environment of the server.
    env = {"MATIANE_TLS_CERT": str(pair[0]), "MATIANE_TLS_KEY": str(pair[1])}
    server = start(env=env)
    check = lambda *arguments: subprocess.run(
        [str(BIN / program), *arguments], capture_output=True, text=True, env={**os.environ, **env, "MATIANE_SERVER": server.target})
    assert check(*arguments).returncode == 0
    # Without its flag it asks who has certified the server.
    assert check("health").returncode == 6


def test_the_health_check_of_the_image_wants_no_certificate_where_calls_do(start, authority, pair, tmp_path):
    arguments = json.loads(re.search(r"^HEALTHCHECK .*CMD (.*)$", (ROOT / "deploy" / "Dockerfile").read_text(), re.M).group(1))[1:]
    # As the image has it, but for the ports. Several certificates are nothing that the health check could show.
    other = authority.issue("other", "DNS:other.test")
    env = {"MATIANE_TLS_CERT": f"{pair[0]},{other[0]}", "MATIANE_TLS_KEY": f"{pair[1]},{other[1]}",
           "MATIANE_TLS_CLIENT_CA": str(authority.certificate), "MATIANE_METRICS_LISTEN": f"0.0.0.0:{free_port()}"}
    server = start("--drain-delay", "60s", env=env)

    def check(*arguments, env=env):
        return subprocess.run([str(BIN / "matiane"), *arguments], capture_output=True, text=True, env={**os.environ, **env})

    assert check(*arguments).returncode == 0
    # A call would have to show one.
    called = check("health", "--tls", "--tls-no-verify", "--server", server.target, env={})
    assert called.returncode == 6, called.stdout
    # A server that drains says so; one that is gone says nothing.
    server.process.send_signal(signal.SIGTERM)
    draining = wait_until(lambda: (done := check(*arguments)).returncode == 6 and done, "the end of readiness")
    assert "not ready: the server is stopping" in draining.stderr
    server.kill()
    gone = check(*arguments)
    assert gone.returncode == 6 and "refused" in gone.stderr
    # What is no address, and what answers there without being a server of ours.
    assert check(*arguments, env={"MATIANE_METRICS_LISTEN": "nowhere"}).returncode == 2
    with start(data_dir=tmp_path / "other") as stranger:
        assert check(*arguments, env={"MATIANE_METRICS_LISTEN": stranger.target}).returncode == 6


def test_when_the_certificate_expires_is_measured(start, authority, pair):
    soon = authority.issue("soon", "DNS:other.test", days="2")
    server = start("--tls-cert", str(pair[0]), "--tls-key", str(pair[1]), "--tls-cert", str(soon[0]), "--tls-key", str(soon[1]),
                   "--metrics-listen", "127.0.0.1:0")
    url = wait_until(lambda: next((m.group(1) for l in list(server.lines) if (m := re.search(r"(http://\S+)", l))), None), "metrics")
    with urllib.request.urlopen(url, timeout=30) as answer:
        found = re.search(r"^matiane_tls_certificate_expiry_time_seconds (\S+)$", answer.read().decode(), re.M)
    assert abs(float(found.group(1)) - (time.time() + 2 * 86_400)) < 3600


def test_a_certificate_at_its_end_is_named_in_the_log(start, authority, pair):
    ending = authority.issue_ending("ending", 4)
    server = start(*flags(ending), "--tls-watch", "1s")
    lines = {word: lambda word=word: [l for l in list(server.lines) if f"TLS certificate {word}" in l] for word in ("expires", "has expired")}
    assert "WARNING" in wait_until(lines["expires"], "a warning before")[0]
    assert "ERROR" in wait_until(lines["has expired"], "an error afterwards")[0]
    time.sleep(2)
    assert len(lines["expires"]()) == len(lines["has expired"]()) == 1, "each is said once"
    server.stop()
    assert not any("TLS certificate" in l for l in start(*flags(pair)).lines), "30 days are far away"


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_goodbye_is_answered_with_one(start, authority, pair, version):
    server = start(*flags(pair))
    host, port = server.target.split(":")
    context = ssl.create_default_context(cafile=str(authority.certificate))
    context.set_alpn_protocols(["h2"])
    context.minimum_version = context.maximum_version = version
    with socket.create_connection((host, int(port)), timeout=30) as plain:
        made = context.wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False)
        made.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0")
        # The server's SETTINGS, and the acknowledgement of ours.
        got = b""
        while len(got) < 30:
            got += made.recv(4096)
        # Raises when the connection ends without close_notify.
        made.unwrap()


def test_a_plaintext_client_of_a_tls_server_is_let_go(start, pair):
    server = start(*flags(pair))
    host, port = server.target.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        while plain.recv(4096):
            pass
    with grpc.insecure_channel(server.target) as made, pytest.raises(grpc.RpcError):
        check(made, timeout=5)


def test_a_client_that_does_not_trust_the_server_is_named_in_the_log(start, pair):
    server = start(*flags(pair))
    host, port = server.target.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as probe:
        unnamed = f"peer=127.0.0.1:{probe.getsockname()[1]}"
    with socket.create_connection((host, int(port)), timeout=30) as plain:
        named = f"peer=127.0.0.1:{plain.getsockname()[1]}"
        context = ssl.create_default_context()
        context.set_alpn_protocols(["h2"])
        with pytest.raises(ssl.SSLCertVerificationError):
            context.wrap_socket(plain, server_hostname="localhost")
    line = wait_until(lambda: next((l for l in list(server.lines) if named in l), None), "a line about it")
    assert "WARNING" in line and "unknown ca" in line, line
    assert not any(unnamed in l for l in server.lines), "whoever only looks whether the port is open is no news"


def renew_keys(target, asks):
    """Shakes hands by libssl itself and renews keys (RFC 8446 §4.6.3) until the server has enough; returns how often, and its port."""
    lib = ctypes.CDLL("libssl.so.3")
    for name in ("SSL_CTX_new", "TLS_client_method", "SSL_new"):
        getattr(lib, name).restype = ctypes.c_void_p
    context = ctypes.c_void_p(lib.SSL_CTX_new(ctypes.c_void_p(lib.TLS_client_method())))
    lib.SSL_CTX_set_alpn_protos(context, b"\x02h2", 3)
    host, port = target.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        session = ctypes.c_void_p(lib.SSL_new(context))
        connection.setblocking(True)
        lib.SSL_set_fd(session, connection.fileno())
        assert lib.SSL_connect(session) == 1
        count = 0
        while count < 100_000 and lib.SSL_key_update(session, asks) == 1 and lib.SSL_do_handshake(session) == 1:
            count += 1
        return count, connection.getsockname()[1]


@pytest.mark.parametrize("asks", [0, 1], ids=["for its own side", "for both sides"])
def test_a_client_that_renews_its_keys_without_end_is_shown_out(start, authority, pair, asks):
    server = start(*flags(pair))
    count, port = renew_keys(server.target, asks)
    assert 50 < count < 100_000
    with channel(server.target, authority) as made:
        assert check(made) == health_pb2.HealthCheckResponse.SERVING
    line = wait_until(
        lambda: next((l for l in list(server.lines) if f"peer=127.0.0.1:{port}" in l), None), "a line about it")
    assert "WARNING" in line and "new keys" in line, line


def test_an_idle_client_is_asked_to_leave_and_comes_back(start):
    server = start("--max-idle", "100ms")
    with grpc.insecure_channel(server.target) as made:
        states = []
        made.subscribe(states.append)
        check(made)
        wait_until(lambda: grpc.ChannelConnectivity.IDLE in states[1:], "the server's goodbye")
        assert check(made) == health_pb2.HealthCheckResponse.SERVING


def test_a_unix_socket(start, tmp_path):
    path = tmp_path / "matiane.sock"
    server = start("--listen", f"unix:{path}")
    with grpc.insecure_channel(f"unix:{path}") as made:
        assert check(made) == health_pb2.HealthCheckResponse.SERVING
    assert matiane(f"unix:{path}", "health").returncode == 0
    assert server.stop() == 0
    assert not path.exists()
