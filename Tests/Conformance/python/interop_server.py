"""The server of gRPC's interoperability suite on grpcio: one that we did not write, for our client.

usage: interop_server.py [CERTIFICATE KEY]

Prints `listening on PORT`, then serves until its standard input ends. grpcio does not show how a request was encoded, so
`expect_compressed` is not checked.
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
stubs.load("interop/empty.proto", "Tests/Support/Protos")
_, services = stubs.load("interop/test.proto", "Tests/Support/Protos")

INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
CODES = {code.value[0]: code for code in grpc.StatusCode}


def echo_metadata(context):
    received = context.invocation_metadata()
    initial = [(name, value) for name, value in received if name == INITIAL]
    if initial:
        context.send_initial_metadata(initial)
    context.set_trailing_metadata([(name, value) for name, value in received if name == TRAILING])


def echo_status(request, context):
    if request.HasField("response_status") and request.response_status.code:
        context.abort(CODES[request.response_status.code], request.response_status.message)


def zeros(size):
    return messages.Payload(body=bytes(size))


class TestService(services.TestServiceServicer):
    def __init__(self):
        self.cached = {}
        self.lock = threading.Lock()

    def EmptyCall(self, request, context):
        echo_metadata(context)
        return request

    def UnaryCall(self, request, context):
        if request.response_compressed.value:
            context.set_compression(grpc.Compression.Gzip)
        echo_metadata(context)
        echo_status(request, context)
        return messages.SimpleResponse(payload=zeros(request.response_size))

    def CacheableUnaryCall(self, request, context):
        with self.lock:
            body = self.cached.setdefault(request.payload.body, str(time.time_ns()).encode())
        return messages.SimpleResponse(payload=messages.Payload(body=body))

    def StreamingOutputCall(self, request, context):
        if any(wanted.compressed.value for wanted in request.response_parameters):
            context.set_compression(grpc.Compression.Gzip)
        echo_metadata(context)
        yield from self.answer(request, context)

    def StreamingInputCall(self, requests, context):
        echo_metadata(context)
        total = sum(len(request.payload.body) for request in requests)
        return messages.StreamingInputCallResponse(aggregated_payload_size=total)

    def FullDuplexCall(self, requests, context):
        echo_metadata(context)
        for request in requests:
            yield from self.answer(request, context)

    def HalfDuplexCall(self, requests, context):
        echo_metadata(context)
        for request in list(requests):
            yield from self.answer(request, context)

    def answer(self, request, context):
        echo_status(request, context)
        for wanted in request.response_parameters:
            time.sleep(wanted.interval_us / 1e6)
            if not wanted.compressed.value:
                context.disable_next_message_compression()
            yield messages.StreamingOutputCallResponse(payload=zeros(wanted.size))


def main():
    server = grpc.server(
        futures.ThreadPoolExecutor(max_workers=32), options=[("grpc.max_receive_message_length", 16 << 20)]
    )
    services.add_TestServiceServicer_to_server(TestService(), server)
    if len(sys.argv) > 2:
        certificate, key = (pathlib.Path(name).read_bytes() for name in sys.argv[1:3])
        port = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([(key, certificate)]))
    else:
        port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(f"listening on {port}", flush=True)
    sys.stdin.read()
    server.stop(grace=0).wait()


if __name__ == "__main__":
    main()
