"""Opens HTTP/2 connections and streams and leaves them idle: frames by hand, so that this side costs nothing."""

import socket
import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, PING = 0, 1, 4, 6
ACK, END_HEADERS = 1, 4


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def literal(name, value):
    """A header field that is not indexed (RFC 7541 §6.2.2), without Huffman coding."""
    return b"\0" + bytes([len(name)]) + name + bytes([len(value)]) + value


class IdleConnection:
    """A connection whose server has taken in everything that was sent when `settle` returns."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 10)
        self.socket.sendall(PREFACE + frame(SETTINGS, 0, 0))
        self.settle()
        # The answer to our PING came behind the server's SETTINGS.
        self.socket.sendall(frame(SETTINGS, ACK, 0))

    def settle(self):
        """Sends a PING and waits for its answer."""
        self.socket.sendall(frame(PING, 0, 0, b"are-you?"))
        answer = frame(PING, ACK, 0, b"are-you?")
        received = b""
        while answer not in received:
            chunk = self.socket.recv(65536)
            if not chunk:
                raise SystemExit("benchmark: the server closed an idle connection")
            received += chunk

    def open_streams(self, count, path):
        """Opens calls that never send their message."""
        fields = [(b":method", b"POST"), (b":scheme", b"http"), (b":path", path.encode()), (b":authority", b"localhost"),
                  (b"content-type", b"application/grpc"), (b"te", b"trailers")]
        block = b"".join(literal(name, value) for name, value in fields)
        self.socket.sendall(b"".join(frame(HEADERS, END_HEADERS, 2 * n + 1, block) for n in range(count)))
        self.settle()

    def close(self):
        self.socket.close()
