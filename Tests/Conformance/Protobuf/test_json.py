"""The JSON form: what is read, what is refused, and how it is written."""

import json

import pytest
from google.protobuf import json_format, text_format

# Importing them makes them known to text_format and json_format as contents of an Any.
from google.protobuf import any_pb2, duration_pb2, empty_pb2, field_mask_pb2, struct_pb2, timestamp_pb2, wrappers_pb2  # noqa: F401
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


# MARK: The grammar

@pytest.mark.parametrize("payload", [
    "", " ", "null", "1", "true", '"x"', "[]", "{", "}", "{}}", "{}{}", "{} x", "{},", '{"fieldname1"}', '{"fieldname1":}',
    '{"fieldname1":1,}', '{"fieldname1":1 ,}', '{"fieldname1":1 , }', '{"fieldname1":1,\n}', '{,"fieldname1":1}', '{fieldname1: 1}',
    "{'fieldname1': 1}", "{\"optionalString\": 'x'}", '{"fieldname1": 1 "fieldName2": 2}', '{"fieldname1": 1; "fieldName2": 2}',
    '{"fieldname1" 1}', '{"fieldname1": 1, // comment\n"fieldName2": 2}', '{/* */}', '{"repeatedInt32": [1,]}',
    '{"repeatedInt32": [1 ,]}', '{"repeatedInt32": [1 , ]}', '{"repeatedInt32": [,1]}', '{"repeatedInt32": [1 2]}',
    '{"repeatedInt32": [1}', '{"repeatedInt32": 1]}', '{"repeatedInt32": [1, 2', '{"optionalString": "abc\\', '{"optionalString": "abc',
    '{"optionalString": "abc}', '{"a" "b"}', '\ufeff{}', '{"optionalBool": tru}', '{"optionalBool": truee}', '{"optionalBool": nul}',
    '{"optionalInt32": 1\x00}', '{"optionalInt32":\x0b1}', '{"optionalInt32":\u00a01}', '{"optionalNestedMessage": {"a": 1}',
    '{"optionalNestedMessage": {a: 1}, "optionalNestedMessage": {}}',
])
def test_texts_that_are_not_json(testee, payload):
    refuse(testee, payload)
    refuse(testee, payload, ignore_unknown=True)


@pytest.mark.parametrize("payload", [
    "{}", " {} ", "\t\n\r{\n}\r\n", '{"optionalInt32":null}', '{"repeatedInt32":[]}', '{"mapInt32Int32":{}}',
    '{"optionalInt32":0}', '{"optionalString":""}', '{"optionalBool":false}', '{"optionalNestedEnum":"FOO"}', '{"optionalDouble":0.0}',
    '{"optionalNullValue":null}', '{"optionalNullValue":"NULL_VALUE"}', '{"optionalNullValue":0}',
])
def test_texts_of_the_empty_message(testee, payload):
    accept(testee, payload, "")
    assert json.loads(testee.to_json(payload)) == {}


def test_white_space_is_free(testee):
    for payload in ('{"optionalInt32":1,"optionalInt64":2}', '{ "optionalInt32" : 1 , "optionalInt64" : 2 }',
                    '{\n"optionalInt32"\n:\n1\n,\n"optionalInt64"\n:\n2\n}', '\r\n{\t"optionalInt32":\r1,\t"optionalInt64":\n2}\n'):
        accept(testee, payload, "optional_int32: 1 optional_int64: 2")


def test_nesting_is_bounded(testee):
    def nest(levels):
        return '{"recursiveMessage":' * levels + "{}" + "}" * levels

    accept(testee, nest(40), "recursive_message {" * 40 + "}" * 40)
    for text in (nest(5000), '{"optionalValue":' + "[" * 5000 + "]" * 5000 + "}"):
        refuse(testee, text)
    refuse(testee, '{"unknown":' + "[" * 5000 + "]" * 5000 + "}", ignore_unknown=True)
    refuse(testee, '{"unknown":' + '{"a":' * 5000 + "1" + "}" * 5000 + "}", ignore_unknown=True)


# MARK: Names

def test_every_field_by_both_of_its_names(testee):
    for name, descriptor in FIELDS.items():
        for key in {name, descriptor.json_name}:
            accept(testee, json.dumps({key: None}), "oneof_null_value: NULL_VALUE" if name == "oneof_null_value"
                   else "optional_value: {null_value: NULL_VALUE}" if name == "optional_value" else "")
    odd = [name for name, descriptor in FIELDS.items() if 401 <= descriptor.number <= 418]
    text = " ".join(f"{name}: {FIELDS[name].number}" for name in odd)
    accept(testee, json.dumps({name: FIELDS[name].number for name in odd}), text)
    accept(testee, json.dumps({CAMEL[name]: FIELDS[name].number for name in odd}), text)
    written = json.loads(testee.to_json(canonical(expected(text))))
    assert written == {CAMEL[name]: FIELDS[name].number for name in odd}
    accept(testee, '{"fieldn\\u0061me1": 1}', "fieldname1: 1")


@pytest.mark.parametrize("payload", [
    '{"optionalNestedMessage": {}, "optionalNestedMessage": {}}', '{"optional_nested_message": {}, "optionalNestedMessage": {}}',
    '{"optionalInt32": 1, "optionalInt32": 1}', '{"optionalInt32": 1, "optional_int32": 1}', '{"repeatedInt32": [1], "repeatedInt32": [2]}',
    '{"oneofUint32": 1, "oneofString": "x"}', '{"oneofUint32": 0, "oneofUint32": 0}', '{"oneofNullValue": null, "oneofUint32": 1}',
    '{"oneofNestedMessage": {}, "oneofBool": false}',
])
def test_what_occurs_twice(testee, payload):
    refuse(testee, payload)


@pytest.mark.parametrize("value", ["1", "-1.5e3", '"a"', "true", "false", "null", '{"a": 1}', "[1, [2], {}]", '{"a": {"b": [null]}}', "[]", "{}"])
def test_unknown_fields_are_refused_or_passed_over(testee, value):
    for payload in ('{"unknown": %s}', '{"optionalNestedMessage": {"unknown": %s}}', '{"OptionalInt32": %s}', '{"": %s}'):
        refuse(testee, payload % value)
    accept(testee, '{"unknown": %s, "optionalInt32": 1}' % value, "optional_int32: 1", ignore_unknown=True)
    accept(testee, '{"optionalNestedMessage": {"unknown": %s}}' % value, "optional_nested_message: {}", ignore_unknown=True)


# MARK: Numbers

LIMITS = {"int32": (-(2**31), 2**31 - 1), "sint32": (-(2**31), 2**31 - 1), "sfixed32": (-(2**31), 2**31 - 1),
          "uint32": (0, 2**32 - 1), "fixed32": (0, 2**32 - 1), "int64": (-(2**63), 2**63 - 1), "sint64": (-(2**63), 2**63 - 1),
          "sfixed64": (-(2**63), 2**63 - 1), "uint64": (0, 2**64 - 1), "fixed64": (0, 2**64 - 1)}
NO_NUMBERS = ["+1", "01", "-01", "00", ".5", "1.", "1.e1", "1e", "1e+", "0x1", "1_0", "--1", "1 2", "NaN", "Infinity", "-Infinity", "inf", "nan", "1f",
              "one", "0b1", "١"]


@pytest.mark.parametrize("name", LIMITS)
def test_integers(testee, name):
    low, high = LIMITS[name]
    key, field = CAMEL[f"optional_{name}"], f"optional_{name}"
    for value in (low, low + 1, 0, 1, 42, high - 1, high):
        for payload in (f'{{"{key}": {value}}}', f'{{"{key}": "{value}"}}'):
            accept(testee, payload, f"{field}: {value}")
        written = json.loads(testee.to_json(f'{{"{key}": {value}}}'))
        wanted = str(value) if "64" in name else value
        assert written == ({} if value == 0 else {key: wanted})
    for payload in ("1e5", "1E5", "1e+5", "100000.000", "1000000e-1", "0.1e6", '"1e5"', '"100000.0"', "1.0e5"):
        accept(testee, f'{{"{key}": {payload}}}', f"{field}: 100000")
    for payload in ("-0", "0.0", "-0.0", "0e5", '"-0"', "0e400", "0.0e-400"):
        accept(testee, f'{{"{key}": {payload}}}', "")
    for payload in (low - 1, high + 1, "0.5", "1e-1", "1.5e0", "1e400", "-1e400", "1e20", "true", "false", "{}", "[]", "[1]"):
        refuse(testee, f'{{"{key}": {payload}}}')
    for payload in (low - 1, high + 1, "0.5", "", " 1", "1 ", "3x3", "1\\n", "\\u00001", "NaN"):
        refuse(testee, f'{{"{key}": "{payload}"}}')
    for payload in NO_NUMBERS:
        refuse(testee, f'{{"{key}": {payload}}}')
        refuse(testee, f'{{"{key}": "{payload}"}}')
    accept(testee, f'{{"{key}": "\\u0031"}}', f"{field}: 1")


def test_integers_with_an_exponent_keep_every_digit(testee):
    accept(testee, '{"optionalInt32": 2.147483647e9}', "optional_int32: 2147483647")
    accept(testee, '{"optionalInt32": -2.147483648e9}', "optional_int32: -2147483648")
    accept(testee, '{"optionalUint32": 4.294967295e9}', "optional_uint32: 4294967295")
    accept(testee, '{"optionalInt64": 9223372036854774784}', "optional_int64: 9223372036854774784")
    accept(testee, '{"optionalUint64": 18446744073709549568}', "optional_uint64: 18446744073709549568")


@pytest.mark.parametrize("name, good, bad", [
    ("float", ["1", "0.5", "-1.5e3", "1.175494e-38", "-1.175494e-38", "3.402823e+38", "-3.402823e+38", "1e-45", "16777217"],
     ["3.502823e+38", "-3.502823e+38", "3.402824e+38", "1e39", "1e400"]),
    ("double", ["1", "0.5", "-1.5e3", "2.22507e-308", "-2.22507e-308", "1.79769e+308", "-1.79769e+308", "5e-324", "1.7976931348623157e308", "0.1"],
     ["1.89769e+308", "-1.89769e+308", "1e309", "1e400"]),
])
def test_floating_point(testee, name, good, bad):
    key, field = CAMEL[f"optional_{name}"], f"optional_{name}"
    for value in good:
        accept(testee, f'{{"{key}": {value}}}', f"{field}: {value}")
        accept(testee, f'{{"{key}": "{value}"}}', f"{field}: {value}")
    for value, text in (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")):
        accept(testee, f'{{"{key}": "{value}"}}', f"{field}: {text}")
        assert json.loads(testee.to_json(f'{{"{key}": "{value}"}}')) == {key: value}
        refuse(testee, f'{{"{key}": {value}}}')
    accept(testee, f'{{"{key}": -0.0}}', f"{field}: -0.0")
    accept(testee, f'{{"{key}": -0}}', f"{field}: -0.0")
    # Too small to tell from nothing.
    accept(testee, f'{{"{key}": 1e-400}}', "")
    for value in bad + ["true", "{}", "[]", "[1]"]:
        refuse(testee, f'{{"{key}": {value}}}')
    for value in bad + ["", " 1", "1 ", "nan", "inf", "infinity", "+Infinity", "INF", "1,5"]:
        refuse(testee, f'{{"{key}": "{value}"}}')
    for value in NO_NUMBERS:
        refuse(testee, f'{{"{key}": {value}}}')


def test_floating_point_is_written_so_that_it_reads_back(testee):
    for value in ("0.1", "1e-45", "3.402823e+38", "16777216", "1e10", "-0.0", "1e21", "123456.79"):
        accept(testee, canonical(expected(f"optional_float: {value}")), f"optional_float: {value}")
    for value in ("0.1", "5e-324", "1.7976931348623157e+308", "9007199254740993", "1e22", "-0.0", "1e16", "123456789.125"):
        accept(testee, canonical(expected(f"optional_double: {value}")), f"optional_double: {value}")


# MARK: Other scalars

def test_bools(testee):
    accept(testee, '{"optionalBool": true}', "optional_bool: true")
    for value in ("0", "1", "True", "False", "TRUE", "FALSE", '"true"', '"false"', '""', "{}", "[]", "1.0"):
        refuse(testee, f'{{"optionalBool": {value}}}')


def test_enums(testee):
    for value, text in (('"FOO"', ""), ('"BAR"', "BAR"), ('"NEG"', "NEG"), ("0", ""), ("1", "BAR"), ("-1", "NEG"), ("123", "123"), ("1.0", "BAR"),
                        ("2147483647", "2147483647"), ("-2147483648", "-2147483648"), ("1e0", "BAR")):
        accept(testee, f'{{"optionalNestedEnum": {value}}}', f"optional_nested_enum: {text}" if text else "")
    for value in ("FOO", '"foo"', '"UNKNOWN"', '""', "2147483648", "0.5", "true", "{}", '"FOO "', "[]"):
        refuse(testee, f'{{"optionalNestedEnum": {value}}}')
    for name in ("ALIAS_BAZ", "MOO", "moo", "bAz"):
        accept(testee, f'{{"optionalAliasedEnum": "{name}"}}', "optional_aliased_enum: ALIAS_BAZ")
    assert json.loads(testee.to_json('{"optionalAliasedEnum": "moo"}')) == {"optionalAliasedEnum": "ALIAS_BAZ"}
    assert json.loads(testee.to_json('{"optionalNestedEnum": 123, "repeatedNestedEnum": [1, 5, -1]}')) == {
        "optionalNestedEnum": 123, "repeatedNestedEnum": ["BAR", 5, "NEG"]}


def test_names_that_an_enum_does_not_have(testee):
    for payload, text in (
            ('{"optionalNestedEnum": "UNKNOWN"}', ""), ('{"repeatedNestedEnum": ["UNKNOWN"]}', ""),
            ('{"repeatedNestedEnum": ["FOO", "UNKNOWN", "BAR"]}', "repeated_nested_enum: [FOO, BAR]"),
            ('{"mapStringNestedEnum": {"key": "UNKNOWN"}}', ""),
            ('{"mapStringNestedEnum": {"a": "BAR", "key": "UNKNOWN", "b": "BAZ"}}',
             'map_string_nested_enum {key: "a" value: BAR} map_string_nested_enum {key: "b" value: BAZ}'),
            ('{"oneofEnum": "UNKNOWN"}', "")):
        refuse(testee, payload)
        accept(testee, payload, text, ignore_unknown=True)


def test_strings(testee):
    accept(testee, '{"optionalString": "Hello, World!"}', 'optional_string: "Hello, World!"')
    accept(testee, '{"optionalString": "谷歌 ქართული"}', 'optional_string: "谷歌 ქართული"')
    accept(testee, r'{"optionalString": "\"\\\/\b\f\n\r\t"}', r'optional_string: "\"\\/\x08\x0c\n\r\t"')
    accept(testee, r'{"optionalString": "\u8C37\u6b4c\u0000\u007f\uFFFF"}', 'optional_string: "谷歌\\0\\177\uffff"')
    accept(testee, r'{"optionalString": "\uD83D\uDE01\ud83d\ude01"}', 'optional_string: "😁😁"')
    accept(testee, '{"optionalString": "\x7f\u2028"}', 'optional_string: "\\177\u2028"')
    for text in (r"\U8C37", r"\uXXXX", r"\u8C3", r"\u", r"\u00", r"\x41", r"\a", r"\0", r"\'", r"\uD800", r"\uDC00", r"\uDE01\uD83D", r"\uD83D\uD83D",
                 r"\uD83Dx", r"\uD83D\n", r"\uD83D\u0041", r"\u+041", r"\u-041", r"\u 041", "\n", "\t", "\x00", "\x1f", r"\u００４１"):
        refuse(testee, '{"optionalString": "' + text + '"}')
    for value in ("1", "true", "{}", "[]", '["a"]'):
        refuse(testee, f'{{"optionalString": {value}}}')
    hard = "".join(map(chr, range(0x20))) + '"\\/\x7f\u2028\u2029\ud7ff\ue000\U0010ffff'
    message = TestAllTypesProto3(optional_string=hard)
    assert json.loads(testee.to_json(canonical(message))) == {"optionalString": hard}


def test_bytes(testee):
    for text, data in (("AQI=", r"\x01\x02"), ("AQI", r"\x01\x02"), ("-_", r"\xfb"), ("-_8=", r"\xfb\xff"), ("+/8=", r"\xfb\xff"), ("-_8", r"\xfb\xff"),
                       ("AAEC", r"\x00\x01\x02"), ("_w==", r"\xff"), (r"\u0041QI=", r"\x01\x02")):
        accept(testee, f'{{"optionalBytes": "{text}"}}', f'optional_bytes: "{data}"')
    for text in ("A", "AQI=A", "A=QI", "====", "AQ!=", "A Q", "AQI==", "äää", "="):
        refuse(testee, f'{{"optionalBytes": "{text}"}}')
    for value in ("1", "true", "{}", "[1]"):
        refuse(testee, f'{{"optionalBytes": {value}}}')
    assert json.loads(testee.to_json('{"optionalBytes": "-_8"}')) == {"optionalBytes": "+/8="}


# MARK: Repeated fields, maps, oneofs, null

def test_repeated_fields(testee):
    accept(testee, '{"repeatedInt32": [1, "2", 3e0, 0]}', "repeated_int32: [1, 2, 3, 0]")
    accept(testee, '{"repeatedNestedMessage": [{"a": 1}, {}]}', "repeated_nested_message: {a: 1} repeated_nested_message: {}")
    accept(testee, '{"packedDouble": [0, -0.0, "NaN"], "unpackedBool": [true, false]}', "packed_double: [0, -0.0, nan] unpacked_bool: [true, false]")
    for value in ('[1, false]', '[1, "name"]', '[1, {"a": 4}]', "[[1]]", "1", '"1"', "{}", '{"0": 1}', "[1, null]", "[null]"):
        refuse(testee, f'{{"repeatedInt32": {value}}}')
    for value in ('["1", 2]', '["1", false]', '["1", {}]', "[null]", '"x"', '{"a": "b"}'):
        refuse(testee, f'{{"repeatedString": {value}}}')
    for value in ('[{"a": 1}, 2]', "[{}, false]", '[{}, "2"]', "[{}, null]", "{}", "[[]]"):
        refuse(testee, f'{{"repeatedNestedMessage": {value}}}')
    for name in ("repeatedBoolWrapper", "repeatedDuration", "repeatedTimestamp", "repeatedFieldmask", "repeatedStruct", "repeatedAny", "repeatedListValue",
                 "repeatedNestedEnum", "repeatedBytes", "repeatedBool"):
        refuse(testee, f'{{"{name}": [null]}}')
    accept(testee, '{"repeatedValue": [null, 1]}', "repeated_value: {null_value: NULL_VALUE} repeated_value: {number_value: 1}")


def test_maps(testee):
    accept(testee, '{"mapInt32Int32": {"1": 2, "-3": "4", "0": 0}}',
           "map_int32_int32 {key: 1 value: 2} map_int32_int32 {key: -3 value: 4} map_int32_int32 {key: 0 value: 0}")
    accept(testee, '{"mapBoolBool": {"true": true, "false": false}}', "map_bool_bool {key: true value: true} map_bool_bool {key: false value: false}")
    accept(testee, '{"mapBoolBool": {"tr\\u0075e": true}}', "map_bool_bool {key: true value: true}")
    accept(testee, '{"mapInt32Int32": {"\\u0031": 2}}', "map_int32_int32 {key: 1 value: 2}")
    accept(testee, '{"mapUint64Uint64": {"18446744073709551615": "1"}}', "map_uint64_uint64 {key: 18446744073709551615 value: 1}")
    accept(testee, '{"mapStringNestedMessage": {"hello": {"a": 1}, "": {}}}',
           'map_string_nested_message {key: "hello" value: {a: 1}} map_string_nested_message {key: "" value: {}}')
    accept(testee, '{"mapStringBytes": {"a\\u0000b": "AQI="}}', r'map_string_bytes {key: "a\0b" value: "\x01\x02"}')
    for payload in ('{"mapInt32Int32": {1: 2}}', '{"mapBoolBool": {true: true}}', '{"mapBoolBool": {"True": true}}', '{"mapBoolBool": {"1": true}}',
                    '{"mapInt32Int32": {"x": 1}}', '{"mapInt32Int32": {"": 1}}', '{"mapInt32Int32": {" 1": 1}}', '{"mapInt32Int32": {"2147483648": 1}}',
                    '{"mapUint32Uint32": {"-1": 1}}', '{"mapInt32Int32": {null: 1}}', '{"mapInt32Int32": {"0": null}}', '{"mapInt32Int32": []}',
                    '{"mapInt32Int32": 1}', '{"mapInt32Int32": {"1": "x"}}', '{"mapStringNestedMessage": {"a": null}}', '{"mapStringString": {"a": 1}}',
                    '{"mapInt32Int32": [{"key": 1, "value": 2}]}'):
        refuse(testee, payload)
    written = json.loads(testee.to_json('{"mapInt64Int64": {"1": 2}, "mapBoolBool": {"true": false}}'))
    assert written == {"mapInt64Int64": {"1": "2"}, "mapBoolBool": {"true": False}}


def test_oneofs(testee):
    for payload, text in (
            ('{"oneofUint32": 0}', "oneof_uint32: 0"), ('{"oneofNestedMessage": {}}', "oneof_nested_message: {}"), ('{"oneofString": ""}', 'oneof_string: ""'),
            ('{"oneofBytes": ""}', 'oneof_bytes: ""'), ('{"oneofBool": false}', "oneof_bool: false"), ('{"oneofUint64": 0}', "oneof_uint64: 0"),
            ('{"oneofFloat": 0.0}', "oneof_float: 0"), ('{"oneofDouble": 0.0}', "oneof_double: 0"), ('{"oneofEnum": "FOO"}', "oneof_enum: FOO"),
            ('{"oneofNullValue": null}', "oneof_null_value: NULL_VALUE"), ('{"oneofNullValue": "NULL_VALUE"}', "oneof_null_value: NULL_VALUE"),
            ('{"oneofUint32": null, "oneofString": "test"}', 'oneof_string: "test"'), ('{"oneofString": "test", "oneofUint32": null}', 'oneof_string: "test"'),
            ('{"oneofUint32": null, "oneofBool": null}', "")):
        accept(testee, payload, text)
    assert json.loads(testee.to_json('{"oneofNullValue": "NULL_VALUE"}')) == {"oneofNullValue": None}
    refuse(testee, '{"oneofNullValue": 1.5}')


def test_null_stands_for_nothing_in_every_field(testee):
    fields = {descriptor.json_name: None for name, descriptor in FIELDS.items() if name not in ("optional_value", "oneof_null_value")}
    accept(testee, json.dumps(fields), "")


# MARK: Well-known types

def test_wrappers(testee):
    for kind, zero, one in (("bool", "false", "true"), ("int32", "0", "1"), ("uint32", "0", "1"), ("int64", "0", '"1"'), ("uint64", "0", '"1"'),
                            ("float", "0", "1.5"), ("double", "0", "1.5"), ("string", '""', '"1"'), ("bytes", '""', '"AQI="')):
        key, field = CAMEL[f"optional_{kind}_wrapper"], f"optional_{kind}_wrapper"
        value = {"bytes": r'"\x01\x02"', "int64": "1", "uint64": "1"}.get(kind, one)
        accept(testee, f'{{"{key}": {zero}}}', f"{field}: {{}}")
        accept(testee, f'{{"{key}": {one}}}', f"{field}: {{value: {value}}}")
        accept(testee, f'{{"{key}": null}}', "")
        list_key, list_field = CAMEL[f"repeated_{kind}_wrapper"], f"repeated_{kind}_wrapper"
        accept(testee, f'{{"{list_key}": [{zero}, {one}]}}', f"{list_field}: {{}} {list_field}: {{value: {value}}}")
        refuse(testee, f'{{"{key}": {{"value": {one}}}}}')
        refuse(testee, f'{{"{list_key}": [null]}}')
    refuse(testee, '{"optionalInt32Wrapper": 2147483648}')
    refuse(testee, '{"optionalBoolWrapper": "true"}')


def test_durations(testee):
    for text, seconds, nanos in (("0s", 0, 0), ("1s", 1, 0), ("-5s", -5, 0), ("1.5s", 1, 500000000), ("-0.5s", 0, -500000000), ("-1.5s", -1, -500000000),
                                 ("0.000000001s", 0, 1), ("315576000000.999999999s", 315576000000, 999999999), ("1.10s", 1, 100000000),
                                 ("-315576000000.999999999s", -315576000000, -999999999), ("-0s", 0, 0)):
        accept(testee, f'{{"optionalDuration": "{text}"}}', f"optional_duration: {{seconds: {seconds} nanos: {nanos}}}")
    for text in ("1", "s", "", "1.s", ".5s", "1.5", "1 s", " 1s", "1s ", "1m", "1e1s", "--1s", "+1s", "1.-5s", "1.0000000001s", "315576000001.000000000s",
                 "-315576000001.000000000s", "0x1s", "1S", "1,5s", "99999999999999999999s"):
        refuse(testee, f'{{"optionalDuration": "{text}"}}')
    for value in ("1", "1.5", "true", "{}", '{"seconds": 1}'):
        refuse(testee, f'{{"optionalDuration": {value}}}')
    for text, written in (("1.000000000s", "1s"), ("1.010000000s", "1.010s"), ("1.000010000s", "1.000010s"), ("1.000000010s", "1.000000010s"), ("-0.5s", "-0.500s")):
        assert json.loads(testee.to_json(f'{{"optionalDuration": "{text}"}}')) == {"optionalDuration": written}


def test_timestamps(testee):
    for text, seconds, nanos in (
            ("0001-01-01T00:00:00Z", -62135596800, 0), ("9999-12-31T23:59:59.999999999Z", 253402300799, 999999999), ("1993-02-10T00:00:00.000Z", 729302400, 0),
            ("1970-01-01T08:00:01+08:00", 1, 0), ("1969-12-31T16:00:01-08:00", 1, 0), ("1970-01-01T00:00:00.5Z", 0, 500000000),
            ("1969-12-31T23:59:59.000000001Z", -1, 1), ("2000-02-29T12:30:45Z", 951827445, 0), ("2024-02-29T00:00:00-00:00", 1709164800, 0)):
        accept(testee, f'{{"optionalTimestamp": "{text}"}}', f"optional_timestamp: {{seconds: {seconds} nanos: {nanos}}}")
    for text in ("0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00", "0001-01-01 00:00:00Z", "0001-01-01T00:00:00z", "0001-01-01t00:00:00Z",
                 "", "2000-01-01", "2000-13-01T00:00:00Z", "2000-00-01T00:00:00Z", "2000-01-32T00:00:00Z", "2001-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
                 "2000-01-00T00:00:00Z", "2000-01-01T24:00:00Z", "2000-01-01T00:60:00Z", "2000-01-01T00:00:61Z", "2000-1-1T00:00:00Z", "2000-01-01T0:00:00Z",
                 "2000-01-01T00:00:00.Z", "2000-01-01T00:00:00.0000000001Z", "2000-01-01T00:00:00+0800", "2000-01-01T00:00:00+08", "2000-01-01T00:00:00Z ",
                 " 2000-01-01T00:00:00Z", "2000-01-01T00:00Z", "20000101T000000Z", "2000-01-01T00:00:00ZZ", "0001-01-01T00:00:00+00:01",
                 "9999-12-31T23:59:59-00:01", "-001-01-01T00:00:00Z", "2000-01-01T00:00:00,5Z"):
        refuse(testee, f'{{"optionalTimestamp": "{text}"}}')
    for value in ("1", "true", "{}", '{"seconds": 1}'):
        refuse(testee, f'{{"optionalTimestamp": {value}}}')
    for text, written in (("1969-12-31T16:00:00-08:00", "1970-01-01T00:00:00Z"), ("1970-01-01T00:00:00.010000000Z", "1970-01-01T00:00:00.010Z"),
                          ("1970-01-01T00:00:00.000010000Z", "1970-01-01T00:00:00.000010Z"), ("1970-01-01T00:00:00.000000010Z", "1970-01-01T00:00:00.000000010Z")):
        assert json.loads(testee.to_json(f'{{"optionalTimestamp": "{text}"}}')) == {"optionalTimestamp": written}


def test_field_masks(testee):
    for text, paths in (("", []), ("foo", ["foo"]), ("foo,barBaz", ["foo", "bar_baz"]), ("a.bC.d", ["a.b_c.d"]), ("fooBar3", ["foo_bar3"])):
        accept(testee, f'{{"optionalFieldMask": "{text}"}}', "optional_field_mask: {%s}" % " ".join(f'paths: "{p}"' for p in paths))
        assert json.loads(testee.to_json(f'{{"optionalFieldMask": "{text}"}}')) == {"optionalFieldMask": text}
    for text in ("foo_bar", "foo,bar_bar", "_foo", "foo_"):
        refuse(testee, f'{{"optionalFieldMask": "{text}"}}')
    for value in ("1", "{}", '["foo"]', '{"paths": ["foo"]}'):
        refuse(testee, f'{{"optionalFieldMask": {value}}}')


def test_structs_and_values(testee):
    accept(testee, '{"optionalStruct": {"n": null, "i": 1234, "b": true, "d": 1.5, "s": "x", "l": [1, "2", []], "o": {"value": 0}}}', """
        optional_struct {
          fields {key: "n" value {null_value: NULL_VALUE}} fields {key: "i" value {number_value: 1234}} fields {key: "b" value {bool_value: true}}
          fields {key: "d" value {number_value: 1.5}} fields {key: "s" value {string_value: "x"}}
          fields {key: "l" value {list_value {values {number_value: 1} values {string_value: "2"} values {list_value {}}}}}
          fields {key: "o" value {struct_value {fields {key: "value" value {number_value: 0}}}}}
        }""")
    accept(testee, '{"optionalStruct": {}}', "optional_struct {}")
    accept(testee, '{"optionalStruct": {"listValue": []}}', 'optional_struct {fields {key: "listValue" value {list_value {}}}}')
    accept(testee, '{"optionalStruct": null}', "")
    for value, text in (("1", "number_value: 1"), ("1.5", "number_value: 1.5"), ("-0.0", "number_value: -0.0"), ("false", "bool_value: false"),
                        ("null", "null_value: NULL_VALUE"), ('"hello"', 'string_value: "hello"'), ('""', 'string_value: ""'), ("[]", "list_value {}"),
                        ("{}", "struct_value {}"), ("[0, \"a\"]", 'list_value {values {number_value: 0} values {string_value: "a"}}'),
                        ('"NaN"', 'string_value: "NaN"'), ("[null]", "list_value {values {null_value: NULL_VALUE}}"),
                        ('{"value": 1}', 'struct_value {fields {key: "value" value {number_value: 1}}}')):
        accept(testee, f'{{"optionalValue": {value}}}', f"optional_value {{{text}}}")
    accept(testee, '{"repeatedValue": [["a"]]}', 'repeated_value {list_value {values {string_value: "a"}}}')
    accept(testee, '{"repeatedListValue": [["a"], []]}', 'repeated_list_value {values {string_value: "a"}} repeated_list_value {}')
    for payload in ('{"optionalStruct": []}', '{"optionalStruct": 1}', '{"optionalValue": NaN}', '{"optionalValue": 1e400}', '{"optionalStruct": {"a": 1e400}}',
                    '{"repeatedListValue": [{}]}', '{"repeatedListValue": [1]}', '{"repeatedStruct": [[]]}', '{"optionalStruct": {a: 1}}'):
        refuse(testee, payload)
    assert json.loads(testee.to_json('{"optionalValue": null}')) == {"optionalValue": None}


ANY = "type.googleapis.com/"
TEST = ANY + "protobuf_test_messages.proto3.TestAllTypesProto3"


def test_any(testee):
    inner = "[%s] {optional_int32: 12345}" % TEST
    accept(testee, '{"optionalAny": {"@type": "%s", "optionalInt32": 12345}}' % TEST, "optional_any {%s}" % inner)
    accept(testee, '{"optionalAny": {"optionalInt32": 12345, "@type": "%s"}}' % TEST, "optional_any {%s}" % inner)
    accept(testee, '{"optionalAny": {"@type": "%sgoogle.protobuf.Any", "value": {"@type": "%s", "optionalInt32": 12345}}}' % (ANY, TEST),
           "optional_any {[%sgoogle.protobuf.Any] {%s}}" % (ANY, inner))
    accept(testee, '{"optionalAny": {"value": {"optionalInt32": 12345, "@type": "%s"}, "@type": "%sgoogle.protobuf.Any"}}' % (TEST, ANY),
           "optional_any {[%sgoogle.protobuf.Any] {%s}}" % (ANY, inner))
    for name, value, text in (
            ("Int32Value", "12345", "value: 12345"), ("Int32Value", "0", ""), ("BoolValue", "true", "value: true"), ("StringValue", '"x"', 'value: "x"'),
            ("BytesValue", '"AQI="', r'value: "\x01\x02"'), ("DoubleValue", '"NaN"', "value: nan"), ("UInt64Value", '"1"', "value: 1"),
            ("Duration", '"1.5s"', "seconds: 1 nanos: 500000000"), ("Timestamp", '"1970-01-01T00:00:00Z"', ""), ("FieldMask", '"foo,barBaz"', 'paths: ["foo", "bar_baz"]'),
            ("Struct", '{"foo": 1}', 'fields {key: "foo" value {number_value: 1}}'), ("Value", '{"foo": 1}', 'struct_value {fields {key: "foo" value {number_value: 1}}}'),
            ("Value", "1", "number_value: 1"), ("Value", "null", "null_value: NULL_VALUE"), ("ListValue", "[1]", "values {number_value: 1}")):
        accept(testee, '{"optionalAny": {"@type": "%sgoogle.protobuf.%s", "value": %s}}' % (ANY, name, value),
               "optional_any {[%sgoogle.protobuf.%s] {%s}}" % (ANY, name, text))
        accept(testee, '{"optionalAny": {"value": %s, "@type": "%sgoogle.protobuf.%s"}}' % (value, ANY, name),
               "optional_any {[%sgoogle.protobuf.%s] {%s}}" % (ANY, name, text))
    accept(testee, '{"optionalAny": {}}', "optional_any {}")
    accept(testee, '{"optionalAny": null}', "")
    accept(testee, '{"optionalAny": {"@type": "%sgoogle.protobuf.Empty"}}' % ANY, "optional_any {[%sgoogle.protobuf.Empty] {}}" % ANY)
    accept(testee, '{"repeatedAny": [{}, {"@type": "%s"}]}' % TEST, "repeated_any {} repeated_any {[%s] {}}" % TEST)
    accept(testee, '{"optionalAny": {"@type": "%s", "unknown": 1}}' % TEST, "optional_any {[%s] {}}" % TEST, ignore_unknown=True)
    for value in ('{"optionalInt32": 1}', '{"@type": "%sno.such.Type"}' % ANY, '{"@type": "no slash"}', '{"@type": 1}', '{"@type": ""}', '{"@type": null}',
                  '{"@type": "%s", "unknown": 1}' % TEST, '{"@type": "%s", "@type": "%s"}' % (TEST, TEST), '{"@type": "%sgoogle.protobuf.Int32Value"}' % ANY,
                  '{"@type": "%sgoogle.protobuf.Int32Value", "value": "x"}' % ANY, '{"@type": "%sgoogle.protobuf.Int32Value", "value": 1, "value": 2}' % ANY,
                  '{"@type": "%sgoogle.protobuf.Int32Value", "value": 1, "other": 2}' % ANY, '{"@type": "/"}', "[]", "1", '"x"'):
        refuse(testee, '{"optionalAny": %s}' % value)
