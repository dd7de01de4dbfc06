"""The client of gRPC's interoperability suite on grpcio: one that we did not write, for our server.

usage: interop_client.py ADDRESS [AUTHORITY-CERTIFICATE NAME]

Runs every case that grpcio's API can express; prints a line a case and exits with 0 if all have passed.
"""

import pathlib
import sys
import threading
import time
from concurrent import futures

import grpc

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scenarios" / "python"))
import stubs  # noqa: E402

messages, _ = stubs.load("interop/messages.proto", "Tests/Support/Protos")
empty, _ = stubs.load("interop/empty.proto", "Tests/Support/Protos")
_, services = stubs.load("interop/test.proto", "Tests/Support/Protos")

REQUEST_SIZES, RESPONSE_SIZES = (27182, 8, 1828, 45904), (31415, 9, 2653, 58979)
METADATA = (
    ("x-grpc-test-echo-initial", "test_initial_metadata_value"),
    ("x-grpc-test-echo-trailing-bin", b"\xab\xab\xab"),
)


def payload(size):
    return messages.Payload(body=bytes(size))


def large(**fields):
    return messages.SimpleRequest(response_size=314159, payload=payload(271828), **fields)


def wanting(*sizes, body=None, **fields):
    request = messages.StreamingOutputCallRequest(**fields)
    for size in sizes:
        request.response_parameters.add(size=size)
    if body is not None:
        request.payload.body = bytes(body)
    return request


def expect(found, wanted):
    assert found == wanted, f"expected {wanted!r}, found {found!r}"


def expect_zeros(response, size):
    assert response.payload.body == bytes(size), f"expected {size} zeros, found {len(response.payload.body)} bytes"


def expect_code(code, call):
    try:
        call()
    except grpc.RpcError as error:
        expect(error.code(), code)
        return error
    raise AssertionError(f"expected {code}, found success")


def empty_unary(stub):
    expect(stub.EmptyCall(empty.Empty()), empty.Empty())


def large_unary(stub):
    expect_zeros(stub.UnaryCall(large()), 314159)


def cacheable_unary(stub):
    request = messages.SimpleRequest(payload=messages.Payload(body=str(time.time_ns()).encode()))
    first, call = stub.CacheableUnaryCall.with_call(request, metadata=(("x-user-ip", "1.2.3.4"),))
    expect(stub.CacheableUnaryCall(request).payload.body, first.payload.body)
    assert "max-age" in dict(call.initial_metadata())["cache-control"]


def client_compressed_unary(stub):
    compressed = messages.BoolValue(value=True)
    expect_code(
        grpc.StatusCode.INVALID_ARGUMENT, lambda: stub.UnaryCall(large(expect_compressed=compressed))
    )
    response = stub.UnaryCall(large(expect_compressed=compressed), compression=grpc.Compression.Gzip)
    expect_zeros(response, 314159)
    response = stub.UnaryCall(large(expect_compressed=compressed), compression=grpc.Compression.Deflate)
    expect_zeros(response, 314159)
    expect_zeros(stub.UnaryCall(large(expect_compressed=messages.BoolValue())), 314159)


def server_compressed_unary(stub):
    for compressed in (True, False):
        request = large(response_compressed=messages.BoolValue(value=compressed))
        expect_zeros(stub.UnaryCall(request), 314159)


def client_streaming(stub):
    requests = (messages.StreamingInputCallRequest(payload=payload(size)) for size in REQUEST_SIZES)
    expect(stub.StreamingInputCall(requests).aggregated_payload_size, 74922)


def client_compressed_streaming(stub):
    request = messages.StreamingInputCallRequest(
        expect_compressed=messages.BoolValue(value=True), payload=payload(27182)
    )
    expect_code(grpc.StatusCode.INVALID_ARGUMENT, lambda: stub.StreamingInputCall(iter([request])))
    response = stub.StreamingInputCall(iter([request, request]), compression=grpc.Compression.Gzip)
    expect(response.aggregated_payload_size, 2 * 27182)


def server_streaming(stub):
    responses = list(stub.StreamingOutputCall(wanting(*RESPONSE_SIZES)))
    expect(len(responses), 4)
    for response, size in zip(responses, RESPONSE_SIZES):
        expect_zeros(response, size)


def server_compressed_streaming(stub):
    request = wanting(31415, 92653)
    request.response_parameters[0].compressed.value = True
    request.response_parameters[1].compressed.value = False
    responses = list(stub.StreamingOutputCall(request))
    expect([len(response.payload.body) for response in responses], [31415, 92653])


def intervals(stub):
    request = wanting(1, 1)
    for wanted in request.response_parameters:
        wanted.interval_us = 20_000
    start = time.monotonic()
    expect(len(list(stub.StreamingOutputCall(request))), 2)
    assert time.monotonic() - start >= 0.04, "the intervals were not kept"


class Requests:
    """An iterator that a test feeds."""

    def __init__(self):
        self.waiting = []
        self.condition = threading.Condition()

    def send(self, request):
        with self.condition:
            self.waiting.append(request)
            self.condition.notify()

    def __iter__(self):
        return self

    def __next__(self):
        with self.condition:
            self.condition.wait_for(lambda: self.waiting)
            request = self.waiting.pop(0)
        if request is None:
            raise StopIteration
        return request


def ping_pong(stub):
    requests = Requests()
    responses = stub.FullDuplexCall(requests)
    for request, response in zip(REQUEST_SIZES, RESPONSE_SIZES):
        requests.send(wanting(response, body=request))
        expect_zeros(next(responses), response)
    requests.send(None)
    expect(list(responses), [])


def half_duplex(stub):
    responses = list(stub.HalfDuplexCall(iter([wanting(1, 2), wanting(3)])))
    expect([len(response.payload.body) for response in responses], [1, 2, 3])


def empty_stream(stub):
    expect(list(stub.FullDuplexCall(iter(()))), [])


def timeout_on_sleeping_server(stub):
    requests = Requests()
    requests.send(wanting(body=27182))
    call = stub.FullDuplexCall(requests, timeout=0.001)
    expect_code(grpc.StatusCode.DEADLINE_EXCEEDED, lambda: next(call))
    requests.send(None)


def cancel_after_begin(stub):
    requests = Requests()
    call = stub.StreamingInputCall.future(requests)
    call.cancel()
    requests.send(None)
    expect(call.code(), grpc.StatusCode.CANCELLED)


def cancel_after_first_response(stub):
    requests = Requests()
    call = stub.FullDuplexCall(requests)
    requests.send(wanting(31415, body=27182))
    expect_zeros(next(call), 31415)
    call.cancel()
    expect_code(grpc.StatusCode.CANCELLED, lambda: next(call))
    requests.send(None)


def statuses(stub, message):
    status = messages.EchoStatus(code=2, message=message)
    calls = (
        lambda: stub.UnaryCall(messages.SimpleRequest(response_status=status)),
        lambda: list(stub.FullDuplexCall(iter([wanting(response_status=status)]))),
    )
    for call in calls:
        expect(expect_code(grpc.StatusCode.UNKNOWN, call).details(), message)


def status_code_and_message(stub):
    statuses(stub, "test status message")


def special_status_message(stub):
    statuses(stub, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")


def custom_metadata(stub):
    response, call = stub.UnaryCall.with_call(large(), metadata=METADATA)
    expect_zeros(response, 314159)
    stream = stub.FullDuplexCall(iter([wanting(314159, body=271828)]), metadata=METADATA)
    expect_zeros(next(stream), 314159)
    expect(list(stream), [])
    for done in (call, stream):
        assert METADATA[0] in [tuple(entry) for entry in done.initial_metadata()]
        assert METADATA[1] in [tuple(entry) for entry in done.trailing_metadata()]


def unimplemented_method(stub):
    expect_code(grpc.StatusCode.UNIMPLEMENTED, lambda: stub.UnimplementedCall(empty.Empty()))


def unimplemented_service(stub):
    other = services.UnimplementedServiceStub(stub.channel)
    expect_code(grpc.StatusCode.UNIMPLEMENTED, lambda: other.UnimplementedCall(empty.Empty()))


def rpc_soak(stub):
    for _ in range(10):
        large_unary(stub)


def channel_soak(stub):
    for _ in range(5):
        with stub.connect() as channel:
            large_unary(services.TestServiceStub(channel))


def concurrent_large_unary(stub):
    with futures.ThreadPoolExecutor(max_workers=4) as pool:
        calls = list(pool.map(lambda _: stub.UnaryCall.future(large()), range(50)))
    for call in calls:
        expect_zeros(call.result(), 314159)


CASES = (
    empty_unary, large_unary, cacheable_unary, client_compressed_unary, server_compressed_unary, client_streaming,
    client_compressed_streaming, server_streaming, server_compressed_streaming, intervals, ping_pong, half_duplex,
    empty_stream, timeout_on_sleeping_server, cancel_after_begin, cancel_after_first_response,
    status_code_and_message, special_status_message, custom_metadata, unimplemented_method, unimplemented_service,
    rpc_soak, channel_soak, concurrent_large_unary,
)  # fmt: skip


def main():
    address, *tls = sys.argv[1:]

    def connect():
        if not tls:
            return grpc.insecure_channel(address)
        credentials = grpc.ssl_channel_credentials(pathlib.Path(tls[0]).read_bytes())
        return grpc.secure_channel(address, credentials, [("grpc.ssl_target_name_override", tls[1])])

    failures = 0
    with connect() as channel:
        stub = services.TestServiceStub(channel)
        stub.channel, stub.connect = channel, connect
        for case in CASES:
            try:
                case(stub)
                print(f"passed: {case.__name__}")
            except Exception as error:  # whatever it is, the other cases are of interest, too
                failures += 1
                print(f"FAILED: {case.__name__}: {error!r}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
