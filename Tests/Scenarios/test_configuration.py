"""Settings from flags, environment and file; what is wrong is said before anything starts."""

import json
import os
import re
import signal
import socket
import subprocess

import pytest
import yaml

from faults import build
from programs import BIN, Server, matiane, run_server_expecting_failure, wait_until


def server(*arguments, env=None):
    return subprocess.run(
        [str(BIN / "matiane-server"), *arguments], capture_output=True, text=True, timeout=60, env=env)


@pytest.fixture
def config(tmp_path):
    path = tmp_path / "matiane.yaml"

    def write(text):
        path.write_text(text)
        return str(path)

    return write


def test_every_setting_is_shown_with_its_value_and_source(config):
    path = config("max-streams: 77\nthreads: 3\n")
    shown = server("--config", path, "--print-config", "--threads", "2",
                   env={"MATIANE_GRACE": "9s", "PATH": "/usr/bin"})
    assert shown.returncode == 0, shown.stderr
    assert f"max-streams: 77  # {path}:1" in shown.stdout
    assert "threads: 2  # --threads" in shown.stdout
    assert "grace: 9s  # MATIANE_GRACE" in shown.stdout
    assert "keep-snapshots: 2  # default" in shown.stdout
    values = yaml.safe_load(shown.stdout)
    assert values["max-streams"] == 77 and values["insecure"] is False


def test_what_is_printed_is_a_configuration_file_itself(config, tmp_path):
    printed = server("--print-config", "--client-role", "CN=a b=reader", "--client-role", 'CN="x"=admin').stdout
    again = server("--config", config(printed), "--print-config")
    assert again.returncode == 0, again.stderr
    strip = lambda text: [line.split("  # ")[0] for line in text.splitlines()]
    assert strip(printed) == strip(again.stdout)


def test_the_documented_file_is_current_and_valid(config):
    example = server("example-config").stdout
    with open("deploy/matiane.yaml") as committed:
        assert committed.read() == example, "deploy/matiane.yaml: matiane-server example-config > deploy/matiane.yaml"
    assert server("check-config", "--config", config(example)).returncode == 0
    # With every line in force but those whose value is a placeholder, it is still one.
    lines = [line[2:] for line in example.splitlines() if line.startswith("# ") and ": " in line and line[2].islower()]
    in_force = "\n".join(line for line in lines if not line.split(": ", 1)[1].strip("[]").isupper() and "=" not in line)
    checked = server("check-config", "--config", config(in_force))
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("text, complaint", [
    ("max_streams: 5\n", "1: unknown setting 'max_streams'; did you mean 'max-streams'?"),
    ("grace: 5s\ngrace: 6s\n", "2: grace is set a second time"),
    ("threads: many\n", "1: threads: expected a whole number from 1 to 256, found 'many'"),
    ("grace: soon\n", "1: grace: expected a duration"),
    ("grace: 1000000000s\n", "(a whole number up to 999999999 with us, ms, s, m, h or d), found '1000000000s'"),
    ("durability: interval:0\n", "1: durability: expected fsync, interval:MS with MS from 1 to 3600000, or none, found 'interval:0'"),
    ("data-dir: /etc/hostname\n", "1: data-dir: expected a folder, found a file '/etc/hostname'"),
    ("audit-log: /etc\n", "cannot open the audit log '/etc': Is a directory"),
    ("data-dir: /etc/hostname/data\n", "1: data-dir: '/etc/hostname/data': Not a directory"),
    ("listen: {host: x}\n", "1: listen: expected text or a list"),
    ("listen: [a, b]\n", "1: listen: expected one value, found a list"),
    ("config: other.yaml\n", "1: unknown setting 'config'"),
    ("anonymous: everybody\n", "1: anonymous: expected one of none, reader, writer, admin"),
    ("keys: /nonexistent/keys\n", "cannot read the key file '/nonexistent/keys'"),
    ("keys: /dev/zero\n", "1: keys: cannot read the key file '/dev/zero': expected at most 16777216 bytes, found more"),
    ("tls-cert: /nonexistent/cert\ntls-key: /nonexistent/key\n", "/nonexistent/cert"),
    ("tls-cert: /dev/zero\ntls-key: /dev/zero\n", "1: tls-cert: /dev/zero cannot be read: expected at most 4194304 bytes, found more"),
    ("a: [b\n", ": "),
    ("listen: 0.0.0.0:0\n", "--insecure"),
    ("listen: nowhere\n", "1: listen: expected HOST:PORT or unix:PATH, found 'nowhere'"),
    ("listen: no.such.host.invalid:1\n", '1: listen: host "no.such.host.invalid" cannot be resolved'),
    ("max-memory: 1000\n", "1: max-memory: expected 0 or at least 1M, found 1000 bytes"),
    ("data-dir: ''\n", "1: data-dir: expected a folder, found nothing"),
    ("metrics-listen: nowhere\n", "1: metrics-listen: expected HOST:PORT"),
    ("metrics-listen: 127.0.0.1:50051\n",
     "1: metrics-listen: expected another address than --listen has (127.0.0.1:50051), found '127.0.0.1:50051'"),
    ("insecure: true\nlisten: 127.0.0.1:7000\nmetrics-listen: 0.0.0.0:7000\n", "3: metrics-listen: expected another address than"),
    ("listen: unix:/tmp/a\nmetrics-listen: unix:///tmp/a\n", "2: metrics-listen: expected another address than"),
    ("otlp-endpoint: ftp://x\n", "1: otlp-endpoint: expected host:port, http://host:port or https://host:port"),
    ("otlp-endpoint: 'http:// x'\n", "1: otlp-endpoint: expected host:port, http://host:port or https://host:port"),
    ("otlp-endpoint: 'https://me@x:1'\n", "1: otlp-endpoint: expected host:port"),
    ("otlp-endpoint: 'a b:4317'\n", "1: otlp-endpoint: expected host:port"),
    ("read-only: perhaps\n", "1: read-only: expected true, yes, on or 1, or false, no, off or 0, found 'perhaps'"),
    ("audit-log: /nonexistent/audit\n", "cannot open the audit log '/nonexistent/audit'"),
])
def test_a_wrong_file_is_refused_with_its_line(config, text, complaint):
    path = config(text)
    checked = server("check-config", "--config", path)
    assert checked.returncode == 2
    assert complaint in checked.stderr
    assert "matiane-server: " in checked.stderr and "Fatal" not in checked.stderr


def test_a_file_without_end_is_refused_by_the_flag_that_names_it(tmp_path):
    endless = server("check-config", "--config", "/dev/zero")
    assert endless.returncode == 2
    assert "--config: cannot read the configuration file '/dev/zero': expected at most 1048576 bytes" in endless.stderr
    unwritten = tmp_path / "fifo"
    os.mkfifo(unwritten)
    waiting = server("check-config", "--keys", str(unwritten))
    assert waiting.returncode == 2 and f"--keys: cannot read the key file '{unwritten}': expected a file" in waiting.stderr


def test_metrics_that_are_set_to_nothing_are_off(start):
    """The image sets MATIANE_METRICS_LISTEN; whoever wants none takes it away so."""
    started = start(env={"MATIANE_METRICS_LISTEN": ""})
    assert not [line for line in started.lines if "metrics at" in line]
    assert server("check-config", "--metrics-listen", "").returncode == 0


def test_a_key_for_a_method_that_there_is_not_is_found_before_the_start(config, tmp_path):
    path = tmp_path / "keys.json"
    subprocess.run([str(BIN / "matiane-server"), "keys", "--keys", str(path), "create", "x", "--method", "AdminService/*"],
                   check=True, capture_output=True)
    assert server("check-config", "--keys", str(path)).returncode == 0
    path.write_text(path.read_text().replace("AdminService", "AdministratorService"))
    checked = server("check-config", "--keys", str(path))
    assert checked.returncode == 2 and "no method matches 'AdministratorService/*'" in checked.stderr


def test_a_variable_that_is_nearly_a_setting_is_warned_of(start):
    stray = {"MATIANE_MAX_STREMS": "5", "MATIANE_PORT_50051_TCP_ADDR": "10.0.0.1", "MATIANE_SERVER": "x:1"}
    checked = server("check-config", env={**stray, "PATH": "/usr/bin"})
    assert checked.returncode == 0
    assert checked.stderr == "matiane-server: warning: MATIANE_MAX_STREMS is no setting; did you mean MATIANE_MAX_STREAMS?\n"
    running = start(env=stray)
    assert any("did you mean MATIANE_MAX_STREAMS" in line for line in running.lines)


def test_a_missing_file_and_an_unknown_command_are_refused():
    assert "/nonexistent.yaml" in server("check-config", "--config", "/nonexistent.yaml").stderr
    mistyped = server("chekc-config")
    assert mistyped.returncode == 2 and "did you mean check-config" in mistyped.stderr
    late = server("--data-dir", "d", "check")
    assert late.returncode == 2 and "'check' is a command: put it before the flags" in late.stderr


def test_an_address_of_metrics_that_is_taken_is_refused_by_its_flag(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = run_server_expecting_failure(tmp_path / "data", "--metrics-listen", f"127.0.0.1:{port}")
    assert code == 1 and f"--metrics-listen: " in said and str(port) in said, said


def test_sighup_and_reload_take_in_what_may_change_and_say_what_may_not(start, config):
    path = config("log-level: info\nmax-streams: 100\n")
    running = start("--config", path)
    config("log-level: debug\nmax-streams: 50\nthreads: nonsense\n")
    running.process.send_signal(signal.SIGHUP)
    wait_until(lambda: any("stays as it was" in line for line in running.lines), "the refusal of a wrong file")
    config("log-level: debug\nmax-streams: 50\n")
    reloaded = subprocess.run(
        [str(BIN / "matiane"), "--server", running.target, "reload"], capture_output=True, text=True, timeout=60)
    assert reloaded.returncode == 0, reloaded.stderr
    assert "log-level" in reloaded.stdout
    wait_until(lambda: any("needs a restart: max-streams" in line for line in running.lines), "the warning")
    wait_until(lambda: any("DEBUG" in line for line in running.lines), "a line of the new level")


def test_plaintext_where_others_can_reach_it_is_refused_unless_asked_for(tmp_path):
    code, said = run_server_expecting_failure(tmp_path / "data", "--listen", "0.0.0.0:0")
    assert code == 2 and "--insecure" in said


@pytest.mark.parametrize("arguments", [["example-config"], ["--help"], ["--version"], ["keys", "create", "r"], ["check"]])
def test_what_cannot_be_shown_is_no_success(arguments, tmp_path):
    if arguments[0] == "keys":
        arguments = ["keys", "--keys", str(tmp_path / "keys.json"), *arguments[1:]]
    if arguments[0] == "check":
        assert Server(tmp_path / "data").stop() == 0
        arguments = ["check", "--data-dir", str(tmp_path / "data")]
    with open("/dev/full", "w") as full:
        done = subprocess.run([str(BIN / "matiane-server"), *arguments], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1 and "cannot write to standard output" in done.stderr


def test_a_reader_that_has_read_enough_is_no_failure_to_be_told_of():
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as pipe:
        done = subprocess.run([str(BIN / "matiane-server"), "--help"], stdout=pipe, stderr=subprocess.PIPE, text=True)
    assert done.returncode == -signal.SIGPIPE and done.stderr == ""


@pytest.mark.parametrize("command", [["check-config"], ["keys", "list"]])
def test_the_help_names_every_value_that_a_setting_may_have(command, tmp_path):
    def run(*arguments):
        return subprocess.run(
            [str(BIN / "matiane-server"), *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=60)

    lines = run(*(["keys"] if command[0] == "keys" else []), "--help").stdout.splitlines()
    choices = 0
    for name, line in ((line.split()[0], line) for line in lines if line.lstrip().startswith("--")):
        said = run(*command, *([] if name == "--keys" else ["--keys", "keys.json"]), name, "?").stderr
        if values := re.search(r"expected one of (.*), found '\?'", said):
            choices += 1
            assert all(re.search(rf"\b{value}\b", line) for value in values[1].split(", ")), line
    assert choices == (1 if command[0] == "keys" else 5)


def test_all_addresses_are_those_of_ipv4_where_there_is_no_ipv6(tmp_path):
    source = tmp_path / "no6.c"
    source.write_text("""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/socket.h>
int socket(int family, int kind, int protocol) {
  int (*real)(int, int, int) = dlsym(RTLD_NEXT, "socket");
  if (family == AF_INET6) { errno = EAFNOSUPPORT; return -1; }
  return real(family, kind, protocol);
}
""")
    env = {"LD_PRELOAD": str(build(tmp_path, source))}
    with Server(tmp_path / "data", "--insecure", "--metrics-listen", "[::]:0", env=env, listen="[::]:0") as server:
        assert server.target.startswith("0.0.0.0:")
        assert matiane("127.0.0.1:" + server.target.split(":")[1], "search", "anything").returncode == 0


def test_why_a_start_failed_is_a_line_of_the_log(tmp_path):
    (tmp_path / "file").touch()
    for flags, code in ((["--tls-cert", "/nonexistent.pem", "--tls-key", "/nonexistent.key"], 2), (["--threads", "none"], 2)):
        found, said = run_server_expecting_failure(tmp_path / "data", "--log-format", "json", *flags)
        line = json.loads(said.splitlines()[-1])
        assert found == code and line["level"].lower() == "error" and flags[1] in said, said
    found, said = run_server_expecting_failure(tmp_path / "file" / "data", "--log-format", "json")
    assert found == 1 and [json.loads(line) for line in said.splitlines()], said
    assert run_server_expecting_failure(tmp_path / "data", "--threads", "none")[1].startswith("matiane-server: ")
