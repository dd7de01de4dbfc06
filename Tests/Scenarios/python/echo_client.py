"""Calls the echo service in every way with a stock grpcio client.

usage: echo_client.py TARGET

The server shall answer `fail` with NOT_FOUND and an ErrorInfo, hold `wait` until it is cancelled and then answer
`cancelled` to `was it cancelled?`, count in its answers to `has it begun?` the `wait` calls that came since the last of
them, and send `x-echo-…` metadata back, as initial and as trailing metadata.
"""

import sys

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

import stubs

messages, services = stubs.load("matiane/test/v1/echo.proto", "Tests/Support/Protos")
Note = messages.Note
# Seconds after which a call that waits for another has failed: not what a busy machine needs.
HANGS = 300


def every_kind(echo):
    assert echo.Echo(Note(text="one", payload=bytes(range(256)))).payload == bytes(range(256))
    assert [n.count for n in echo.Repeat(Note(text="many", count=1000))] == list(range(1000))
    joined = echo.Join(iter([Note(text="a"), Note(text="ბ"), Note(text="в")]))
    assert (joined.text, joined.count) == ("aბв", 3)
    assert echo.Join(iter([])).count == 0
    texts = [str(n) for n in range(500)]
    assert [n.text for n in echo.Chat(Note(text=t) for t in texts)] == texts
    large = Note(payload=b"x" * (3 << 20))
    assert echo.Echo(large) == large


def metadata(echo):
    sent = (("x-echo-text", "plain"), ("x-echo-data-bin", bytes(range(256))))
    # What stands around a text may be taken away.
    spaced = (("x-echo-spaced", "  two words "),)
    _, call = echo.Echo.with_call(Note(), metadata=sent + spaced)
    sent += (("x-echo-spaced", "two words"),)
    assert set(sent) <= set(call.initial_metadata()), call.initial_metadata()
    assert set(sent) <= set(call.trailing_metadata()), call.trailing_metadata()


def details(echo):
    try:
        echo.Echo(Note(text="fail"))
        raise AssertionError("a failing call succeeded")
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND
        assert error.details() == "არ არის: 100 % \n", error.details()
        info = error_details_pb2.ErrorInfo()
        assert rpc_status.from_call(error).details[0].Unpack(info)
        assert info.reason == "ASKED_FOR" and info.metadata == {"key": "value"}


def deadline_and_cancellation(echo):
    for timeout in (0.2, 2, 20):
        try:
            echo.Echo(Note(text="wait"), timeout=timeout)
            raise AssertionError("a call outlived its deadline")
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED
        if has_begun(echo):
            break
    assert was_cancelled(echo)
    call = echo.Echo.future(Note(text="wait"))
    while not has_begun(echo):
        pass
    call.cancel()
    assert call.cancelled()
    assert was_cancelled(echo)


def has_begun(echo):
    """A call that ends before its request was sent never reaches the server."""
    return echo.Echo(Note(text="has it begun?")).count > 0


def was_cancelled(echo):
    return echo.Echo(Note(text="was it cancelled?"), timeout=HANGS).text == "cancelled"


def main(target):
    with grpc.insecure_channel(target) as channel:
        echo = services.EchoServiceStub(channel)
        every_kind(echo)
        metadata(echo)
        details(echo)
        deadline_and_cancellation(echo)
        unknown = channel.unary_unary("/matiane.test.v1.EchoService/Nothing")
        try:
            unknown(b"")
            raise AssertionError("an unknown method answered")
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.UNIMPLEMENTED
    print("every kind of call works")


if __name__ == "__main__":
    main(sys.argv[1])
