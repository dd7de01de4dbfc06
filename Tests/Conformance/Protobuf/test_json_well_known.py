"""The JSON forms that well-known types have of their own."""

import json

from forms import CAMEL, accept, refuse


def test_wrappers(testee):
    for kind, zero, one in (("bool", "false", "true"), ("int32", "0", "1"), ("uint32", "0", "1"), ("int64", "0", '"1"'),
                            ("uint64", "0", '"1"'), ("float", "0", "1.5"), ("double", "0", "1.5"),
                            ("string", '""', '"1"'), ("bytes", '""', '"AQI="')):
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
    for text, seconds, nanos in (("0s", 0, 0), ("1s", 1, 0), ("-5s", -5, 0), ("1.5s", 1, 500000000),
                                 ("-0.5s", 0, -500000000), ("-1.5s", -1, -500000000), ("0.000000001s", 0, 1),
                                 ("315576000000.999999999s", 315576000000, 999999999), ("1.10s", 1, 100000000),
                                 ("-315576000000.999999999s", -315576000000, -999999999), ("-0s", 0, 0)):
        accept(testee, f'{{"optionalDuration": "{text}"}}', f"optional_duration: {{seconds: {seconds} nanos: {nanos}}}")
    for text in ("1", "s", "", "1.s", ".5s", "1.5", "1 s", " 1s", "1s ", "1m", "1e1s", "--1s", "+1s", "1.-5s",
                 "1.0000000001s", "315576000001.000000000s", "-315576000001.000000000s", "0x1s", "1S", "1,5s",
                 "99999999999999999999s"):
        refuse(testee, f'{{"optionalDuration": "{text}"}}')
    for value in ("1", "1.5", "true", "{}", '{"seconds": 1}'):
        refuse(testee, f'{{"optionalDuration": {value}}}')
    for text, written in (("1.000000000s", "1s"), ("1.010000000s", "1.010s"), ("1.000010000s", "1.000010s"),
                          ("1.000000010s", "1.000000010s"), ("-0.5s", "-0.500s")):
        assert json.loads(testee.to_json(f'{{"optionalDuration": "{text}"}}')) == {"optionalDuration": written}


def test_timestamps(testee):
    for text, seconds, nanos in (("0001-01-01T00:00:00Z", -62135596800, 0), ("9999-12-31T23:59:59.999999999Z",
                                                                             253402300799, 999999999),
                                 ("1993-02-10T00:00:00.000Z", 729302400, 0), ("1970-01-01T08:00:01+08:00", 1,
                                                                              0), ("1969-12-31T16:00:01-08:00", 1, 0),
                                 ("1970-01-01T00:00:00.5Z", 0, 500000000), ("1969-12-31T23:59:59.000000001Z", -1, 1),
                                 ("2000-02-29T12:30:45Z", 951827445, 0), ("2024-02-29T00:00:00-00:00", 1709164800, 0)):
        accept(testee, f'{{"optionalTimestamp": "{text}"}}',
               f"optional_timestamp: {{seconds: {seconds} nanos: {nanos}}}")
    for text in ("0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00", "0001-01-01 00:00:00Z",
                 "0001-01-01T00:00:00z", "0001-01-01t00:00:00Z", "", "2000-01-01", "2000-13-01T00:00:00Z",
                 "2000-00-01T00:00:00Z", "2000-01-32T00:00:00Z", "2001-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
                 "2000-01-00T00:00:00Z", "2000-01-01T24:00:00Z", "2000-01-01T00:60:00Z", "2000-01-01T00:00:61Z",
                 "2000-1-1T00:00:00Z", "2000-01-01T0:00:00Z", "2000-01-01T00:00:00.Z",
                 "2000-01-01T00:00:00.0000000001Z", "2000-01-01T00:00:00+0800", "2000-01-01T00:00:00+08",
                 "2000-01-01T00:00:00Z ", " 2000-01-01T00:00:00Z", "2000-01-01T00:00Z", "20000101T000000Z",
                 "2000-01-01T00:00:00ZZ", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
                 "-001-01-01T00:00:00Z", "2000-01-01T00:00:00,5Z"):
        refuse(testee, f'{{"optionalTimestamp": "{text}"}}')
    for value in ("1", "true", "{}", '{"seconds": 1}'):
        refuse(testee, f'{{"optionalTimestamp": {value}}}')
    for text, written in (("1969-12-31T16:00:00-08:00", "1970-01-01T00:00:00Z"), ("1970-01-01T00:00:00.010000000Z",
                                                                                  "1970-01-01T00:00:00.010Z"),
                          ("1970-01-01T00:00:00.000010000Z", "1970-01-01T00:00:00.000010Z"),
                          ("1970-01-01T00:00:00.000000010Z", "1970-01-01T00:00:00.000000010Z")):
        assert json.loads(testee.to_json(f'{{"optionalTimestamp": "{text}"}}')) == {"optionalTimestamp": written}


def test_field_masks(testee):
    for text, paths in (("", []), ("foo", ["foo"]), ("foo,barBaz", ["foo", "bar_baz"]), ("a.bC.d", ["a.b_c.d"]),
                        ("fooBar3", ["foo_bar3"])):
        accept(testee, f'{{"optionalFieldMask": "{text}"}}',
               "optional_field_mask: {%s}" % " ".join(f'paths: "{p}"' for p in paths))
        assert json.loads(testee.to_json(f'{{"optionalFieldMask": "{text}"}}')) == {"optionalFieldMask": text}
    for text in ("foo_bar", "foo,bar_bar", "_foo", "foo_"):
        refuse(testee, f'{{"optionalFieldMask": "{text}"}}')
    for value in ("1", "{}", '["foo"]', '{"paths": ["foo"]}'):
        refuse(testee, f'{{"optionalFieldMask": {value}}}')


def test_structs_and_values(testee):
    accept(
        testee,
        '{"optionalStruct": {"n": null, "i": 1234, "b": true, "d": 1.5, "s": "x", "l": [1, "2", []], "o": {"value": 0}}}',
        """
        optional_struct {
          fields {key: "n" value {null_value: NULL_VALUE}} fields {key: "i" value {number_value: 1234}} fields {key: "b" value {bool_value: true}}
          fields {key: "d" value {number_value: 1.5}} fields {key: "s" value {string_value: "x"}}
          fields {key: "l" value {list_value {values {number_value: 1} values {string_value: "2"} values {list_value {}}}}}
          fields {key: "o" value {struct_value {fields {key: "value" value {number_value: 0}}}}}
        }""")
    accept(testee, '{"optionalStruct": {}}', "optional_struct {}")
    accept(testee, '{"optionalStruct": {"listValue": []}}',
           'optional_struct {fields {key: "listValue" value {list_value {}}}}')
    accept(testee, '{"optionalStruct": null}', "")
    for value, text in (("1", "number_value: 1"), ("1.5", "number_value: 1.5"), ("-0.0", "number_value: -0.0"),
                        ("false", "bool_value: false"), ("null", "null_value: NULL_VALUE"),
                        ('"hello"', 'string_value: "hello"'), ('""', 'string_value: ""'), ("[]", "list_value {}"),
                        ("{}", "struct_value {}"), ("[0, \"a\"]",
                                                    'list_value {values {number_value: 0} values {string_value: "a"}}'),
                        ('"NaN"', 'string_value: "NaN"'), ("[null]", "list_value {values {null_value: NULL_VALUE}}"),
                        ('{"value": 1}', 'struct_value {fields {key: "value" value {number_value: 1}}}')):
        accept(testee, f'{{"optionalValue": {value}}}', f"optional_value {{{text}}}")
    accept(testee, '{"repeatedValue": [["a"]]}', 'repeated_value {list_value {values {string_value: "a"}}}')
    accept(testee, '{"repeatedListValue": [["a"], []]}',
           'repeated_list_value {values {string_value: "a"}} repeated_list_value {}')
    for payload in ('{"optionalStruct": []}', '{"optionalStruct": 1}', '{"optionalValue": NaN}',
                    '{"optionalValue": 1e400}', '{"optionalStruct": {"a": 1e400}}', '{"repeatedListValue": [{}]}',
                    '{"repeatedListValue": [1]}', '{"repeatedStruct": [[]]}', '{"optionalStruct": {a: 1}}'):
        refuse(testee, payload)
    assert json.loads(testee.to_json('{"optionalValue": null}')) == {"optionalValue": None}


ANY = "type.googleapis.com/"
TEST = ANY + "protobuf_test_messages.proto3.TestAllTypesProto3"


def test_any(testee):
    inner = "[%s] {optional_int32: 12345}" % TEST
    accept(testee, '{"optionalAny": {"@type": "%s", "optionalInt32": 12345}}' % TEST, "optional_any {%s}" % inner)
    accept(testee, '{"optionalAny": {"optionalInt32": 12345, "@type": "%s"}}' % TEST, "optional_any {%s}" % inner)
    accept(
        testee,
        '{"optionalAny": {"@type": "%sgoogle.protobuf.Any", "value": {"@type": "%s", "optionalInt32": 12345}}}' %
        (ANY, TEST), "optional_any {[%sgoogle.protobuf.Any] {%s}}" % (ANY, inner))
    accept(
        testee,
        '{"optionalAny": {"value": {"optionalInt32": 12345, "@type": "%s"}, "@type": "%sgoogle.protobuf.Any"}}' %
        (TEST, ANY), "optional_any {[%sgoogle.protobuf.Any] {%s}}" % (ANY, inner))
    for name, value, text in (("Int32Value", "12345", "value: 12345"), ("Int32Value", "0", ""),
                              ("BoolValue", "true", "value: true"), ("StringValue", '"x"', 'value: "x"'),
                              ("BytesValue", '"AQI="', r'value: "\x01\x02"'), ("DoubleValue", '"NaN"', "value: nan"),
                              ("UInt64Value", '"1"', "value: 1"), ("Duration", '"1.5s"', "seconds: 1 nanos: 500000000"),
                              ("Timestamp", '"1970-01-01T00:00:00Z"',
                               ""), ("FieldMask", '"foo,barBaz"',
                                     'paths: ["foo", "bar_baz"]'), ("Struct", '{"foo": 1}',
                                                                    'fields {key: "foo" value {number_value: 1}}'),
                              ("Value", '{"foo": 1}', 'struct_value {fields {key: "foo" value {number_value: 1}}}'),
                              ("Value", "1", "number_value: 1"), ("Value", "null", "null_value: NULL_VALUE"),
                              ("ListValue", "[1]", "values {number_value: 1}")):
        accept(testee, '{"optionalAny": {"@type": "%sgoogle.protobuf.%s", "value": %s}}' % (ANY, name, value),
               "optional_any {[%sgoogle.protobuf.%s] {%s}}" % (ANY, name, text))
        accept(testee, '{"optionalAny": {"value": %s, "@type": "%sgoogle.protobuf.%s"}}' % (value, ANY, name),
               "optional_any {[%sgoogle.protobuf.%s] {%s}}" % (ANY, name, text))
    accept(testee, '{"optionalAny": {}}', "optional_any {}")
    accept(testee, '{"optionalAny": null}', "")
    accept(testee, '{"optionalAny": {"@type": "%sgoogle.protobuf.Empty"}}' % ANY,
           "optional_any {[%sgoogle.protobuf.Empty] {}}" % ANY)
    accept(testee, '{"repeatedAny": [{}, {"@type": "%s"}]}' % TEST, "repeated_any {} repeated_any {[%s] {}}" % TEST)
    accept(testee,
           '{"optionalAny": {"@type": "%s", "unknown": 1}}' % TEST,
           "optional_any {[%s] {}}" % TEST,
           ignore_unknown=True)
    for value in ('{"optionalInt32": 1}', '{"@type": "%sno.such.Type"}' % ANY, '{"@type": "no slash"}', '{"@type": 1}',
                  '{"@type": ""}', '{"@type": null}', '{"@type": "%s", "unknown": 1}' % TEST,
                  '{"@type": "%s", "@type": "%s"}' % (TEST, TEST), '{"@type": "%sgoogle.protobuf.Int32Value"}' % ANY,
                  '{"@type": "%sgoogle.protobuf.Int32Value", "value": "x"}' % ANY,
                  '{"@type": "%sgoogle.protobuf.Int32Value", "value": 1, "value": 2}' % ANY,
                  '{"@type": "%sgoogle.protobuf.Int32Value", "value": 1, "other": 2}' % ANY, '{"@type": "/"}', "[]",
                  "1", '"x"'):
        refuse(testee, '{"optionalAny": %s}' % value)
