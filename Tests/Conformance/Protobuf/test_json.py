"""The JSON form: the grammar, names, numbers and other fields; what is read, what is refused, how it is written."""

import json

import pytest

from forms import CAMEL, FIELDS, accept, canonical, expected, refuse
from test_messages_proto3_pb2 import TestAllTypesProto3

# MARK: The grammar


@pytest.mark.parametrize("payload", [
    "",
    " ",
    "null",
    "1",
    "true",
    '"x"',
    "[]",
    "{",
    "}",
    "{}}",
    "{}{}",
    "{} x",
    "{},",
    '{"fieldname1"}',
    '{"fieldname1":}',
    '{"fieldname1":1,}',
    '{"fieldname1":1 ,}',
    '{"fieldname1":1 , }',
    '{"fieldname1":1,\n}',
    '{,"fieldname1":1}',
    '{fieldname1: 1}',
    "{'fieldname1': 1}",
    "{\"optionalString\": 'x'}",
    '{"fieldname1": 1 "fieldName2": 2}',
    '{"fieldname1": 1; "fieldName2": 2}',
    '{"fieldname1" 1}',
    '{"fieldname1": 1, // comment\n"fieldName2": 2}',
    '{/* */}',
    '{"repeatedInt32": [1,]}',
    '{"repeatedInt32": [1 ,]}',
    '{"repeatedInt32": [1 , ]}',
    '{"repeatedInt32": [,1]}',
    '{"repeatedInt32": [1 2]}',
    '{"repeatedInt32": [1}',
    '{"repeatedInt32": 1]}',
    '{"repeatedInt32": [1, 2',
    '{"optionalString": "abc\\',
    '{"optionalString": "abc',
    '{"optionalString": "abc}',
    '{"a" "b"}',
    '\ufeff{}',
    '{"optionalBool": tru}',
    '{"optionalBool": truee}',
    '{"optionalBool": nul}',
    '{"optionalInt32": 1\x00}',
    '{"optionalInt32":\x0b1}',
    '{"optionalInt32":\u00a01}',
    '{"optionalNestedMessage": {"a": 1}',
    '{"optionalNestedMessage": {a: 1}, "optionalNestedMessage": {}}',
])
def test_texts_that_are_not_json(testee, payload):
    refuse(testee, payload)
    refuse(testee, payload, ignore_unknown=True)


@pytest.mark.parametrize("payload", [
    "{}",
    " {} ",
    "\t\n\r{\n}\r\n",
    '{"optionalInt32":null}',
    '{"repeatedInt32":[]}',
    '{"mapInt32Int32":{}}',
    '{"optionalInt32":0}',
    '{"optionalString":""}',
    '{"optionalBool":false}',
    '{"optionalNestedEnum":"FOO"}',
    '{"optionalDouble":0.0}',
    '{"optionalNullValue":null}',
    '{"optionalNullValue":"NULL_VALUE"}',
    '{"optionalNullValue":0}',
])
def test_texts_of_the_empty_message(testee, payload):
    accept(testee, payload, "")
    assert json.loads(testee.to_json(payload)) == {}


def test_white_space_is_free(testee):
    for payload in ('{"optionalInt32":1,"optionalInt64":2}', '{ "optionalInt32" : 1 , "optionalInt64" : 2 }',
                    '{\n"optionalInt32"\n:\n1\n,\n"optionalInt64"\n:\n2\n}',
                    '\r\n{\t"optionalInt32":\r1,\t"optionalInt64":\n2}\n'):
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
            accept(
                testee, json.dumps({key: None}), "oneof_null_value: NULL_VALUE" if name == "oneof_null_value" else
                "optional_value: {null_value: NULL_VALUE}" if name == "optional_value" else "")
    odd = [name for name, descriptor in FIELDS.items() if 401 <= descriptor.number <= 418]
    text = " ".join(f"{name}: {FIELDS[name].number}" for name in odd)
    accept(testee, json.dumps({name: FIELDS[name].number for name in odd}), text)
    accept(testee, json.dumps({CAMEL[name]: FIELDS[name].number for name in odd}), text)
    written = json.loads(testee.to_json(canonical(expected(text))))
    assert written == {CAMEL[name]: FIELDS[name].number for name in odd}
    accept(testee, '{"fieldn\\u0061me1": 1}', "fieldname1: 1")


@pytest.mark.parametrize("payload", [
    '{"optionalNestedMessage": {}, "optionalNestedMessage": {}}',
    '{"optional_nested_message": {}, "optionalNestedMessage": {}}',
    '{"optionalInt32": 1, "optionalInt32": 1}',
    '{"optionalInt32": 1, "optional_int32": 1}',
    '{"repeatedInt32": [1], "repeatedInt32": [2]}',
    '{"oneofUint32": 1, "oneofString": "x"}',
    '{"oneofUint32": 0, "oneofUint32": 0}',
    '{"oneofNullValue": null, "oneofUint32": 1}',
    '{"oneofNestedMessage": {}, "oneofBool": false}',
])
def test_what_occurs_twice(testee, payload):
    refuse(testee, payload)


@pytest.mark.parametrize(
    "value",
    ["1", "-1.5e3", '"a"', "true", "false", "null", '{"a": 1}', "[1, [2], {}]", '{"a": {"b": [null]}}', "[]", "{}"])
def test_unknown_fields_are_refused_or_passed_over(testee, value):
    for payload in ('{"unknown": %s}', '{"optionalNestedMessage": {"unknown": %s}}', '{"OptionalInt32": %s}',
                    '{"": %s}'):
        refuse(testee, payload % value)
    accept(testee, '{"unknown": %s, "optionalInt32": 1}' % value, "optional_int32: 1", ignore_unknown=True)
    accept(testee,
           '{"optionalNestedMessage": {"unknown": %s}}' % value,
           "optional_nested_message: {}",
           ignore_unknown=True)


# MARK: Numbers

LIMITS = {
    "int32": (-(2**31), 2**31 - 1), "sint32": (-(2**31), 2**31 - 1), "sfixed32": (-(2**31), 2**31 - 1),
    "uint32": (0, 2**32 - 1), "fixed32": (0, 2**32 - 1), "int64": (-(2**63), 2**63 - 1),
    "sint64": (-(2**63), 2**63 - 1), "sfixed64": (-(2**63), 2**63 - 1), "uint64": (0, 2**64 - 1),
    "fixed64": (0, 2**64 - 1)
}
NO_NUMBERS = [
    "+1", "01", "-01", "00", ".5", "1.", "1.e1", "1e", "1e+", "0x1", "1_0", "--1", "1 2", "NaN", "Infinity",
    "-Infinity", "inf", "nan", "1f", "one", "0b1", "١"
]


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
    for payload in (low - 1, high + 1, "0.5", "1e-1", "1.5e0", "1e400", "-1e400", "1e20", "true", "false", "{}", "[]",
                    "[1]"):
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
    ("float", [
        "1", "0.5", "-1.5e3", "1.175494e-38", "-1.175494e-38", "3.402823e+38", "-3.402823e+38", "1e-45", "16777217"
    ], ["3.502823e+38", "-3.502823e+38", "3.402824e+38", "1e39", "1e400"]),
    ("double", [
        "1", "0.5", "-1.5e3", "2.22507e-308", "-2.22507e-308", "1.79769e+308", "-1.79769e+308", "5e-324",
        "1.7976931348623157e308", "0.1"
    ], ["1.89769e+308", "-1.89769e+308", "1e309", "1e400"]),
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
    for value in ("0.1", "5e-324", "1.7976931348623157e+308", "9007199254740993", "1e22", "-0.0", "1e16",
                  "123456789.125"):
        accept(testee, canonical(expected(f"optional_double: {value}")), f"optional_double: {value}")


# MARK: Other scalars


def test_bools(testee):
    accept(testee, '{"optionalBool": true}', "optional_bool: true")
    for value in ("0", "1", "True", "False", "TRUE", "FALSE", '"true"', '"false"', '""', "{}", "[]", "1.0"):
        refuse(testee, f'{{"optionalBool": {value}}}')


def test_enums(testee):
    for value, text in (('"FOO"', ""), ('"BAR"', "BAR"), ('"NEG"', "NEG"), ("0", ""), ("1", "BAR"), ("-1", "NEG"),
                        ("123", "123"), ("1.0", "BAR"), ("2147483647", "2147483647"), ("-2147483648",
                                                                                       "-2147483648"), ("1e0", "BAR")):
        accept(testee, f'{{"optionalNestedEnum": {value}}}', f"optional_nested_enum: {text}" if text else "")
    for value in ("FOO", '"foo"', '"UNKNOWN"', '""', "2147483648", "0.5", "true", "{}", '"FOO "', "[]"):
        refuse(testee, f'{{"optionalNestedEnum": {value}}}')
    for name in ("ALIAS_BAZ", "MOO", "moo", "bAz"):
        accept(testee, f'{{"optionalAliasedEnum": "{name}"}}', "optional_aliased_enum: ALIAS_BAZ")
    assert json.loads(testee.to_json('{"optionalAliasedEnum": "moo"}')) == {"optionalAliasedEnum": "ALIAS_BAZ"}
    assert json.loads(testee.to_json('{"optionalNestedEnum": 123, "repeatedNestedEnum": [1, 5, -1]}')) == {
        "optionalNestedEnum": 123, "repeatedNestedEnum": ["BAR", 5, "NEG"]
    }


def test_names_that_an_enum_does_not_have(testee):
    for payload, text in (('{"optionalNestedEnum": "UNKNOWN"}', ""), ('{"repeatedNestedEnum": ["UNKNOWN"]}', ""),
                          ('{"repeatedNestedEnum": ["FOO", "UNKNOWN", "BAR"]}',
                           "repeated_nested_enum: [FOO, BAR]"), ('{"mapStringNestedEnum": {"key": "UNKNOWN"}}', ""),
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
    for text in (r"\U8C37", r"\uXXXX", r"\u8C3", r"\u", r"\u00", r"\x41", r"\a", r"\0", r"\'", r"\uD800", r"\uDC00",
                 r"\uDE01\uD83D", r"\uD83D\uD83D", r"\uD83Dx", r"\uD83D\n", r"\uD83D\u0041", r"\u+041", r"\u-041",
                 r"\u 041", "\n", "\t", "\x00", "\x1f", r"\u００４１"):
        refuse(testee, '{"optionalString": "' + text + '"}')
    for value in ("1", "true", "{}", "[]", '["a"]'):
        refuse(testee, f'{{"optionalString": {value}}}')
    hard = "".join(map(chr, range(0x20))) + '"\\/\x7f\u2028\u2029\ud7ff\ue000\U0010ffff'
    message = TestAllTypesProto3(optional_string=hard)
    assert json.loads(testee.to_json(canonical(message))) == {"optionalString": hard}


def test_bytes(testee):
    for text, data in (("AQI=", r"\x01\x02"), ("AQI", r"\x01\x02"), ("-_", r"\xfb"), ("-_8=", r"\xfb\xff"),
                       ("+/8=", r"\xfb\xff"), ("-_8", r"\xfb\xff"), ("AAEC", r"\x00\x01\x02"), ("_w==", r"\xff"),
                       (r"\u0041QI=", r"\x01\x02")):
        accept(testee, f'{{"optionalBytes": "{text}"}}', f'optional_bytes: "{data}"')
    for text in ("A", "AQI=A", "A=QI", "====", "AQ!=", "A Q", "AQI==", "äää", "="):
        refuse(testee, f'{{"optionalBytes": "{text}"}}')
    for value in ("1", "true", "{}", "[1]"):
        refuse(testee, f'{{"optionalBytes": {value}}}')
    assert json.loads(testee.to_json('{"optionalBytes": "-_8"}')) == {"optionalBytes": "+/8="}


# MARK: Repeated fields, maps, oneofs, null


def test_repeated_fields(testee):
    accept(testee, '{"repeatedInt32": [1, "2", 3e0, 0]}', "repeated_int32: [1, 2, 3, 0]")
    accept(testee, '{"repeatedNestedMessage": [{"a": 1}, {}]}',
           "repeated_nested_message: {a: 1} repeated_nested_message: {}")
    accept(testee, '{"packedDouble": [0, -0.0, "NaN"], "unpackedBool": [true, false]}',
           "packed_double: [0, -0.0, nan] unpacked_bool: [true, false]")
    for value in ('[1, false]', '[1, "name"]', '[1, {"a": 4}]', "[[1]]", "1", '"1"', "{}", '{"0": 1}', "[1, null]",
                  "[null]"):
        refuse(testee, f'{{"repeatedInt32": {value}}}')
    for value in ('["1", 2]', '["1", false]', '["1", {}]', "[null]", '"x"', '{"a": "b"}'):
        refuse(testee, f'{{"repeatedString": {value}}}')
    for value in ('[{"a": 1}, 2]', "[{}, false]", '[{}, "2"]', "[{}, null]", "{}", "[[]]"):
        refuse(testee, f'{{"repeatedNestedMessage": {value}}}')
    for name in ("repeatedBoolWrapper", "repeatedDuration", "repeatedTimestamp", "repeatedFieldmask", "repeatedStruct",
                 "repeatedAny", "repeatedListValue", "repeatedNestedEnum", "repeatedBytes", "repeatedBool"):
        refuse(testee, f'{{"{name}": [null]}}')
    accept(testee, '{"repeatedValue": [null, 1]}',
           "repeated_value: {null_value: NULL_VALUE} repeated_value: {number_value: 1}")


def test_maps(testee):
    accept(testee, '{"mapInt32Int32": {"1": 2, "-3": "4", "0": 0}}',
           "map_int32_int32 {key: 1 value: 2} map_int32_int32 {key: -3 value: 4} map_int32_int32 {key: 0 value: 0}")
    accept(testee, '{"mapBoolBool": {"true": true, "false": false}}',
           "map_bool_bool {key: true value: true} map_bool_bool {key: false value: false}")
    accept(testee, '{"mapBoolBool": {"tr\\u0075e": true}}', "map_bool_bool {key: true value: true}")
    accept(testee, '{"mapInt32Int32": {"\\u0031": 2}}', "map_int32_int32 {key: 1 value: 2}")
    accept(testee, '{"mapUint64Uint64": {"18446744073709551615": "1"}}',
           "map_uint64_uint64 {key: 18446744073709551615 value: 1}")
    accept(testee, '{"mapStringNestedMessage": {"hello": {"a": 1}, "": {}}}',
           'map_string_nested_message {key: "hello" value: {a: 1}} map_string_nested_message {key: "" value: {}}')
    accept(testee, '{"mapStringBytes": {"a\\u0000b": "AQI="}}', r'map_string_bytes {key: "a\0b" value: "\x01\x02"}')
    for payload in ('{"mapInt32Int32": {1: 2}}', '{"mapBoolBool": {true: true}}', '{"mapBoolBool": {"True": true}}',
                    '{"mapBoolBool": {"1": true}}', '{"mapInt32Int32": {"x": 1}}', '{"mapInt32Int32": {"": 1}}',
                    '{"mapInt32Int32": {" 1": 1}}', '{"mapInt32Int32": {"2147483648": 1}}',
                    '{"mapUint32Uint32": {"-1": 1}}', '{"mapInt32Int32": {null: 1}}', '{"mapInt32Int32": {"0": null}}',
                    '{"mapInt32Int32": []}', '{"mapInt32Int32": 1}', '{"mapInt32Int32": {"1": "x"}}',
                    '{"mapStringNestedMessage": {"a": null}}', '{"mapStringString": {"a": 1}}',
                    '{"mapInt32Int32": [{"key": 1, "value": 2}]}'):
        refuse(testee, payload)
    written = json.loads(testee.to_json('{"mapInt64Int64": {"1": 2}, "mapBoolBool": {"true": false}}'))
    assert written == {"mapInt64Int64": {"1": "2"}, "mapBoolBool": {"true": False}}


def test_oneofs(testee):
    for payload, text in (('{"oneofUint32": 0}', "oneof_uint32: 0"), ('{"oneofNestedMessage": {}}',
                                                                      "oneof_nested_message: {}"),
                          ('{"oneofString": ""}', 'oneof_string: ""'), ('{"oneofBytes": ""}', 'oneof_bytes: ""'),
                          ('{"oneofBool": false}', "oneof_bool: false"), ('{"oneofUint64": 0}', "oneof_uint64: 0"),
                          ('{"oneofFloat": 0.0}', "oneof_float: 0"), ('{"oneofDouble": 0.0}', "oneof_double: 0"),
                          ('{"oneofEnum": "FOO"}', "oneof_enum: FOO"), ('{"oneofNullValue": null}',
                                                                        "oneof_null_value: NULL_VALUE"),
                          ('{"oneofNullValue": "NULL_VALUE"}',
                           "oneof_null_value: NULL_VALUE"), ('{"oneofUint32": null, "oneofString": "test"}',
                                                             'oneof_string: "test"'),
                          ('{"oneofString": "test", "oneofUint32": null}',
                           'oneof_string: "test"'), ('{"oneofUint32": null, "oneofBool": null}', "")):
        accept(testee, payload, text)
    assert json.loads(testee.to_json('{"oneofNullValue": "NULL_VALUE"}')) == {"oneofNullValue": None}
    refuse(testee, '{"oneofNullValue": 1.5}')


def test_null_stands_for_nothing_in_every_field(testee):
    fields = {
        descriptor.json_name: None
        for name, descriptor in FIELDS.items() if name not in ("optional_value", "oneof_null_value")
    }
    accept(testee, json.dumps(fields), "")
