"""The wire form: each case goes to the testee and to upb, which must agree on verdict and content."""

import struct

import pytest
from google.protobuf import json_format, message as upb
from google.protobuf.descriptor import FieldDescriptor as Kind

import conformance_pb2 as conformance
from test_messages_proto3_pb2 import ForeignMessage, NullHypothesisProto3, TestAllTypesProto3
from testee import Rejected, Unspeakable
from wire import (BYTES, END_GROUP, FIXED32, FIXED64, GROUP, VARINT, delimited, field, fixed32, fixed64, float32,
                  float64, message, tag, varint, zigzag)

UNKNOWN = 666
FIELDS = TestAllTypesProto3.DESCRIPTOR.fields_by_name
INT32_MAX, INT32_MIN, UINT32_MAX = 2**31 - 1, -(2**31), 2**32 - 1
INT64_MAX, INT64_MIN, UINT64_MAX = 2**63 - 1, -(2**63), 2**64 - 1

INTEGERS = [0, 1, 12345, INT32_MAX, INT32_MIN, -1, 1 << 31, 1 << 32, (1 << 33) + 5, INT64_MAX, INT64_MIN, UINT64_MAX]
VARINTS = [varint(n) for n in INTEGERS] + [varint(n, 10) for n in (0, 1, 300)] + [varint(7, 2)]
TEXTS = ["", "Hello world!", "\0middle\0", "谷歌", "😁", "'\"?\\\a\b\f\n\r\t\v", "x" * 200]
VALUES = {
    "int32": (VARINT, VARINTS),
    "int64": (VARINT, VARINTS),
    "uint32": (VARINT, VARINTS),
    "uint64": (VARINT, VARINTS),
    "sint32": (VARINT, VARINTS + [zigzag(n) for n in (INT32_MAX, INT32_MIN, INT32_MAX + 2)]),
    "sint64": (VARINT, VARINTS + [zigzag(n) for n in (INT64_MAX, INT64_MIN)]),
    "bool": (VARINT, VARINTS),
    "nested_enum": (VARINT, VARINTS),
    "fixed32": (FIXED32, [fixed32(n) for n in INTEGERS]),
    "fixed64": (FIXED64, [fixed64(n) for n in INTEGERS]),
    "sfixed32": (FIXED32, [fixed32(n) for n in INTEGERS]),
    "sfixed64": (FIXED64, [fixed64(n) for n in INTEGERS]),
    "float": (FIXED32, [float32(x) for x in (0.0, -0.0, 0.1, 1e-45, 1.17549435e-38, 3.402823e38)] +
              [fixed32(n) for n in (0x7F800000, 0xFF800000, 0x7FC00000, 0x7FA12345, 0xFFB54321)]),
    "double": (FIXED64, [float64(x)
                         for x in (0.0, -0.0, 0.1, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308)] +
               [fixed64(n) for n in (0x7FF0 << 48, 0xFFF0 << 48, 0x7FF8 << 48, 0x7FFA123456789ABC)]),
    "string": (BYTES, [delimited(text.encode()) for text in TEXTS]),
    "bytes": (BYTES, [delimited(data) for data in (b"", b"abc", b"\x00\xff\xfb", bytes(range(256)))]),
    "nested_message": (BYTES, [delimited(p) for p in (b"", field(1, VARINT, varint(1234)), message(2, b""))]),
}
SCALARS = [name for name in VALUES if name not in ("string", "bytes", "nested_message")]
INCOMPLETE = {VARINT: b"\x80", FIXED64: b"abcdefg", BYTES: b"\x80", GROUP: b"", FIXED32: b"abc"}
WIRE_TYPES = [VARINT, FIXED64, BYTES, GROUP, FIXED32]


def number(name):
    return FIELDS[name].number


def parse(data, message_type=TestAllTypesProto3):
    """What upb makes of the bytes; nil when it refuses them."""
    result = message_type()
    try:
        result.ParseFromString(data)
    except upb.DecodeError:
        return None
    return result


def canonical(value):
    return value.SerializeToString(deterministic=True)


def agree(testee, data, message_type=TestAllTypesProto3):
    """The testee accepts what upb accepts, and writes the same content, in the wire form and as JSON."""
    expected = parse(data, message_type)
    if expected is None:
        with pytest.raises(Rejected):
            testee.to_wire(data, message_type=message_type)
        return
    output = testee.to_wire(data, message_type=message_type)
    again = parse(output, message_type)
    assert again is not None and canonical(again) == canonical(expected)
    check_json(testee, data, expected, message_type)


def check_json(testee, data, expected, message_type):
    try:
        text = json_format.MessageToJson(expected)
    except (json_format.SerializeToJsonError, ValueError, TypeError):
        return
    known = message_type()
    json_format.Parse(text, known)
    found = message_type()
    json_format.Parse(testee.to_json(data, message_type=message_type), found)
    assert canonical(found) == canonical(known)


def refuse(testee, data):
    assert parse(data) is None, "upb takes it"
    with pytest.raises(Rejected):
        testee.to_wire(data)


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_a_singular_field(testee, name):
    wire_type, values = VALUES[name]
    for value in values:
        data = field(number(f"optional_{name}"), wire_type, value)
        agree(testee, data)
        assert testee.to_wire(data) == canonical(parse(data))


@pytest.mark.parametrize("name", VALUES)
def test_the_last_of_repeated_values_counts_and_sub_messages_merge(testee, name):
    wire_type, values = VALUES[name]
    agree(testee, b"".join(field(number(f"optional_{name}"), wire_type, value) for value in values))


@pytest.mark.parametrize("prefix", ["repeated", "packed", "unpacked"])
@pytest.mark.parametrize("name", VALUES)
def test_repeated_fields_packed_unpacked_and_mixed(testee, name, prefix):
    if f"{prefix}_{name}" not in FIELDS:
        return
    wire_type, values = VALUES[name]
    id = number(f"{prefix}_{name}")
    singly = b"".join(field(id, wire_type, value) for value in values)
    inputs = [singly]
    if name in SCALARS:
        packed = message(id, b"".join(values))
        inputs += [packed, singly + packed + singly, packed + packed, message(id, b""), message(id, b"") + singly]
        assert testee.to_wire(packed) == canonical(parse(packed)), "packed as the schema says"
    for data in inputs:
        agree(testee, data)


@pytest.mark.parametrize("name", VALUES)
def test_input_that_ends_too_early(testee, name):
    wire_type, _ = VALUES[name]
    incomplete = INCOMPLETE[wire_type]
    for id in (number(f"optional_{name}"), number(f"repeated_{name}"), UNKNOWN):
        refuse(testee, tag(id, wire_type))
        refuse(testee, field(id, wire_type, incomplete))
        if wire_type == BYTES:
            refuse(testee, field(id, wire_type, varint(1)))
    if name in SCALARS:
        id = number(f"repeated_{name}")
        refuse(testee, message(id, incomplete))
        refuse(testee, field(id, BYTES, varint(1)))
        refuse(testee, message(id, VALUES[name][1][1] + incomplete))


def test_input_cut_at_every_byte(testee):
    whole = (field(1, VARINT, varint(-1)) + field(12, FIXED64, float64(1.5)) + message(14, "ქართული".encode()) +
             message(18, field(1, VARINT, varint(300))) + message(31,
                                                                  varint(300) + varint(-5)) +
             message(71,
                     message(1, b"key") + message(2, field(1, VARINT, varint(9)))) +
             field(UNKNOWN, GROUP,
                   field(1, VARINT, varint(300)) + tag(UNKNOWN, END_GROUP)) + field(11, FIXED32, b"abcd"))
    for length in range(len(whole) + 1):
        agree(testee, whole[:length])


@pytest.mark.parametrize("name", VALUES)
def test_a_wire_type_that_is_not_the_fields_makes_it_unknown(testee, name):
    payloads = {VARINT: varint(300), FIXED64: b"12345678", BYTES: delimited(b"\x08\x01"), FIXED32: b"1234"}
    for prefix in ("optional", "repeated"):
        id = number(f"{prefix}_{name}")
        for wire_type, payload in payloads.items():
            agree(testee, field(id, wire_type, payload))
        agree(testee, field(id, GROUP, field(1, VARINT, varint(1)) + tag(id, END_GROUP)))


def test_tags_that_cannot_be(testee):
    for wire_type in range(8):
        refuse(testee, varint(wire_type) + delimited(b"\x00" * 8))
    for wire_type in (6, 7):
        refuse(testee, tag(1, wire_type) + b"\x00" * 8)
        refuse(testee, tag(UNKNOWN, wire_type) + b"\x00" * 8)
    for data in (varint(1 << 35 | 8) + b"\0", varint(UINT64_MAX), b"\x80" * 5 + b"\x01\x00", b"\x80" * 11,
                 b"\x88\x80\x80\x80\x80\x00\x01", b"\x88\x80\x80\x80\x80\x80\x00\x01", b"\x88\x80\x80\x80\x00\x01",
                 b"\x88\x80\x80\x00\x01", b"\xf8\xff\xff\xff\x0f\x01", b"\xf8\xff\xff\xff\x1f\x01"):
        agree(testee, data)


def test_varints_longer_than_ten_bytes(testee):
    for id in (1, 2, 13, 21, UNKNOWN):
        for data in (b"\x80" * 10 + b"\x00", b"\xff" * 10 + b"\x01", b"\x80" * 20, b"\xff" * 9 + b"\x7f"):
            agree(testee, field(id, VARINT, data))
    for id in (31, 43, 51, 75):
        for run in (b"\x80" * 10 + b"\x00", b"\x01" + b"\xff" * 10 + b"\x01", b"\xff" * 9 + b"\x7f"):
            agree(testee, message(id, run))


def test_lengths_that_lie(testee):
    for id in (14, 15, 18, 31, 44, 56, 71, UNKNOWN):
        for length in (1, 127, 128, 1 << 20, INT32_MAX, INT32_MAX + 1, UINT32_MAX, 1 << 32, INT64_MAX, UINT64_MAX):
            refuse(testee, field(id, BYTES, varint(length)))
            refuse(testee, field(id, BYTES, varint(length) if length > 1 else varint(2)) + b"\x08")
    agree(testee, field(14, BYTES, varint(3, 5) + b"abc"))
    agree(testee, field(18, BYTES, varint(2, 5) + b"\x08\x01"))


def test_groups(testee):
    inner = field(1, VARINT, varint(300)) + message(2, b"abc") + field(3, FIXED32, b"1234") + field(
        4, FIXED64, b"12345678")
    nested = field(7, GROUP, field(8, GROUP, inner + tag(8, END_GROUP)) + tag(7, END_GROUP))
    for body in (b"", inner, nested):
        for id in (UNKNOWN, 1, 14, 18, 31, 71):
            agree(testee, field(id, GROUP, body + tag(id, END_GROUP)) + field(1, VARINT, varint(7)))
    for id in (UNKNOWN, 1, 18, 201):
        refuse(testee, tag(id, END_GROUP))
        refuse(testee, tag(id, GROUP))
        refuse(testee, field(id, GROUP, tag(id + 1, END_GROUP)))
        refuse(testee, field(id, GROUP, inner + tag(id + 1, END_GROUP)))
        refuse(testee, message(18, tag(id, END_GROUP)))
        refuse(testee, message(18, tag(id, GROUP)) + tag(id, END_GROUP))
    refuse(testee, field(7, GROUP, field(8, GROUP, tag(7, END_GROUP)) + tag(8, END_GROUP)))


def test_nesting_limits(testee):
    def nest(levels, id=27):
        data = b""
        for _ in range(levels):
            data = message(id, data)
        return data

    def groups(levels):
        return b"".join(tag(n + 1, GROUP)
                        for n in range(levels)) + b"".join(tag(n + 1, END_GROUP) for n in reversed(range(levels)))

    for levels in (1, 50, 90):
        agree(testee, nest(levels))
        agree(testee, groups(levels))
    for levels in (110, 1000, 100_000):
        with pytest.raises(Rejected):
            testee.to_wire(nest(levels))
        with pytest.raises(Rejected):
            testee.to_wire(groups(levels))


def test_maps(testee):
    pairs = [(name, FIELDS[name]) for name in FIELDS if name.startswith("map_")]
    for _, descriptor in pairs:
        key_type, value_type = (descriptor.message_type.fields_by_name[part] for part in ("key", "value"))
        key = sample(1, key_type, 1)
        other = sample(1, key_type, 0)
        value, newer = sample(2, value_type, 1), sample(2, value_type, 2)
        for entry in (b"", key, value, key + value, value + key, key + other + value + newer,
                      key + key + value + value):
            agree(testee, message(descriptor.number, entry))
        # What an entry holds beside key and value is lost; that is the only case in which upb does otherwise.
        unknown = field(9, VARINT, varint(5)) + message(10, b"x")
        for entry in (key + value + unknown, unknown + value + key):
            output = testee.to_wire(message(descriptor.number, entry))
            assert canonical(parse(output)) == canonical(parse(message(descriptor.number, key + value)))
        agree(testee, message(descriptor.number, key + value) + message(descriptor.number, key + newer))
        agree(testee, message(descriptor.number, key + value) + message(descriptor.number, other + newer))
        is_fixed32 = key_type.type in (Kind.TYPE_FIXED32, Kind.TYPE_SFIXED32)
        wrong = field(1, FIXED64, b"12345678") if is_fixed32 else field(1, FIXED32, b"1234")
        output = testee.to_wire(message(descriptor.number, wrong + value))
        assert canonical(parse(output)) == canonical(parse(message(descriptor.number, value)))


def sample(id, descriptor, seed):
    """One value of a map's key or value."""
    kind = descriptor.type
    if kind in (Kind.TYPE_FIXED32, Kind.TYPE_SFIXED32):
        return field(id, FIXED32, fixed32(seed))
    if kind in (Kind.TYPE_FIXED64, Kind.TYPE_SFIXED64):
        return field(id, FIXED64, fixed64(seed))
    if kind == Kind.TYPE_FLOAT:
        return field(id, FIXED32, float32(seed * 1.5))
    if kind == Kind.TYPE_DOUBLE:
        return field(id, FIXED64, float64(seed * 1.5))
    if kind in (Kind.TYPE_STRING, Kind.TYPE_BYTES):
        return message(id, b"value%d" % seed)
    if kind == Kind.TYPE_MESSAGE:
        return message(id, field(1, VARINT, varint(seed)) + message(2, field(seed, VARINT, varint(seed))))
    return field(id, VARINT, varint(seed))


def test_oneofs(testee):
    members = [
        field(111, VARINT, varint(0)),
        field(111, VARINT, varint(7)),
        message(112, b""),
        message(112, field(1, VARINT, varint(5))),
        message(112, message(2, message(31, varint(6)))),
        message(113, b""),
        message(113, b"text"),
        message(114, b"\xff"),
        field(115, VARINT, varint(0)),
        field(116, VARINT, varint(1 << 40)),
        field(117, FIXED32, float32(0.0)),
        field(118, FIXED64, float64(-0.0)),
        field(119, VARINT, varint(-1)),
        field(120, VARINT, varint(0))
    ]
    for first in members:
        agree(testee, first)
        for second in members:
            agree(testee, first + second)
            for third in members[2:7]:
                agree(testee, first + second + third)


def test_strings_that_are_overwritten_are_looked_at_all_the_same(testee):
    bad = message(113, b"\xff")
    refuse(testee, bad + field(111, VARINT, varint(1)))
    refuse(testee, bad + message(113, b"good"))
    refuse(testee, message(14, b"\xff") + message(14, b"good"))
    refuse(testee, message(112, message(2, message(14, b"\xff"))) + field(111, VARINT, varint(1)))
    refuse(testee, message(69, message(1, b"\xff") + message(1, b"good")))


def test_sub_messages_merge(testee):
    one = message(
        27,
        field(1, VARINT, varint(1)) + message(31, varint(1)) + message(18, field(1, VARINT, varint(4))) +
        message(56,
                field(1, VARINT, varint(1)) + field(2, VARINT, varint(2))) + message(113, b"a"))
    two = message(
        27,
        field(2, VARINT, varint(2)) + message(31, varint(2)) + message(18, message(2, field(1, VARINT, varint(4)))) +
        message(56,
                field(1, VARINT, varint(1)) + field(2, VARINT, varint(3))) + field(111, VARINT, varint(9)))
    for data in (one + two, two + one, one + two + one, message(27, one) + message(27, two),
                 message(48, one) + message(48, two)):
        agree(testee, data)
    # A wrapper or a map's value that occurs twice.
    agree(testee, message(201, field(1, VARINT, varint(1))) + message(201, b""))
    agree(testee, message(71, message(1, b"k") + message(2, field(1, VARINT, varint(1))) + message(2, message(2, b""))))


@pytest.mark.parametrize("id", [14, 24, 44, 54, 113])
def test_strings_that_are_not_utf8(testee, id):
    for data in (b"\xa0", b"\x80", b"\xc0\x80", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
                 b"\xf8\x88\x80\x80\x80", b"ok\xff", b"\xf0\x80\x80\x80"):
        refuse(testee, message(id, data))
    for data in ("\ufffd".encode(), "\U0010ffff".encode(), "\ud7ff".encode()):
        agree(testee, message(id, data))


def test_strings_in_maps_and_wrappers_that_are_not_utf8(testee):
    refuse(testee, message(69, message(1, b"\xff") + message(2, b"v")))
    refuse(testee, message(69, message(1, b"k") + message(2, b"\xff")))
    refuse(testee, message(208, message(1, b"\xff")))
    refuse(testee, message(305, message(1, b"\xff")))
    agree(testee, message(70, message(1, b"k") + message(2, b"\xff")))


def test_unknown_fields_keep_their_order_and_bytes(testee):
    pieces = [
        field(UNKNOWN, VARINT, varint(1)),
        message(UNKNOWN + 1, b"abc"),
        field(UNKNOWN, FIXED32, b"1234"),
        field(UNKNOWN - 1, FIXED64, b"12345678"),
        field(UNKNOWN + 2, GROUP,
              message(1, b"in") + tag(UNKNOWN + 2, END_GROUP)),
        field(536870911, VARINT, varint(-1))
    ]
    data = b"".join(pieces) * 5
    assert testee.to_wire(data) == data
    assert testee.to_wire(data, message_type=NullHypothesisProto3) == data
    assert testee.to_wire(message(18, data)) == message(18, data)
    mixed = pieces[0] + field(1, VARINT, varint(5)) + pieces[1] + message(14, b"x") + pieces[2]
    agree(testee, mixed)
    assert testee.to_json(mixed) == testee.to_json(field(1, VARINT, varint(5)) + message(14, b"x"))
    # An overlong varint of an unknown field is content that we have no business to change.
    odd = field(UNKNOWN, VARINT, varint(1, 10))
    assert parse(testee.to_wire(odd)) is not None


def test_other_messages_and_forms(testee):
    assert testee.to_wire(field(1, VARINT, varint(5)), message_type=ForeignMessage) == field(1, VARINT, varint(5))
    for request, expected in [
        (conformance.ConformanceRequest(message_type="conformance.FailureSet",
                                        protobuf_payload=b"",
                                        requested_output_format=conformance.PROTOBUF), "protobuf_payload"),
        (conformance.ConformanceRequest(message_type="protobuf_test_messages.editions.TestAllTypesEdition2023",
                                        protobuf_payload=b"",
                                        requested_output_format=conformance.PROTOBUF), "skipped"),
        (conformance.ConformanceRequest(message_type=TestAllTypesProto3.DESCRIPTOR.full_name,
                                        text_payload="optional_int32: 1",
                                        requested_output_format=conformance.PROTOBUF), "skipped"),
        (conformance.ConformanceRequest(message_type=TestAllTypesProto3.DESCRIPTOR.full_name,
                                        jspb_payload="[]",
                                        requested_output_format=conformance.PROTOBUF), "skipped"),
        (conformance.ConformanceRequest(message_type=TestAllTypesProto3.DESCRIPTOR.full_name,
                                        protobuf_payload=b"",
                                        requested_output_format=conformance.TEXT_FORMAT), "skipped")
    ]:
        assert testee.exchange(request).WhichOneof("result") == expected


@pytest.mark.parametrize("data", [
    message(302, field(1, VARINT, varint(-62135596801))),
    message(302, field(1, VARINT, varint(253402300800))),
    message(302, field(2, VARINT, varint(-1))),
    message(302, field(2, VARINT, varint(10**9))),
    message(301, field(1, VARINT, varint(-315576000001))),
    message(301, field(1, VARINT, varint(315576000001))),
    message(301,
            field(1, VARINT, varint(1)) + field(2, VARINT, varint(-1))),
    message(301,
            field(1, VARINT, varint(-1)) + field(2, VARINT, varint(1))),
    message(301, field(2, VARINT, varint(10**9))),
    message(301, field(2, VARINT, varint(-(10**9)))),
    message(303, message(1, b"fooBar")),
    message(303, message(1, b"foo_3_bar")),
    message(303, message(1, b"foo__bar")),
    message(303, message(1, b"foo_")),
    message(303, message(1, b"foo_Bar")),
    message(306, field(2, FIXED64, struct.pack("<d", float("nan")))),
    message(306, field(2, FIXED64, struct.pack("<d", float("inf")))),
    message(306, field(2, FIXED64, struct.pack("<d", float("-inf")))),
    message(306, b""),
    message(305, message(1, b"type.googleapis.com/no.such.Type")),
    message(305, message(1, b"no slash")),
    message(305, message(2, b"x")),
    message(305,
            message(1, b"type.googleapis.com/google.protobuf.Int32Value") + message(2, b"\xff")),
])
def test_messages_that_have_no_json(testee, data):
    with pytest.raises(Unspeakable):
        testee.to_json(data)
    agree_on_wire = testee.to_wire(data)
    assert canonical(parse(agree_on_wire)) == canonical(parse(data))
