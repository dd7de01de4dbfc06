"""Servers that misbehave on the level of HTTP/2, for the negative cases of gRPC's interoperability suite.

usage: http2_server.py CASE

Prints `listening on PORT`, serves until its standard input ends, then prints what it has seen and exits with 0 if the
client did what the case asks for. The HTTP/2 is that of the `h2` package.
"""

import socket
import struct
import sys
import threading

import h2.config
import h2.connection
import h2.events
import h2.settings


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def response(size):
    """A length-prefixed SimpleResponse whose payload is so many zeros."""
    body = b"\x12" + varint(size) + bytes(size)
    message = b"\x0a" + varint(len(body)) + body
    return b"\x00" + struct.pack(">I", len(message)) + message


HEADERS = [(":status", "200"), ("content-type", "application/grpc"), ("grpc-accept-encoding", "identity,gzip")]
ANSWER = response(314159)


class Connection:
    """One connection, served by a thread of its own."""

    def __init__(self, case, peer):
        self.case, self.socket = case, peer
        self.h2 = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        self.requests = 0
        self.open = self.most_open = 0
        self.pings = 0
        self.unsent = {}  # stream: bytes that wait for the client's window

    def run(self):
        self.h2.initiate_connection()
        self.flush()
        while data := self.receive():
            for event in self.h2.receive_data(data):
                self.handle(event)
            for stream in list(self.unsent):
                self.send(stream)
            self.flush()
        self.socket.close()

    def receive(self):
        try:
            return self.socket.recv(65536)
        except OSError:
            return b""

    def flush(self):
        try:
            self.socket.sendall(self.h2.data_to_send())
        except OSError:
            pass

    def ping(self):
        if self.case == "ping":
            self.pings += 1
            self.h2.ping(struct.pack(">Q", self.pings))

    def handle(self, event):
        if isinstance(event, h2.events.RequestReceived):
            self.open += 1
            self.most_open = max(self.open, self.most_open)
        elif isinstance(event, h2.events.DataReceived):
            self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded):
            self.answer(event.stream_id)
        elif isinstance(event, h2.events.PingAckReceived):
            self.pings -= 1

    def answer(self, stream):
        self.requests += 1
        self.ping()
        self.h2.send_headers(stream, HEADERS)
        self.ping()
        if self.case == "rst_after_header":
            return self.h2.reset_stream(stream, 0)
        self.unsent[stream] = ANSWER[: len(ANSWER) // 2] if self.case == "rst_during_data" else ANSWER

    def send(self, stream):
        step, padding = 16384, None
        if self.case in ("data_frame_padding", "no_df_padding_sanity_test"):
            step, padding = 50, 255 if self.case == "data_frame_padding" else None
        overhead = 0 if padding is None else padding + 1
        while data := self.unsent[stream]:
            room = min(step, self.h2.local_flow_control_window(stream) - overhead)
            if room <= 0:
                return
            self.h2.send_data(stream, data[:room], pad_length=padding)
            self.unsent[stream] = data[room:]
        del self.unsent[stream]
        self.open -= 1
        self.ping()
        if self.case.startswith("rst_"):
            return self.h2.reset_stream(stream, 0)
        self.h2.send_headers(stream, [("grpc-status", "0")], end_stream=True)
        if self.case == "goaway":
            self.h2.close_connection(0, last_stream_id=stream)
        if self.case == "max_streams" and self.requests == 1:
            self.h2.update_settings({h2.settings.SettingCodes.MAX_CONCURRENT_STREAMS: 1})


def verdict(case, connections):
    """What the client did wrong, if anything."""
    if case == "goaway" and len(connections) < 2:
        return "the client did not go to another connection"
    if case == "ping" and any(connection.pings for connection in connections):
        return "the client left pings unanswered"
    if case == "max_streams" and max(connection.most_open for connection in connections) > 1:
        return "the client opened more streams than it may"
    if not any(connection.requests for connection in connections):
        return "the client sent no request"
    return None


def main():
    case = sys.argv[1]
    connections, threads = [], []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(f"listening on {listener.getsockname()[1]}", flush=True)

        def accept():
            while True:
                try:
                    peer, _ = listener.accept()
                except OSError:
                    return
                peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connections.append(Connection(case, peer))
                threads.append(threading.Thread(target=connections[-1].run, daemon=True))
                threads[-1].start()

        threading.Thread(target=accept, daemon=True).start()
        sys.stdin.read()
        for thread in threads:
            thread.join(timeout=5)
    wrong = verdict(case, connections)
    print(wrong or f"{case}: {len(connections)} connections, {sum(c.requests for c in connections)} requests")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
