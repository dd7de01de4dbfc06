"""gRPC over HTTP/2, messages: how they are cut, counted, ended and limited."""

import pytest
from frames import *
from grpc_calls import *

LIMIT = 4 * 1024 * 1024


def sized(total):
    """A HealthCheckRequest of exactly so many bytes."""
    service = b"s" * total
    while len(field(1, service)) > total:
        service = service[:-1]
    assert len(field(1, service)) == total
    return field(1, service)


def upload(peer, stream, body, end_stream=True):
    """Sends content within the server's windows."""
    window = peer.server_settings.get(INITIAL_WINDOW_SIZE, 65535)
    for offset in range(0, len(body), 16384):
        piece = body[offset : offset + 16384]
        while stream not in peer.ended and (peer.window < len(piece) or window < len(piece)):
            update = peer.until(
                lambda f: f.type == WINDOW_UPDATE or stream in peer.ended, "room or an answer")
            if update.type == WINDOW_UPDATE and update.stream == stream:
                window += int.from_bytes(update.payload, "big")
        if stream in peer.ended:
            return
        window -= len(piece)
        peer.data(stream, piece, end_stream=end_stream and offset + 16384 >= len(body))


# The shape of an answer


def test_an_answer_is_headers_data_and_trailers(peer):
    peer.headers(1, head(CHECK), end_stream=False)
    peer.data(1, message())
    kinds = []
    while 1 not in peer.ended:
        kinds.append(peer.until(lambda f: f.stream == 1, "the answer"))
    assert [frame.type for frame in kinds] == [HEADERS, DATA, HEADERS]
    assert [frame.ends_stream for frame in kinds] == [False, False, True]
    answer = peer.response(1)
    assert answer.headers[0] == (":status", "200")
    assert ("grpc-status", "0") in answer.trailers
    assert not any(name.startswith(":") for name, _ in answer.trailers)


# Cuts


def test_a_message_may_come_byte_by_byte(peer):
    body = message(field(1, b"grpc.health.v1.Health"))
    peer.headers(1, head(CHECK), end_stream=False)
    for byte in body:
        peer.data(1, bytes([byte]), end_stream=False)
    peer.data(1)
    assert peer.response(1).grpc_status in (OK, NOT_FOUND)


def test_a_call_may_be_cut_by_the_network_after_every_byte(peer):
    fields = block(head(CHECK))
    for byte in frame(HEADERS, END_HEADERS, 1, fields) + frame(DATA, END_STREAM, 1, message()):
        peer.send_raw(bytes([byte]))
    assert peer.response(1).grpc_status == OK


def test_a_frame_may_hold_many_messages_and_the_beginning_of_another(peer):
    bodies = message(LIST_SERVICES) * 10
    peer.headers(1, head(CHAT), end_stream=False)
    peer.data(1, bodies[:-3], end_stream=False)
    peer.data(1, bodies[-3:])
    answer = peer.response(1)
    assert answer.grpc_status == OK
    assert len(messages(answer.body)) == 10


def test_padding_and_empty_frames_are_no_part_of_messages(peer):
    body = message(LIST_SERVICES)
    peer.headers(1, head(CHAT), end_stream=False)
    for index in range(len(body)):
        peer.send(DATA, PADDED, 1, b"\x03" + body[index : index + 1] + bytes(3))
        peer.data(1, b"", end_stream=False)
    peer.data(1)
    assert len(messages(peer.response(1).body)) == 1


# Ends


def test_an_empty_message_is_a_message(peer):
    assert check(peer, 1)


def test_the_end_of_the_stream_may_come_in_an_empty_frame(peer):
    peer.headers(1, head(CHECK), end_stream=False)
    peer.data(1, message(), end_stream=False)
    peer.data(1)
    assert peer.response(1).grpc_status == OK


def test_the_end_of_the_stream_may_come_in_trailers(peer):
    peer.headers(1, head(CHECK), end_stream=False)
    peer.data(1, message(), end_stream=False)
    peer.headers(1, [("x-request", "trailer")])
    assert peer.response(1).grpc_status == OK


def test_a_streaming_call_may_end_with_its_headers(peer):
    peer.headers(1, head(CHAT), end_stream=True)
    answer = peer.response(1)
    assert (answer.grpc_status, answer.body) == (OK, b"")


def test_a_conversation_goes_on_after_each_answer(peer):
    peer.headers(1, head(CHAT), end_stream=False)
    for count in range(1, 5):
        peer.data(1, message(LIST_SERVICES), end_stream=False)
        while len(messages_so_far(peer, 1)) < count:
            peer.read_frame()
    peer.data(1)
    assert peer.response(1).grpc_status == OK


def messages_so_far(peer, stream):
    answer = peer.responses.get(stream)
    try:
        return messages(answer.body) if answer else []
    except (AssertionError, ValueError):
        return []


@pytest.mark.parametrize("path", [CHECK, WATCH])
def test_no_message_where_one_is_required_is_unimplemented(peer, path):
    peer.headers(1, head(path), end_stream=True)
    assert peer.response(1).grpc_status == UNIMPLEMENTED
    peer.headers(3, head(path), end_stream=False)
    peer.data(3)
    assert peer.response(3).grpc_status == UNIMPLEMENTED
    assert check(peer, 5)


@pytest.mark.parametrize("path", [CHECK, WATCH])
def test_two_messages_where_one_is_required_are_unimplemented(peer, path):
    assert call(peer, 1, path, message() * 2).grpc_status == UNIMPLEMENTED
    assert check(peer, 3)


@pytest.mark.parametrize("path", [CHECK, CHAT])
@pytest.mark.parametrize("body", [
    b"\x00", b"\x00\x00\x00\x00", message(b"", length=1), message(b"abc", length=4),
], ids=["1 byte", "4 bytes", "no content", "less content"])
def test_a_request_that_ends_in_a_message_is_internal(peer, path, body):
    assert call(peer, 1, path, body).grpc_status == INTERNAL
    assert check(peer, 3)


@pytest.mark.parametrize("tail", [b"\x00", b"\x00\x00\x00\x00\x05ab"])
def test_bytes_behind_the_only_message_are_an_error(peer, tail):
    assert call(peer, 1, CHECK, message() + tail).grpc_status in (INTERNAL, UNIMPLEMENTED)
    assert check(peer, 3)


@pytest.mark.parametrize("flag", [2, 3, 0x80, 0xFF])
@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_reserved_flags_are_internal(peer, path, flag):
    assert call(peer, 1, path, message(flag=flag)).grpc_status == INTERNAL
    assert check(peer, 3)


@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_bytes_that_are_no_message_are_internal(peer, path):
    assert call(peer, 1, path, message(b"\xff\xff\xff")).grpc_status == INTERNAL
    assert check(peer, 3)


# Limits


def test_a_message_of_exactly_the_limit_passes_and_one_byte_more_does_not(peer):
    peer.headers(1, head(CHECK), end_stream=False)
    upload(peer, 1, message(sized(LIMIT)))
    assert peer.response(1).grpc_status == NOT_FOUND
    peer.headers(3, head(CHECK), end_stream=False)
    upload(peer, 3, message(sized(LIMIT + 1)))
    assert peer.response(3).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 5)


@pytest.mark.parametrize("encoding, pack", [("gzip", gzip), ("deflate", zlib.compress)])
def test_a_message_may_inflate_to_exactly_the_limit(peer, encoding, pack):
    for stream, size, status in [(1, LIMIT, NOT_FOUND), (3, LIMIT + 1, RESOURCE_EXHAUSTED)]:
        body = message(pack(sized(size)), flag=1)
        assert call(peer, stream, CHECK, body, ("grpc-encoding", encoding)).grpc_status == status
    assert check(peer, 5)


@pytest.mark.parametrize("length", [LIMIT + 1, 0x7FFFFFFF, 0xFFFFFFFF])
@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_a_message_over_the_limit_is_refused_from_its_prefix_alone(peer, path, length):
    peer.headers(1, head(path), end_stream=False)
    peer.data(1, message(length=length), end_stream=False)
    assert peer.response(1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 3)


@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_a_message_that_inflates_to_more_than_the_limit_is_resource_exhausted(peer, path):
    packed = gzip(bytes(16 * LIMIT))
    peer.headers(1, head(path, ("grpc-encoding", "gzip")), end_stream=False)
    upload(peer, 1, message(packed, flag=1))
    assert peer.response(1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 3)


# Early answers and late frames


@pytest.mark.parametrize("path, body", [("/no.Such/Method", b""), (CHECK, message(length=0xFFFFFFFF))],
                         ids=["unknown method", "over the limit"])
def test_an_early_answer_is_trailers_then_a_reset_without_error(peer, path, body):
    peer.headers(1, head(path), end_stream=False)
    if body:
        peer.data(1, body, end_stream=False)
    peer.until(lambda f: f.type == RST_STREAM and f.stream == 1, "RST_STREAM")
    answer = peer.responses[1]
    assert answer.reset == NO_ERROR
    assert answer.grpc_status in (UNIMPLEMENTED, RESOURCE_EXHAUSTED)
    # What was on its way meanwhile is tolerated.
    for _ in range(3):
        peer.data(1, bytes(1000), end_stream=False)
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(10))
    peer.headers(1, [("x-late", "trailer")])
    peer.send(RST_STREAM, stream=1, payload=u32(CANCEL))
    assert check(peer, 3)


def test_late_data_on_a_stream_that_was_refused_long_ago_is_tolerated(peer):
    for index in range(200):
        peer.headers(2 * index + 1, head("/no.Such/Method"), end_stream=False)
    peer.until(lambda f: f.type == RST_STREAM and f.stream == 399, "the last reset")
    for index in range(200):
        peer.data(2 * index + 1, b"late")
    assert check(peer, 1001)


def test_a_cancelled_stream_makes_room_for_others(peer):
    for index in range(300):
        peer.headers(2 * index + 1, head(WATCH), end_stream=False)
        peer.data(2 * index + 1, message())
        peer.send(RST_STREAM, stream=2 * index + 1, payload=u32(CANCEL))
    assert check(peer, 1001)


def test_calls_side_by_side_do_not_disturb_each_other(peer):
    streams = range(1, 401, 2)
    for stream in streams:
        peer.headers(stream, head(CHAT), end_stream=False)
    for _ in range(3):
        for stream in reversed(streams):
            peer.data(stream, message(LIST_SERVICES), end_stream=False)
            peer.send(WINDOW_UPDATE, payload=u32(4096))
    for stream in streams:
        peer.data(stream)
    answers = [peer.response(stream) for stream in streams]
    assert all(answer.grpc_status == OK and len(messages(answer.body)) == 3 for answer in answers)
