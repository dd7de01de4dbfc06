"""RFC 9113 §3 to §4: starting a connection, frames and header blocks."""

import socket
import time

import pytest
from frames import *
from peer import PATIENCE, Ended, Peer


# §3.4 Connection preface


def test_the_server_begins_with_settings(dial):
    peer = dial(preface=False)
    peer.send_raw(MAGIC + frame(SETTINGS))
    first = peer.read_frame()
    assert (first.type, first.flags & ACK, first.stream) == (SETTINGS, 0, 0)


def test_the_preface_may_come_in_pieces(dial):
    peer = dial(preface=False)
    for byte in MAGIC + frame(SETTINGS):
        peer.send_raw(bytes([byte]))
    assert peer.is_alive()


@pytest.mark.parametrize("magic", [b"INVALID CONNECTION PREFACE\r\n\r\n", MAGIC[:-4] + b"XX\r\n", b"\x00" * 24])
def test_an_invalid_preface_ends_the_connection(dial, magic):
    peer = dial(preface=False)
    peer.send_raw(magic + frame(SETTINGS))
    ended(peer)


def test_a_first_frame_other_than_settings_is_a_protocol_error(dial):
    peer = dial(preface=False)
    peer.send_raw(MAGIC + frame(PING, payload=b"12345678"))
    assert peer.closed_with(PROTOCOL_ERROR)


def test_http_1_is_answered_in_its_own_language_and_closed(dial):
    peer = dial(preface=False)
    peer.send_raw(b"GET / HTTP/1.1\r\nHost: test\r\n\r\n")
    answer = ended(peer)
    assert answer.startswith(b"HTTP/1.1 ") and b"Connection: close" in answer


def test_a_tls_hello_is_closed_at_once(dial):
    peer = dial(preface=False)
    peer.send_raw(bytes.fromhex("16030100c8010000c40303") + bytes(194))
    ended(peer)


def ended(peer):
    """Everything until the server closes."""
    answer, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            more = peer.socket.recv(65536)
        except ConnectionResetError:
            return answer
        if not more:
            return answer
        answer += more
    raise AssertionError("the connection stays open")


# §4.1 Frame format


@pytest.mark.parametrize("type", [0x0A, 0x16, 0xFF])
def test_a_frame_of_unknown_type_is_ignored(peer, type):
    peer.send(type, flags=0xFF, stream=0, payload=b"\x00" * 8)
    assert peer.get().status


def test_undefined_flags_are_ignored(peer):
    peer.send(PING, flags=0xFE, payload=b"flagged!")
    peer.until(lambda f: f.type == PING and f.flags & ACK and f.payload == b"flagged!", "the PING's answer")


def test_the_reserved_bit_is_ignored(peer):
    peer.send(PING, stream=0x80000000, payload=b"reserved")
    peer.until(lambda f: f.type == PING and f.flags & ACK, "the PING's answer")
    peer.headers(0x80000001, request())
    assert peer.response(1).status


# §4.2 Frame size


def test_data_of_the_largest_size_is_taken(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.data(1, bytes(16384))
    assert peer.response(1).status


def test_headers_of_the_largest_size_are_taken(peer):
    fields = block(request())
    filler = literal("x", bytes(b"a") * (16384 - len(fields) - 6))
    peer.headers(1, (fields + filler)[:16384].ljust(16384, b"\x20"))
    answer = peer.response(1)
    assert answer.status or answer.grpc_status is not None


@pytest.mark.parametrize("send", [
    lambda p: p.data(1, bytes(16385)),
    lambda p: p.headers(3, block(request()) + literal("x", b"a" * 17000)),
    lambda p: p.send(SETTINGS, payload=settings([(0xF0, 0)] * 2731)),
], ids=["DATA", "HEADERS", "SETTINGS"])
def test_a_frame_above_the_advertised_size_is_a_frame_size_error(peer, send):
    peer.headers(1, request("POST"), end_stream=False)
    send(peer)
    assert peer.refused_with(1, FRAME_SIZE_ERROR)


def test_headers_above_the_advertised_size_end_the_connection(peer):
    peer.headers(1, block(request()) + literal("x", b"a" * 17000))
    assert peer.closed_with(FRAME_SIZE_ERROR)


def test_the_limit_holds_for_frames_of_unknown_type(peer):
    peer.send(0xF0, payload=bytes(16384))
    assert peer.is_alive()
    peer.send(0xF0, payload=bytes(16385))
    assert peer.closed_with(FRAME_SIZE_ERROR)


# §4.3 Header blocks


def test_an_undecodable_header_block_is_a_compression_error(peer):
    peer.headers(1, block(request()) + b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
    assert peer.closed_with(COMPRESSION_ERROR)


@pytest.mark.parametrize("between", [
    frame(PRIORITY, stream=1, payload=u32(0) + b"\x0f"),
    frame(HEADERS, END_HEADERS | END_STREAM, 3, block(request())),
    frame(CONTINUATION, END_HEADERS, 3, b""),
    frame(PING, payload=bytes(8)),
    frame(DATA, 0, 1, b"x"),
    frame(WINDOW_UPDATE, stream=1, payload=u32(1)),
    frame(SETTINGS),
    frame(0xF0, payload=bytes(8)),
], ids=["PRIORITY", "HEADERS", "CONTINUATION of another stream", "PING", "DATA", "WINDOW_UPDATE", "SETTINGS", "unknown"])
def test_nothing_may_come_between_the_parts_of_a_header_block(peer, between):
    peer.headers(1, request(), end_headers=False)
    peer.send_raw(between)
    assert peer.closed_with(PROTOCOL_ERROR)


# §5.4.1 Connection errors


def test_after_a_connection_error_the_goaway_names_the_last_stream_and_the_connection_closes(peer):
    assert peer.get(1).status
    peer.send(PING, payload=b"short")
    goaway = peer.until(lambda f: f.type == GOAWAY, "GOAWAY")
    assert goaway.stream == 0
    assert int.from_bytes(goaway.payload[:4], "big") == 1
    assert goaway.error_code == FRAME_SIZE_ERROR
    assert peer.closed_with(FRAME_SIZE_ERROR)


def test_the_connection_ends_when_the_client_ends_it(peer):
    peer.socket.shutdown(socket.SHUT_WR)
    with pytest.raises(Ended):
        peer.until(lambda _: False, "the end")
