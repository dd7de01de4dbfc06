"""Clients whose machine vanishes: no FIN and no RST ever comes."""

import os
import shutil
import subprocess
import sys
import time

import grpc
import pytest
from grpc_channelz.v1 import channelz_pb2, channelz_pb2_grpc
from programs import Server

NEAR, FAR = "10.203.7.1", "10.203.7.2"

CLIENTS = """
import sys, time
from frames import *
from grpc_calls import *
from peer import Peer
idle, watching, stalled, unread = [Peer(sys.argv[1]) for _ in range(4)]
watching.headers(1, head(WATCH), end_stream=False)
watching.data(1, message())
stalled.send_raw(frame(HEADERS, 5, 1, block(head(CHECK)))[:20])
for index in range(500):
    unread.headers(2 * index + 1, head(CHAT), end_stream=False)
    unread.data(2 * index + 1, message(LIST_SERVICES))
assert idle.is_alive() and watching.is_alive()
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture
def cable():
    """A network of two machines; `pull()` parts them."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        pytest.skip("needs root and iproute2, to make a network of its own")
    space, near, far = f"matiane-{os.getpid()}", f"mn{os.getpid()}", f"mf{os.getpid()}"

    def ip(*words):
        subprocess.run(["ip", *words], check=True)

    ip("netns", "add", space)
    try:
        ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", space)
        ip("addr", "add", f"{NEAR}/30", "dev", near)
        ip("link", "set", near, "up")
        ip("-n", space, "addr", "add", f"{FAR}/30", "dev", far)
        ip("-n", space, "link", "set", far, "up")
        yield space, lambda: ip("-n", space, "link", "set", far, "down")
    finally:
        subprocess.run(["ip", "link", "del", near], check=False)
        ip("netns", "del", space)


@pytest.mark.slow
def test_connections_of_a_machine_that_vanished_are_gone_within_45_seconds(cable, tmp_path):
    space, pull = cable
    with Server(tmp_path / "data", "--listen", f"{NEAR}:0", "--insecure") as server:
        with grpc.insecure_channel(server.target) as asking:
            stub = channelz_pb2_grpc.ChannelzStub(asking)
            server_id = stub.GetServers(channelz_pb2.GetServersRequest(), timeout=20).server[0].ref.server_id

            def remote():
                request = channelz_pb2.GetServerSocketsRequest(server_id=server_id)
                return [ref for ref in stub.GetServerSockets(request, timeout=20).socket_ref if FAR in ref.name]

            here = os.path.dirname(__file__)
            clients = subprocess.Popen(
                ["ip", "netns", "exec", space, sys.executable, "-c", CLIENTS, server.target],
                stdout=subprocess.PIPE, cwd=here, env={**os.environ, "PYTHONPATH": here})
            try:
                assert clients.stdout.readline() == b"ready\n"
                assert len(remote()) == 4
                pull()
                began = time.monotonic()
                while remote():
                    assert time.monotonic() - began < 45, remote()
                    time.sleep(0.5)
            finally:
                clients.kill()
                clients.wait()
