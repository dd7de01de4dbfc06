"""The program under test, on the other end of a pipe."""

import os
import pathlib
import struct
import subprocess

import conformance_pb2 as conformance
from test_messages_proto3_pb2 import TestAllTypesProto3

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Rejected(Exception):
    """The testee says that the payload is no message."""


class Unspeakable(Exception):
    """The testee says that the message has no such form."""


class Testee:
    __test__ = False

    def __enter__(self):
        binary = os.environ.get("MATIANE_BIN")
        folder = pathlib.Path(binary) if binary else ROOT / ".build/debug"
        self.process = subprocess.Popen([folder / "protobuf-conformance-testee"],
                                        stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        assert self.process.wait(timeout=30) == 0, "the testee ends in good order when its input does"

    def exchange(self, request):
        data = request.SerializeToString()
        self.process.stdin.write(struct.pack("<I", len(data)) + data)
        self.process.stdin.flush()
        prefix = self.process.stdout.read(4)
        assert len(prefix) == 4, "the testee has died"
        response = conformance.ConformanceResponse()
        response.ParseFromString(self.process.stdout.read(struct.unpack("<I", prefix)[0]))
        return response

    def convert(self, payload, output, *, ignore_unknown=False, message_type=TestAllTypesProto3):
        """Reads `payload` (bytes are the wire form, text is JSON); returns what it writes in the form `output`."""
        request = conformance.ConformanceRequest(
            requested_output_format=output,
            message_type=message_type.DESCRIPTOR.full_name,
            test_category=conformance.JSON_IGNORE_UNKNOWN_PARSING_TEST
            if ignore_unknown else conformance.JSON_TEST if isinstance(payload, str) else conformance.BINARY_TEST)
        if isinstance(payload, str):
            request.json_payload = payload
        else:
            request.protobuf_payload = payload
        response = self.exchange(request)
        kind = response.WhichOneof("result")
        if kind == "parse_error":
            raise Rejected(response.parse_error)
        if kind == "serialize_error":
            raise Unspeakable(response.serialize_error)
        assert kind in ("protobuf_payload", "json_payload"), f"{kind}: {getattr(response, kind or '', None)}"
        return getattr(response, kind)

    def to_wire(self, payload, **options):
        return self.convert(payload, conformance.PROTOBUF, **options)

    def to_json(self, payload, **options):
        return self.convert(payload, conformance.JSON, **options)
