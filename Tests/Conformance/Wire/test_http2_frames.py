"""RFC 9113 §6: what each kind of frame may and may not be."""

import pytest
from frames import *

POSTING = request("POST")


# §6.1 DATA


def test_data_with_padding_is_taken(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(DATA, END_STREAM | PADDED, 1, b"\x06abcdef" + bytes(6))
    assert peer.response(1).status


def test_data_that_is_all_padding_is_taken(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(DATA, PADDED, 1, b"\xff" + bytes(255))
    peer.data(1)
    assert peer.response(1).status


def test_data_on_stream_zero_is_a_protocol_error(peer):
    peer.data(0, b"test")
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [b"\x05test", b"\x01", b"\xff" + bytes(254)], ids=["longer", "alone", "255 of 254"])
def test_data_padding_as_long_as_the_payload_is_a_protocol_error(peer, payload):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(DATA, PADDED, 1, payload)
    assert peer.closed_with(PROTOCOL_ERROR)


def test_padded_data_without_a_pad_length_is_an_error(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(DATA, PADDED, 1, b"")
    assert peer.closed_with(PROTOCOL_ERROR, FRAME_SIZE_ERROR)


def test_padding_counts_in_the_connection_window_and_is_credited(peer):
    peer.headers(1, POSTING, end_stream=False)
    for _ in range(200):
        peer.send(DATA, PADDED, 1, b"\xff" + b"x" * 15000 + bytes(255))
        peer.is_alive()
    peer.data(1)
    assert peer.response(1).status


# §6.2 HEADERS


def test_headers_with_padding_are_taken(peer):
    peer.headers(1, request(), flags=PADDED, prefix=b"\x08", suffix=bytes(8))
    assert peer.response(1).status


def test_headers_with_padding_and_priority_are_taken(peer):
    peer.headers(1, request(), flags=PADDED | HAS_PRIORITY, prefix=b"\x08" + u32(0) + b"\x0f", suffix=bytes(8))
    assert peer.response(1).status


@pytest.mark.parametrize("flags, prefix", [(PADDED, b"\x03"), (PADDED | HAS_PRIORITY, b"\x03" + bytes(5))],
                         ids=["padding", "priority and padding"])
def test_headers_that_are_all_padding_are_a_request_without_fields(peer, flags, prefix):
    peer.headers(1, b"", flags=flags, prefix=prefix, suffix=bytes(3))
    assert peer.reset_with(1, PROTOCOL_ERROR)


def test_headers_on_stream_zero_are_a_protocol_error(peer):
    peer.headers(0, request())
    assert peer.closed_with(PROTOCOL_ERROR)


def test_headers_with_too_much_padding_are_a_protocol_error(peer):
    fields = block(request())
    peer.headers(1, fields, flags=PADDED, prefix=bytes([len(fields) + 1]))
    assert peer.closed_with(PROTOCOL_ERROR)


def test_headers_too_short_for_their_priority_are_an_error(peer):
    peer.send(HEADERS, END_STREAM | END_HEADERS | HAS_PRIORITY, 1, b"\x00\x00")
    assert peer.closed_with(PROTOCOL_ERROR, FRAME_SIZE_ERROR)


# §6.3 PRIORITY


def test_priority_on_stream_zero_is_a_protocol_error(peer):
    peer.send(PRIORITY, stream=0, payload=u32(1) + b"\x0f")
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [b"\x00\x00\x00\x00", bytes(6), b""])
def test_priority_of_another_length_is_a_frame_size_error(peer, payload):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(PRIORITY, stream=1, payload=payload)
    assert peer.refused_with(1, FRAME_SIZE_ERROR)


# §6.4 RST_STREAM


def test_rst_stream_on_stream_zero_is_a_protocol_error(peer):
    peer.send(RST_STREAM, stream=0, payload=u32(CANCEL))
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [b"\x00\x00\x00", bytes(5), b""])
def test_rst_stream_of_another_length_is_a_frame_size_error(peer, payload):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(RST_STREAM, stream=1, payload=payload)
    assert peer.closed_with(FRAME_SIZE_ERROR)


def test_rst_stream_with_an_unknown_code_ends_the_stream_only(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(RST_STREAM, stream=1, payload=u32(0xFF))
    assert peer.is_alive()
    assert peer.get(3).status


# §6.5 SETTINGS


def test_settings_are_acknowledged(peer):
    before = peer.acknowledged
    peer.send(SETTINGS, payload=settings([(MAX_CONCURRENT_STREAMS, 10), (INITIAL_WINDOW_SIZE, 65535)]))
    peer.until(lambda _: peer.acknowledged == before + 1, "the ACK")


def test_an_acknowledgement_with_a_payload_is_a_frame_size_error(peer):
    peer.send(SETTINGS, ACK, payload=settings([(MAX_CONCURRENT_STREAMS, 1)]))
    assert peer.closed_with(FRAME_SIZE_ERROR)


def test_settings_on_a_stream_are_a_protocol_error(peer):
    peer.send(SETTINGS, stream=1, payload=settings([(MAX_CONCURRENT_STREAMS, 1)]))
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [b"\x00\x03\x00", bytes(7)])
def test_settings_that_are_no_multiple_of_six_are_a_frame_size_error(peer, payload):
    peer.send(SETTINGS, payload=payload)
    assert peer.closed_with(FRAME_SIZE_ERROR)


@pytest.mark.parametrize("setting, code", [
    ((ENABLE_PUSH, 2), PROTOCOL_ERROR),
    ((INITIAL_WINDOW_SIZE, 0x80000000), FLOW_CONTROL_ERROR),
    ((INITIAL_WINDOW_SIZE, 0xFFFFFFFF), FLOW_CONTROL_ERROR),
    ((MAX_FRAME_SIZE, 16383), PROTOCOL_ERROR),
    ((MAX_FRAME_SIZE, 0), PROTOCOL_ERROR),
    ((MAX_FRAME_SIZE, 16777216), PROTOCOL_ERROR),
], ids=str)
def test_an_impossible_setting_ends_the_connection(peer, setting, code):
    peer.send(SETTINGS, payload=settings([setting]))
    assert peer.closed_with(code)


@pytest.mark.parametrize("setting", [
    (HEADER_TABLE_SIZE, 0), (HEADER_TABLE_SIZE, 0xFFFFFFFF), (ENABLE_PUSH, 0), (ENABLE_PUSH, 1),
    (MAX_CONCURRENT_STREAMS, 0), (INITIAL_WINDOW_SIZE, 0x7FFFFFFF), (MAX_FRAME_SIZE, 16384),
    (MAX_FRAME_SIZE, 16777215), (MAX_HEADER_LIST_SIZE, 100000), (0xFF, 1), (0xFFFF, 0xFFFFFFFF),
], ids=str)
def test_a_possible_or_unknown_setting_is_taken(peer, setting):
    before = peer.acknowledged
    peer.send(SETTINGS, payload=settings([setting]))
    peer.until(lambda _: peer.acknowledged == before + 1, "the ACK")
    assert peer.get().status


def test_a_response_keeps_to_the_header_table_size_of_the_client(dial):
    peer = dial(initial=[(HEADER_TABLE_SIZE, 0)])
    peer.decoder.max_allowed_table_size = 0
    for stream in (1, 3, 5):
        assert peer.get(stream).status


# §6.6 PUSH_PROMISE


def test_push_promise_from_a_client_is_a_protocol_error(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(PUSH_PROMISE, END_HEADERS, 1, u32(2) + block(request()))
    assert peer.closed_with(PROTOCOL_ERROR)


# §6.7 PING


def test_a_ping_is_answered_with_the_same_bytes(peer):
    peer.send(PING, payload=b"\x01\x02\x03\x04\xfe\xfd\xfc\xfb")
    peer.until(lambda f: f.type == PING and f.flags == ACK and f.payload == b"\x01\x02\x03\x04\xfe\xfd\xfc\xfb", "it")


def test_the_answer_to_a_ping_is_not_answered(peer):
    peer.send(PING, ACK, payload=b"unasked!")
    peer.send(PING, payload=b"question")
    answer = peer.until(lambda f: f.type == PING, "a PING")
    assert answer.payload == b"question"


def test_a_ping_on_a_stream_is_a_protocol_error(peer):
    peer.send(PING, stream=1, payload=bytes(8))
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [b"", bytes(6), bytes(9)])
def test_a_ping_of_another_length_is_a_frame_size_error(peer, payload):
    peer.send(PING, payload=payload)
    assert peer.closed_with(FRAME_SIZE_ERROR)


# §6.8 GOAWAY


def test_goaway_on_a_stream_is_a_protocol_error(peer):
    peer.send(GOAWAY, stream=1, payload=u32(0) + u32(0))
    assert peer.closed_with(PROTOCOL_ERROR)


def test_goaway_that_is_too_short_is_a_frame_size_error(peer):
    peer.send(GOAWAY, payload=bytes(7))
    assert peer.closed_with(FRAME_SIZE_ERROR)


@pytest.mark.parametrize("code", [NO_ERROR, 0xFF])
def test_after_the_clients_goaway_open_streams_are_still_answered(peer, code):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(GOAWAY, payload=u32(0) + u32(code) + b"debug data")
    peer.data(1, b"rest")
    assert peer.response(1).status


# §6.9 WINDOW_UPDATE


def test_an_increment_of_zero_for_the_connection_is_a_protocol_error(peer):
    peer.send(WINDOW_UPDATE, payload=u32(0))
    assert peer.closed_with(PROTOCOL_ERROR)


def test_the_reserved_bit_of_an_increment_is_ignored(peer):
    peer.send(WINDOW_UPDATE, payload=u32(0x80000001))
    assert peer.is_alive()
    peer.send(WINDOW_UPDATE, payload=u32(0x80000000))
    assert peer.closed_with(PROTOCOL_ERROR)


def test_an_increment_of_zero_for_a_stream_is_a_protocol_error(peer):
    peer.headers(1, POSTING, end_stream=False)
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(0))
    assert peer.refused_with(1, PROTOCOL_ERROR)


@pytest.mark.parametrize("payload", [bytes(3), bytes(5)])
def test_a_window_update_of_another_length_is_a_frame_size_error(peer, payload):
    peer.send(WINDOW_UPDATE, payload=payload)
    assert peer.closed_with(FRAME_SIZE_ERROR)


# §6.10 CONTINUATION


def test_a_header_block_may_come_in_several_continuations(peer):
    fields = block(request("GET", "/", ("x-one", "1"), ("x-two", "2")))
    peer.headers(1, fields[:10], end_headers=False)
    peer.send(CONTINUATION, 0, 1, fields[10:30])
    peer.send(CONTINUATION, 0, 1, b"")
    peer.send(CONTINUATION, END_HEADERS, 1, fields[30:])
    assert peer.response(1).status


def test_parts_of_a_header_block_may_be_empty(peer):
    peer.headers(1, b"", end_headers=False)
    peer.send(CONTINUATION, 0, 1, b"")
    peer.send(CONTINUATION, 0, 1, block(request()))
    peer.send(CONTINUATION, END_HEADERS, 1, b"")
    assert peer.response(1).status


def test_undefined_flags_of_a_continuation_are_ignored(peer):
    peer.headers(1, request(), end_headers=False)
    peer.send(CONTINUATION, 0xFF, 1, b"")
    assert peer.response(1).status


def test_a_header_block_may_be_cut_after_every_byte(peer):
    fields = block(request("GET", "/", ("x-one", "a" * 60)))
    peer.headers(1, b"", end_headers=False)
    for byte in fields[:-1]:
        peer.send(CONTINUATION, 0, 1, bytes([byte]))
    peer.send(CONTINUATION, END_HEADERS, 1, fields[-1:])
    assert peer.response(1).status


def test_continuation_on_stream_zero_is_a_protocol_error(peer):
    peer.headers(1, block(request())[:10], end_headers=False)
    peer.send(CONTINUATION, END_HEADERS, 0, b"")
    assert peer.closed_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("before", [
    lambda p: p.headers(1, POSTING, end_stream=False),
    lambda p: (p.headers(1, POSTING, end_stream=False, end_headers=False), p.send(CONTINUATION, END_HEADERS, 1, b"")),
    lambda p: (p.headers(1, POSTING, end_stream=False), p.data(1, b"x", end_stream=False)),
], ids=["HEADERS with END_HEADERS", "CONTINUATION with END_HEADERS", "DATA"])
def test_a_continuation_that_continues_nothing_is_a_protocol_error(peer, before):
    before(peer)
    peer.send(CONTINUATION, END_HEADERS, 1, block([("x", "y")]))
    assert peer.closed_with(PROTOCOL_ERROR)
