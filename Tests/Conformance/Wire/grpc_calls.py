"""gRPC on top of a `Peer`: the standard services, which every server of ours has, asked byte by byte."""

import struct
import zlib

from frames import request

CHECK = "/grpc.health.v1.Health/Check"
WATCH = "/grpc.health.v1.Health/Watch"
CHAT = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"

OK, CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNIMPLEMENTED, INTERNAL = 0, 1, 4, 8, 12, 13
NOT_FOUND = 5

LIST_SERVICES = b"\x3a\x01*"  # a ServerReflectionRequest


def head(path, *more, content_type="application/grpc", te="trailers"):
    """The fields of a call."""
    fields = request("POST", path)
    fields += [("content-type", content_type)] if content_type is not None else []
    fields += [("te", te)] if te is not None else []
    return fields + list(more)


def message(payload=b"", flag=0, length=None):
    """A length-prefixed message; `length` may lie."""
    return struct.pack(">BI", flag, len(payload) if length is None else length) + payload


def messages(body):
    """The messages in a response's body."""
    found = []
    while body:
        flag, length = struct.unpack(">BI", body[:5])
        assert len(body) >= 5 + length, "the body ends in a message"
        found.append((flag, body[5 : 5 + length]))
        body = body[5 + length :]
    return found


def field(number, payload):
    """A length-delimited protobuf field."""
    size, prefix = len(payload), bytes([number << 3 | 2])
    while size >= 128:
        prefix += bytes([size % 128 | 128])
        size //= 128
    return prefix + bytes([size]) + payload


def gzip(payload):
    """One gzip member."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(payload) + packer.flush()


def call(peer, stream, path=CHECK, body=message(), *more, **fields):
    """A whole call, and its answer."""
    peer.headers(stream, head(path, *more, **fields), end_stream=False)
    peer.data(stream, body)
    return peer.response(stream)


def check(peer, stream):
    """Asks for the server's health, and insists on it."""
    answer = call(peer, stream)
    assert answer.grpc_status == OK, answer
    assert messages(answer.body) == [(0, b"\x08\x01")]
    return True
