"""HTTP/2 frames and header fields, byte by byte: the tests need the wrong ones as well as the right ones."""

import struct
from dataclasses import dataclass

DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION = range(10)

END_STREAM = 0x1
ACK = 0x1
END_HEADERS = 0x4
PADDED = 0x8
HAS_PRIORITY = 0x20

NO_ERROR = 0x0
PROTOCOL_ERROR = 0x1
INTERNAL_ERROR = 0x2
FLOW_CONTROL_ERROR = 0x3
STREAM_CLOSED = 0x5
FRAME_SIZE_ERROR = 0x6
REFUSED_STREAM = 0x7
CANCEL = 0x8
COMPRESSION_ERROR = 0x9
ENHANCE_YOUR_CALM = 0xB

HEADER_TABLE_SIZE = 0x1
ENABLE_PUSH = 0x2
MAX_CONCURRENT_STREAMS = 0x3
INITIAL_WINDOW_SIZE = 0x4
MAX_FRAME_SIZE = 0x5
MAX_HEADER_LIST_SIZE = 0x6

MAGIC = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"


@dataclass
class Frame:
    """One frame as it arrived."""

    type: int
    flags: int
    stream: int
    payload: bytes

    @property
    def ends_stream(self):
        return self.type in (DATA, HEADERS) and bool(self.flags & END_STREAM)

    @property
    def error_code(self):
        """The code of RST_STREAM or GOAWAY."""
        return struct.unpack(">I", self.payload[:4] if self.type == RST_STREAM else self.payload[4:8])[0]


def frame(type, flags=0, stream=0, payload=b"", length=None):
    """The bytes of a frame; `length` may lie."""
    size = len(payload) if length is None else length
    return struct.pack(">I", size)[1:] + struct.pack(">BBI", type, flags, stream) + payload


def u32(value):
    return struct.pack(">I", value)


def settings(values):
    return b"".join(struct.pack(">HI", key, value) for key, value in values)


def integer(value, prefix_bits, first=0):
    """An HPACK integer (RFC 7541 §5.1)."""
    limit = (1 << prefix_bits) - 1
    if value < limit:
        return bytes([first | value])
    out, value = [first | limit], value - limit
    while value >= 128:
        out.append(value % 128 | 128)
        value //= 128
    return bytes(out + [value])


def text(value):
    value = value if isinstance(value, bytes) else value.encode()
    return integer(len(value), 7) + value


def literal(name, value, first=0x00):
    """A literal field with a new name: 0x00 not indexed, 0x40 indexed, 0x10 never indexed (RFC 7541 §6.2)."""
    return bytes([first]) + text(name) + text(value)


def block(fields):
    """A header block of plain literals, in the order given."""
    return b"".join(literal(name, value) for name, value in fields)


def request(method="GET", path="/", *more, authority="test"):
    """The fields of a request."""
    return [(":method", method), (":scheme", "http"), (":path", path), (":authority", authority), *more]


def without(fields, name):
    return [field for field in fields if field[0] != name]
