"""Random messages, whole and damaged: the testee and upb must agree on each."""

import os
import random

import pytest
from google.protobuf import json_format, message as upb, unknown_fields
from google.protobuf.descriptor import FieldDescriptor as Kind

from google.protobuf import any_pb2, struct_pb2, timestamp_pb2  # noqa: F401
from test_messages_proto3_pb2 import TestAllTypesProto3
from testee import Rejected
from wire import BYTES, END_GROUP, FIXED32, FIXED64, GROUP, VARINT, delimited, field, tag, varint

SEED = int(os.environ.get("MATIANE_TEST_SEED", "20261125"))
ROUNDS = int(os.environ.get("MATIANE_TEST_ROUNDS", "1500"))
DESCRIPTOR = TestAllTypesProto3.DESCRIPTOR
NUMBERS = [f.number for f in DESCRIPTOR.fields] + [1, 2, 3, 666, 536870911]
INTEGERS = [0, 1, -1, 2, 127, 128, 300, 2**31 - 1, -(2**31), 2**32 - 1, 2**63 - 1, -(2**63)]
SCALARS = {
    Kind.TYPE_FLOAT: lambda r: r.choice(
        [0.0, -0.0, 1.5, float("nan"), float("inf"), r.uniform(-1e6, 1e6)]),
    Kind.TYPE_BOOL: lambda r: r.random() < 0.5,
    Kind.TYPE_STRING: lambda r: "".join(
        chr(r.choice([0, 10, 34, 92, 65, 0x10D0, 0x444, 0x1F601])) for _ in range(r.randrange(6))),
    Kind.TYPE_BYTES: lambda r: r.randbytes(r.randrange(6)),
}
SCALARS[Kind.TYPE_DOUBLE] = SCALARS[Kind.TYPE_FLOAT]


def canonical(message):
    return message.SerializeToString(deterministic=True)


def integer(r, kind):
    bits = 64 if kind in (Kind.TYPE_INT64, Kind.TYPE_UINT64, Kind.TYPE_SINT64, Kind.TYPE_FIXED64,
                          Kind.TYPE_SFIXED64) else 32
    value = r.choice(INTEGERS) % (1 << bits)
    unsigned = kind in (Kind.TYPE_UINT32, Kind.TYPE_UINT64, Kind.TYPE_FIXED32, Kind.TYPE_FIXED64)
    return value if unsigned or value < 1 << (bits - 1) else value - (1 << bits)


def scalar(r, descriptor):
    if descriptor.type == Kind.TYPE_ENUM:
        return 0 if descriptor.enum_type.name == "NullValue" else r.choice([0, 1, 2, 5])
    return SCALARS.get(descriptor.type, lambda r: integer(r, descriptor.type))(r)


def fill(r, message, depth=0):
    """Sets some fields of a message to values that JSON can say, too."""
    name = message.DESCRIPTOR.full_name
    if name == "google.protobuf.Timestamp":
        message.seconds, message.nanos = r.randrange(-62135596800, 253402300799), r.choice([0, 1, 10**6, 999_999_999])
    elif name == "google.protobuf.Duration":
        message.seconds, message.nanos = r.randrange(315576000000), r.choice([0, 500, 10**8])
    elif name == "google.protobuf.FieldMask":
        message.paths.extend(r.sample(["a", "foo_bar", "x.y_z"], 2))
    elif name == "google.protobuf.Any":
        content = TestAllTypesProto3(optional_int32=r.choice([0, 5]))
        if r.random() < 0.8:
            message.Pack(r.choice([content, timestamp_pb2.Timestamp(seconds=5), struct_pb2.Value(number_value=1)]))
    elif name in ("google.protobuf.Value", "google.protobuf.Struct", "google.protobuf.ListValue"):
        source = {
            "google.protobuf.Value": '{"a": [1, null, "x", {"b": false}]}',
            "google.protobuf.Struct": '{"k": {"l": []}, "m": 1.5}', "google.protobuf.ListValue": "[1, [2], {}]"
        }[name]
        json_format.Parse(source, message)
    else:
        fields = message.DESCRIPTOR.fields
        for descriptor in r.sample(list(fields), min(len(fields), r.randrange(1, 8))):
            set_field(r, message, descriptor, depth)


def set_field(r, message, descriptor, depth):
    if descriptor.type == Kind.TYPE_MESSAGE and descriptor.message_type.GetOptions().map_entry:
        key, value = (descriptor.message_type.fields_by_name[part] for part in ("key", "value"))
        for _ in range(r.randrange(1, 4)):
            if value.type == Kind.TYPE_MESSAGE:
                fill(r, getattr(message, descriptor.name)[scalar(r, key)], depth + 1)
            else:
                getattr(message, descriptor.name)[scalar(r, key)] = scalar(r, value)
    elif descriptor.type == Kind.TYPE_MESSAGE:
        if depth > 3:
            return
        target = getattr(message, descriptor.name)
        for item in ([target.add() for _ in range(r.randrange(1, 3))] if descriptor.is_repeated else [target]):
            item.SetInParent()
            fill(r, item, depth + 1)
    elif descriptor.is_repeated:
        getattr(message, descriptor.name).extend(scalar(r, descriptor) for _ in range(r.randrange(1, 4)))
    else:
        setattr(message, descriptor.name, scalar(r, descriptor))


def random_field(r, depth=0):
    """A field of any number and wire type, well formed or nearly so."""
    number, kind = r.choice(NUMBERS), r.choice([VARINT, VARINT, BYTES, BYTES, BYTES, FIXED32, FIXED64, GROUP])
    if kind == VARINT:
        return field(number, kind, varint(r.choice(INTEGERS), r.choice([0, 0, 0, 3, 10])))
    if kind == FIXED32 or kind == FIXED64:
        return field(number, kind, r.randbytes(4 if kind == FIXED32 else 8))
    inner = b"".join(random_field(r, depth + 1) for _ in range(r.randrange(4))) if depth < 4 else b""
    if kind == GROUP:
        return field(number, kind, inner + tag(number, END_GROUP))
    return field(number, kind, delimited(inner if r.random() < 0.8 else r.randbytes(r.randrange(5))))


def damage(r, data):
    data = bytearray(data)
    for _ in range(r.randrange(1, 4)):
        if not data:
            break
        at = r.randrange(len(data))
        match r.randrange(4):
            case 0:
                data[at] = r.randrange(256)
            case 1:
                del data[at]
            case 2:
                data.insert(at, r.randrange(256))
            case 3:
                del data[at:at + r.randrange(8)]
    return bytes(data)


def parse(data):
    message = TestAllTypesProto3()
    try:
        message.ParseFromString(data)
        return message
    except upb.DecodeError:
        return None


def has_odd_entry(message):
    """Whether upb has put a map's entry aside because it holds more than key and value; we drop only the surplus."""
    fields = message.DESCRIPTOR.fields_by_number
    for item in unknown_fields.UnknownFieldSet(message):
        descriptor = fields.get(item.field_number)
        if item.wire_type == BYTES and descriptor is not None and descriptor.message_type is not None:
            return True
    for descriptor, value in message.ListFields():
        if descriptor.type != Kind.TYPE_MESSAGE:
            continue
        if descriptor.message_type.GetOptions().map_entry:
            parts = value.values() if descriptor.message_type.fields_by_name["value"].type == Kind.TYPE_MESSAGE else []
        else:
            parts = value if descriptor.is_repeated else [value]
        if any(map(has_odd_entry, parts)):
            return True
    return False


def surplus(fields):
    """Unknown fields without the way that their tags and lengths were spelled."""
    return [(item.field_number, item.wire_type, surplus(item.data) if item.wire_type == GROUP else item.data)
            for item in fields]


def content(message):
    """A message with its unknown fields, all comparable."""
    known = type(message)()
    known.CopyFrom(message)
    unknown = []

    def collect(part, path):
        unknown.append((path, surplus(unknown_fields.UnknownFieldSet(part))))
        for descriptor, value in part.ListFields():
            if descriptor.type == Kind.TYPE_MESSAGE and not descriptor.message_type.GetOptions().map_entry:
                for index, item in enumerate(value if descriptor.is_repeated else [value]):
                    collect(item, path + (descriptor.number, index))

    collect(known, ())
    known.DiscardUnknownFields()
    return canonical(known), [entry for entry in unknown if entry[1]]


def agree(testee, data):
    want = parse(data)
    if want is None:
        with pytest.raises(Rejected):
            testee.to_wire(data)
            print("upb refuses what the testee takes:", data.hex())
        return
    try:
        found = parse(testee.to_wire(data))
    except Rejected as reason:
        pytest.fail(f"upb takes what the testee refuses ({reason}): {data.hex()}")
    assert found is not None, data.hex()
    assert canonical(found) == canonical(want) or content(found) == content(want) or has_odd_entry(want), data.hex()


def test_whole_messages_in_every_direction(testee):
    r = random.Random(SEED)
    for _ in range(ROUNDS // 3):
        message = TestAllTypesProto3()
        fill(r, message)
        data = canonical(message)
        assert parse(testee.to_wire(data)) == parse(data) or canonical(parse(testee.to_wire(data))) == data
        text = json_format.MessageToJson(message,
                                         preserving_proto_field_name=r.random() < 0.3,
                                         indent=r.choice([None, 1]))
        known = canonical(json_format.Parse(text, TestAllTypesProto3()))
        assert canonical(parse(testee.to_wire(text))) == known, text
        assert canonical(json_format.Parse(testee.to_json(data), TestAllTypesProto3())) == known, text


def test_messages_merged_by_concatenation(testee):
    r = random.Random(SEED + 1)
    for _ in range(ROUNDS // 3):
        parts = []
        for _ in range(r.randrange(2, 4)):
            message = TestAllTypesProto3()
            fill(r, message)
            parts.append(message.SerializeToString())
        agree(testee, b"".join(parts))


def test_damaged_messages(testee):
    r = random.Random(SEED + 2)
    for _ in range(ROUNDS):
        message = TestAllTypesProto3()
        fill(r, message)
        agree(testee, damage(r, message.SerializeToString()))


def test_fields_of_any_number_and_wire_type(testee):
    r = random.Random(SEED + 3)
    for _ in range(ROUNDS * 2):
        agree(testee, b"".join(random_field(r) for _ in range(r.randrange(1, 6))))
