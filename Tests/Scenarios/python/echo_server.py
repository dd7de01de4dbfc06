"""The echo service of the tests on grpcio: a server that we did not write, for our client.

usage: echo_server.py [PORT]

Prints `listening on PORT`, then serves until its standard input ends. What a call does beside
echoing is asked for by its request metadata:

  x-test-status: CODE [MESSAGE]   ends the call with this status, after its responses
  x-test-reason: TEXT             adds a google.rpc.ErrorInfo with this reason to that status
  x-test-delay-ms: N              waits before the first response
  x-test-early: N                 answers after N requests without reading the rest
  x-test-flaky: N                 fails with UNAVAILABLE the first N times that this server is asked to
  x-test-pushback-ms: N           asks, where it fails so, for another attempt after N milliseconds
  x-echo-…                        comes back as initial metadata
  x-trail-…                       comes back as trailing metadata
"""

import itertools
import sys
import time
from concurrent import futures

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

import stubs

messages, services = stubs.load("matiane/test/v1/echo.proto", "Tests/Support/Protos")


def metadata(context, prefix):
    return [(name, value) for name, value in context.invocation_metadata() if name.startswith(prefix)]


def asked(context, name, default=None):
    return dict(context.invocation_metadata()).get(f"x-test-{name}", default)


flaky_calls = itertools.count(1)


def begin(context):
    if next(flaky_calls) <= int(asked(context, "flaky", 0)):
        pushback = asked(context, "pushback-ms")
        if pushback is not None:
            context.set_trailing_metadata([("grpc-retry-pushback-ms", pushback)])
        context.abort(grpc.StatusCode.UNAVAILABLE, "not yet")
    context.set_trailing_metadata(metadata(context, "x-trail-"))
    initial = metadata(context, "x-echo-")
    if initial:
        context.send_initial_metadata(initial)
    delay = int(asked(context, "delay-ms", 0)) / 1000
    deadline = time.monotonic() + delay
    while context.is_active() and time.monotonic() < deadline:
        time.sleep(min(0.01, delay))


def end(context):
    wanted = asked(context, "status")
    if wanted is None:
        return
    number, _, text = wanted.partition(" ")
    code = next(code for code in grpc.StatusCode if code.value[0] == int(number))
    reason = asked(context, "reason")
    if reason is not None:
        detail = any_pb2.Any()
        detail.Pack(error_details_pb2.ErrorInfo(reason=reason, domain="test"))
        status = status_pb2.Status(code=int(number), message=text, details=[detail])
        context.set_trailing_metadata(
            (*metadata(context, "x-trail-"), ("grpc-status-details-bin", status.SerializeToString()))
        )
    context.abort(code, text)


class EchoService(services.EchoServiceServicer):
    def Echo(self, request, context):
        begin(context)
        end(context)
        return request

    def Repeat(self, request, context):
        begin(context)
        for index in range(request.count):
            yield messages.Note(text=request.text, count=index, payload=request.payload)
        end(context)

    def Join(self, requests, context):
        begin(context)
        early = asked(context, "early")
        joined = messages.Note()
        for request in requests:
            joined.text += request.text
            joined.count += 1
            if early is not None and joined.count >= int(early):
                break
        end(context)
        return joined

    def Chat(self, requests, context):
        begin(context)
        for request in requests:
            yield request
        end(context)


def main():
    server = grpc.server(
        futures.ThreadPoolExecutor(max_workers=16),
        options=[("grpc.max_receive_message_length", 16 << 20)],
    )
    services.add_EchoServiceServicer_to_server(EchoService(), server)
    port = server.add_insecure_port(f"127.0.0.1:{sys.argv[1] if len(sys.argv) > 1 else 0}")
    server.start()
    print(f"listening on {port}", flush=True)
    sys.stdin.read()
    server.stop(grace=1).wait()


if __name__ == "__main__":
    main()
