"""Asks a server for health and reflection with grpcio's own clients.

usage: standard_services.py TARGET SERVICE...

Fails unless the server is healthy, lists the services, and describes each of them with everything
that it imports.
"""

import sys

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)


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


def main():
    target, *services = sys.argv[1:]
    with grpc.insecure_channel(target) as channel:
        check_health(channel)
        check_reflection(channel, services)
    print("health and reflection are as grpcio wants them")


if __name__ == "__main__":
    main()
