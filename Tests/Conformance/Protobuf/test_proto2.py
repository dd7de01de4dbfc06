"""What proto2 has of its own, judged by upb: presence everywhere, unpacked runs, closed enums, extensions."""

import json

import pytest
from google.protobuf.descriptor import FieldDescriptor as Kind

from test_binary import INTEGERS, SCALARS, VALUES, agree, canonical, parse, sample
from test_messages_proto2_pb2 import TestAllTypesProto2, extension_int32
from testee import Rejected
from wire import BYTES, VARINT, field, message, tag, varint

FIELDS = TestAllTypesProto2.DESCRIPTOR.fields_by_name
OUTSIDE = [3, 7, -2, 2**31 - 1, -(2**31), (1 << 40) + 3]


def number(name):
    return FIELDS[name].number


def check(testee, data):
    agree(testee, data, TestAllTypesProto2)


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_kept_even_a_default(testee, name):
    wire_type, values = VALUES[name]
    id = number(f"optional_{name}")
    for value in values:
        data = field(id, wire_type, value)
        check(testee, data)
        assert testee.to_wire(data, message_type=TestAllTypesProto2) == canonical(parse(data, TestAllTypesProto2))
    check(testee, b"".join(field(id, wire_type, value) for value in values))
    check(testee, tag(id, wire_type))


@pytest.mark.parametrize("prefix", ["repeated", "packed", "unpacked"])
@pytest.mark.parametrize("name", SCALARS)
def test_repeated_fields_are_read_both_ways_and_written_as_declared(testee, name, prefix):
    wire_type, values = VALUES[name]
    if name == "nested_enum":
        # A number outside the enum that is longer than need be is kept as it came; upb shortens it.
        values = values[:len(INTEGERS)]
    id = number(f"{prefix}_{name}")
    singly = b"".join(field(id, wire_type, value) for value in values)
    packed = message(id, b"".join(values))
    for data in (singly, packed, singly + packed + singly, message(id, b"")):
        check(testee, data)
        assert testee.to_wire(data, message_type=TestAllTypesProto2) == canonical(parse(data, TestAllTypesProto2))


def test_maps_and_oneofs(testee):
    for descriptor in FIELDS.values():
        if descriptor.containing_oneof:
            for seed in (0, 1):
                data = sample(descriptor.number, descriptor, seed)
                check(testee, data)
                check(testee, message(112, field(1, VARINT, varint(5))) + data)
        elif descriptor.message_type and descriptor.message_type.GetOptions().map_entry:
            key, value = (descriptor.message_type.fields_by_name[part] for part in ("key", "value"))
            for entry in (b"", sample(1, key, 1), sample(2, value, 1), sample(2, value, 1) + sample(1, key, 1)):
                check(testee, message(descriptor.number, entry))


@pytest.mark.parametrize("value", OUTSIDE)
def test_a_number_outside_a_closed_enum_is_an_unknown_field(testee, value):
    outside, inside = varint(value), varint(2)
    one, oneof, named = number("optional_nested_enum"), number("oneof_enum"), number("map_string_nested_enum")
    check(testee, field(one, VARINT, outside))
    check(testee, field(one, VARINT, inside) + field(one, VARINT, outside))
    check(testee, field(oneof, VARINT, outside))
    check(testee, message(113, b"text") + field(oneof, VARINT, outside))
    check(testee, field(oneof, VARINT, inside) + message(113, b"text"))
    for name in ("repeated_nested_enum", "packed_nested_enum", "unpacked_nested_enum"):
        check(testee, field(number(name), VARINT, outside) + field(number(name), VARINT, inside))
        output = testee.to_wire(message(number(name), inside + outside + varint(-1) + outside),
                                message_type=TestAllTypesProto2)
        again = parse(output, TestAllTypesProto2)
        assert list(getattr(again, name)) == [2, -1]
        assert output.count(field(number(name), VARINT, outside)) == 2
    key = message(1, b"key")
    check(testee, message(named, key + field(2, VARINT, inside)))
    check(testee, message(named, key + field(2, VARINT, outside)) + message(named, key))
    with pytest.raises(Rejected):
        testee.to_wire('{"optionalNestedEnum": %d}' % value, message_type=TestAllTypesProto2)


def test_runs_of_a_closed_enum_that_end_too_early(testee):
    for name in ("repeated_nested_enum", "packed_nested_enum"):
        for data in (message(number(name), b"\x80"), message(number(name), varint(2) + b"\x80"),
                     message(number(name), varint(9) + b"\x80"), tag(number(name), VARINT),
                     field(number(name), VARINT, b"\x80"), field(number(name), BYTES, varint(1)),
                     message(number(name), b"\x80" * 11)):
            with pytest.raises(Rejected):
                testee.to_wire(data, message_type=TestAllTypesProto2)


def test_extensions_have_a_name_in_json(testee):
    name = "[protobuf_test_messages.proto2.extension_int32]"
    text = '{"%s": 5, "optionalInt32": 1}' % name
    found = parse(testee.to_wire(text, message_type=TestAllTypesProto2), TestAllTypesProto2)
    assert found.Extensions[extension_int32] == 5 and found.optional_int32 == 1
    assert json.loads(testee.to_json(text, message_type=TestAllTypesProto2)) == json.loads(text)
    data = field(120, VARINT, varint(1)) + field(666, VARINT, varint(1)) + field(120, VARINT, varint(7))
    assert json.loads(testee.to_json(data, message_type=TestAllTypesProto2)) == {name: 7}
    nested = message(18, message(2, field(120, VARINT, varint(0))))
    expected = {"optionalNestedMessage": {"corecursive": {name: 0}}}
    assert json.loads(testee.to_json(nested, message_type=TestAllTypesProto2)) == expected
    assert testee.to_wire('{"%s": null}' % name, message_type=TestAllTypesProto2) == b""
    for wrong in ('{"%s": "x"}' % name, '{"%s": 1, "%s": 2}' % (name, name), '{"[no.such_extension]": 1}',
                  '{"[]": 1}', '{"[": 1}', '{"protobuf_test_messages.proto2.extension_int32": 1}'):
        with pytest.raises(Rejected):
            testee.to_wire(wrong, message_type=TestAllTypesProto2)
    assert testee.to_wire('{"[no.such_extension]": [{}]}', message_type=TestAllTypesProto2, ignore_unknown=True) == b""


def test_defaults_of_its_own_are_not_invented(testee):
    assert testee.to_wire(b"", message_type=TestAllTypesProto2) == b""
    assert testee.to_json(b"", message_type=TestAllTypesProto2) == "{}"
    defaults = [f for f in FIELDS.values() if f.name.startswith("default_")]
    data = b"".join(sample(f.number, f, 1) for f in defaults)
    assert len(defaults) == 15 and all(f.type != Kind.TYPE_ENUM for f in defaults)
    check(testee, data)
