"""What the JSON cases share: how a payload is to be read and written again."""

import pytest
# Importing them makes them known to text_format and json_format as contents of an Any.
from google.protobuf import duration_pb2, empty_pb2, field_mask_pb2, struct_pb2, timestamp_pb2, wrappers_pb2  # noqa: F401
from google.protobuf import json_format, text_format

from test_messages_proto3_pb2 import TestAllTypesProto3
from testee import Rejected

FIELDS = TestAllTypesProto3.DESCRIPTOR.fields_by_name
CAMEL = {name: descriptor.json_name for name, descriptor in FIELDS.items()}


def expected(text):
    return text_format.Parse(text, TestAllTypesProto3())


def canonical(message):
    return message.SerializeToString(deterministic=True)


def accept(testee, payload, text, **options):
    """The testee reads the payload as the message that `text` (text format) is, and writes it as such in both forms."""
    want = expected(text)
    found = TestAllTypesProto3.FromString(testee.to_wire(payload, **options))
    assert canonical(found) == canonical(want), f"{payload}\nread as {found}"
    again = json_format.Parse(testee.to_json(payload, **options), TestAllTypesProto3())
    assert canonical(again) == canonical(want), f"{payload}\nwritten as {testee.to_json(payload, **options)}"


def refuse(testee, payload, **options):
    with pytest.raises(Rejected):
        print("accepted:", payload, "as", testee.to_json(payload, **options))
