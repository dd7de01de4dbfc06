"""A client that sends what it is told and says what came back."""

import os
import socket
import struct
import time
from dataclasses import dataclass, field

import hpack

from frames import *

PATIENCE = 30  # seconds until a test gives up; no test waits that long for something that should happen


class Ended(AssertionError):
    """The server closed the connection while something else was expected."""


@dataclass
class Response:
    """What came back on one stream."""

    headers: list = field(default_factory=list)
    body: bytes = b""
    trailers: list = field(default_factory=list)
    reset: int | None = None

    def value(self, name):
        return dict(self.headers + self.trailers).get(name)

    @property
    def status(self):
        return self.value(":status")

    @property
    def grpc_status(self):
        code = self.value("grpc-status")
        return None if code is None else int(code)


class Peer:
    """One raw HTTP/2 connection to a server."""

    def __init__(self, target, preface=True, initial=(), acknowledge=True):
        host, port = target.rsplit(":", 1)
        self.socket = socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.acknowledge = acknowledge
        self.answers_pings = True
        self.decoder = hpack.Decoder()
        self.decoder.max_allowed_table_size = 4096
        self.server_settings = {}
        self.acknowledged = 0
        self.goaway = None
        self.window = 65535  # what the server lets us send on all streams, less what `data` has sent
        self.responses = {}
        self.ended = set()
        self._buffer = b""
        self._block = None
        if preface:
            self.send_raw(MAGIC)
            self.send(SETTINGS, payload=settings(initial))
            self.until(lambda _: self.server_settings and self.acknowledged, "the server's SETTINGS and ACK")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    # Sending

    def send_raw(self, data):
        """Sends bytes; a connection that the server has closed meanwhile shows when reading."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def send(self, type, flags=0, stream=0, payload=b"", length=None):
        self.send_raw(frame(type, flags, stream, payload, length))

    def headers(self, stream, fields, end_stream=True, end_headers=True, flags=0, prefix=b"", suffix=b""):
        """Sends HEADERS; `fields` are names and values, or a block as it is."""
        encoded = fields if isinstance(fields, bytes) else block(fields)
        flags |= (END_STREAM if end_stream else 0) | (END_HEADERS if end_headers else 0)
        self.send(HEADERS, flags, stream, prefix + encoded + suffix)

    def data(self, stream, payload=b"", end_stream=True):
        self.window -= len(payload)
        self.send(DATA, END_STREAM if end_stream else 0, stream, payload)

    def get(self, stream=1):
        """A whole request, and its response."""
        self.headers(stream, request())
        return self.response(stream)

    # Receiving

    def read_frame(self, deadline=None):
        """The next frame; None at the end of the connection."""
        deadline = deadline or time.monotonic() + PATIENCE
        while len(self._buffer) < 9 or len(self._buffer) < 9 + int.from_bytes(self._buffer[:3], "big"):
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError("nothing came within the time")
            self.socket.settimeout(left)
            try:
                more = self.socket.recv(1 << 18)
            except TimeoutError:
                raise TimeoutError("nothing came within the time") from None
            except ConnectionResetError:
                return None
            if not more:
                return None
            self._buffer += more
        size = int.from_bytes(self._buffer[:3], "big")
        kind, flags, stream = struct.unpack(">BBI", self._buffer[3:9])
        received = Frame(kind, flags, stream & 0x7FFFFFFF, self._buffer[9 : 9 + size])
        self._buffer = self._buffer[9 + size :]
        self._take(received)
        return received

    def until(self, condition, what):
        """Reads frames until one meets the condition; returns it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                received = self.read_frame(deadline)
            except TimeoutError:
                raise AssertionError(f"gave up waiting for {what}; so far: {self._story()}") from None
            if received is None:
                raise Ended(f"the connection ended before {what}; so far: {self._story()}")
            if condition(received):
                return received

    def response(self, stream):
        """The complete answer on a stream."""
        if stream not in self.ended:
            self.until(lambda _: stream in self.ended, f"the end of stream {stream}")
        return self.responses[stream]

    def is_alive(self):
        """Proves by a PING that the connection still works."""
        token = os.urandom(8)
        self.send(PING, payload=token)
        self.until(lambda f: f.type == PING and f.flags & ACK and f.payload == token, "the PING's answer")
        return True

    def closed_with(self, *codes):
        """Asserts a connection error: GOAWAY with one of the codes, then the end of the connection."""
        try:
            while self.read_frame() is not None:
                pass
        except TimeoutError:
            raise AssertionError(f"the connection stays open; {self._story()}") from None
        assert self.goaway is not None, f"the connection ended without GOAWAY; {self._story()}"
        assert self.goaway in codes, f"GOAWAY {self.goaway}, expected one of {codes}"
        return True

    def reset_with(self, stream, *codes):
        """Asserts a stream error: RST_STREAM with one of the codes, on a connection that goes on."""
        if stream not in self.ended or self.responses[stream].reset is None:
            self.until(
                lambda f: f.type == RST_STREAM and f.stream == stream or self.goaway is not None,
                f"RST_STREAM of stream {stream}")
        assert self.goaway is None, f"GOAWAY {self.goaway} where a stream error is enough"
        code = self.responses[stream].reset
        assert code in codes, f"RST_STREAM {code}, expected one of {codes}"
        return self.is_alive()

    def refused_with(self, stream, *codes):
        """Asserts an error that may be of the stream or of the connection."""
        self.until(lambda f: f.type in (RST_STREAM, GOAWAY) and (f.type == GOAWAY or f.stream == stream), "an error")
        code = self.goaway if self.goaway is not None else self.responses[stream].reset
        assert code in codes, f"error {code}, expected one of {codes}"
        return True

    def _take(self, received):
        if received.type == SETTINGS:
            if received.flags & ACK:
                self.acknowledged += 1
            else:
                for offset in range(0, len(received.payload), 6):
                    key, value = struct.unpack(">HI", received.payload[offset : offset + 6])
                    self.server_settings[key] = value
                if self.acknowledge:
                    self.send(SETTINGS, ACK)
        elif received.type == PING and not received.flags & ACK and self.answers_pings:
            self.send(PING, ACK, payload=received.payload)
        elif received.type == WINDOW_UPDATE and received.stream == 0:
            self.window += int.from_bytes(received.payload, "big")
        elif received.type == GOAWAY:
            self.goaway = received.error_code
        elif received.type in (HEADERS, CONTINUATION):
            self._take_block(received)
        elif received.type == DATA:
            self._answer(received.stream).body += received.payload
        elif received.type == RST_STREAM:
            self._answer(received.stream).reset = received.error_code
            self.ended.add(received.stream)
        if received.type == DATA and received.ends_stream:
            self.ended.add(received.stream)

    def _take_block(self, received):
        if received.type == HEADERS:
            self._block = (received, b"")
        first, so_far = self._block
        self._block = (first, so_far + received.payload)
        if not received.flags & END_HEADERS:
            return
        fields = [(str(name), str(value)) for name, value in self.decoder.decode(self._block[1])]
        answer = self._answer(first.stream)
        if answer.headers:
            answer.trailers = fields
        else:
            answer.headers = fields
        if first.flags & END_STREAM:
            self.ended.add(first.stream)

    def _answer(self, stream):
        return self.responses.setdefault(stream, Response())

    def _story(self):
        newest = dict(list(self.responses.items())[-3:])
        return f"GOAWAY {self.goaway}, {len(self.responses)} streams, the newest of them {newest}"
