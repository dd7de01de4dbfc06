"""Asks a server for health, reflection and channelz with grpcio's own clients.

usage: standard_services.py TARGET SERVICE...

Fails unless the server is healthy, lists the services, describes each of them with everything
that it imports, and knows itself and this very connection.
"""

import sys

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_channelz.v1 import channelz_pb2, channelz_pb2_grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase, )


def check_health(channel):
    stub = health_pb2_grpc.HealthStub(channel)
    serving = health_pb2.HealthCheckResponse.SERVING
    assert stub.Check(health_pb2.HealthCheckRequest(), timeout=10).status == serving
    watch = stub.Watch(health_pb2.HealthCheckRequest(service="no.such"), timeout=10)
    assert next(watch).status == health_pb2.HealthCheckResponse.SERVICE_UNKNOWN
    watch.cancel()
    try:
        stub.Check(health_pb2.HealthCheckRequest(service="no.such"), timeout=10)
        raise AssertionError("an unknown service has a state")
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND, error


def check_reflection(channel, services):
    database = ProtoReflectionDescriptorDatabase(channel)
    listed = set(database.get_services())
    assert set(services) <= listed, f"{services} are not all among {listed}"
    pool = DescriptorPool(database)
    for name in listed:
        for method in pool.FindServiceByName(name).methods:
            assert method.input_type.full_name and method.output_type.full_name


def check_channelz(channel):
    stub = channelz_pb2_grpc.ChannelzStub(channel)
    answer = stub.GetServers(channelz_pb2.GetServersRequest(), timeout=10)
    assert answer.end and len(answer.server) == 1, answer
    server = answer.server[0]
    assert server.data.calls_started > server.data.calls_failed > 0 and server.data.calls_succeeded > 0, server
    assert stub.GetServer(channelz_pb2.GetServerRequest(server_id=server.ref.server_id),
                          timeout=10).server.ref == server.ref
    listening = stub.GetSocket(channelz_pb2.GetSocketRequest(socket_id=server.listen_socket[0].socket_id),
                               timeout=10).socket
    page = stub.GetServerSockets(channelz_pb2.GetServerSocketsRequest(server_id=server.ref.server_id, max_results=1),
                                 timeout=10)
    assert len(page.socket_ref) == 1 and page.end, page
    socket = stub.GetSocket(channelz_pb2.GetSocketRequest(socket_id=page.socket_ref[0].socket_id), timeout=10).socket
    assert socket.data.streams_started >= 5 and socket.data.messages_sent >= 4 and socket.data.messages_received >= 5, socket
    assert socket.data.streams_succeeded + socket.data.streams_failed < socket.data.streams_started, socket
    assert socket.data.last_remote_stream_created_timestamp.seconds > 1_600_000_000, socket
    assert socket.local.tcpip_address == listening.local.tcpip_address and socket.remote.tcpip_address.port > 0, socket
    assert socket.remote.tcpip_address.ip_address == bytes([127, 0, 0, 1]), socket
    beyond = channelz_pb2.GetServerSocketsRequest(server_id=server.ref.server_id,
                                                  start_socket_id=page.socket_ref[0].socket_id + 1)
    assert not stub.GetServerSockets(beyond, timeout=10).socket_ref
    assert stub.GetTopChannels(channelz_pb2.GetTopChannelsRequest(), timeout=10).end
    for method, request in ((stub.GetServer, channelz_pb2.GetServerRequest(server_id=10**9)),
                            (stub.GetSocket, channelz_pb2.GetSocketRequest(socket_id=10**9)),
                            (stub.GetChannel, channelz_pb2.GetChannelRequest(channel_id=1)),
                            (stub.GetSubchannel, channelz_pb2.GetSubchannelRequest(subchannel_id=1))):
        try:
            method(request, timeout=10)
            raise AssertionError(f"an answer to {request}")
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.NOT_FOUND, error


def main():
    target, *services = sys.argv[1:]
    with grpc.insecure_channel(target) as channel:
        check_health(channel)
        check_reflection(channel, services)
        check_channelz(channel)
    print("health, reflection and channelz are as grpcio wants them")


if __name__ == "__main__":
    main()
