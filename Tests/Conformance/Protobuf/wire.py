"""Encoding by hand, right or wrong on purpose."""

import struct

VARINT, FIXED64, BYTES, GROUP, END_GROUP, FIXED32 = range(6)


def varint(value, width=0):
    """A varint of at least `width` bytes; overlong when that is more than it takes."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F or len(out) + 1 < width:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def tag(number, wire_type):
    return varint(number << 3 | wire_type)


def delimited(payload):
    return varint(len(payload)) + payload


def field(number, wire_type, payload):
    return tag(number, wire_type) + payload


def message(number, payload):
    return tag(number, BYTES) + delimited(payload)


def zigzag(value):
    return varint((value << 1) ^ (value >> 63))


def fixed32(value):
    return struct.pack("<I", value & 0xFFFFFFFF)


def fixed64(value):
    return struct.pack("<Q", value & 0xFFFFFFFFFFFFFFFF)


def float32(value):
    return struct.pack("<f", value)


def float64(value):
    return struct.pack("<d", value)
