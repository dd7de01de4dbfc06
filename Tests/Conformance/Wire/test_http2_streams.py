"""RFC 9113 §5: stream states, identifiers, concurrency; §5.5 extensions."""

import pytest
from frames import *


def half_closed_remote(peer):
    """Stream 1, ended by us and not yet by the server: no window for the response's body."""
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 0)]))
    peer.headers(1, request())
    peer.until(lambda f: f.type == HEADERS, "the response's headers")


def closed(peer):
    """Stream 1, ended by both."""
    peer.get(1)


def reset_by_us(peer):
    """Stream 1, ended by our RST_STREAM."""
    peer.headers(1, request("POST"), end_stream=False)
    peer.send(RST_STREAM, stream=1, payload=u32(CANCEL))


# §5.1 idle


@pytest.mark.parametrize("send", [
    lambda p: p.data(1, b"test"),
    lambda p: p.send(RST_STREAM, stream=1, payload=u32(CANCEL)),
    lambda p: p.send(WINDOW_UPDATE, stream=1, payload=u32(100)),
    lambda p: p.send(CONTINUATION, END_HEADERS, 1, block(request())),
], ids=["DATA", "RST_STREAM", "WINDOW_UPDATE", "CONTINUATION"])
def test_on_an_idle_stream_it_is_a_protocol_error(peer, send):
    send(peer)
    assert peer.closed_with(PROTOCOL_ERROR)


def test_priority_on_an_idle_stream_is_ignored(peer):
    peer.send(PRIORITY, stream=1, payload=u32(0) + b"\x0f")
    assert peer.get(1).status


# §5.1 half-closed (remote)


@pytest.mark.parametrize("send", [
    lambda p: p.data(1, b"test"),
    lambda p: p.headers(1, request()),
    lambda p: p.headers(1, [("x-late", "trailer")]),
], ids=["DATA", "HEADERS", "trailers"])
def test_on_a_half_closed_stream_it_is_stream_closed(peer, send):
    half_closed_remote(peer)
    send(peer)
    assert peer.refused_with(1, STREAM_CLOSED)


def test_continuation_on_a_half_closed_stream_is_an_error(peer):
    half_closed_remote(peer)
    peer.send(CONTINUATION, END_HEADERS, 1, block([("x", "y")]))
    assert peer.closed_with(PROTOCOL_ERROR, STREAM_CLOSED)


def test_window_update_on_a_half_closed_stream_lets_the_response_go_on(peer):
    half_closed_remote(peer)
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(65535))
    assert peer.response(1).body


def test_priority_on_a_half_closed_stream_is_ignored(peer):
    half_closed_remote(peer)
    peer.send(PRIORITY, stream=1, payload=u32(0) + b"\x0f")
    assert peer.is_alive()


def test_rst_stream_on_a_half_closed_stream_ends_it(peer):
    half_closed_remote(peer)
    peer.send(RST_STREAM, stream=1, payload=u32(CANCEL))
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(65535))
    assert peer.is_alive()
    assert peer.responses[1].body == b""


# §5.1 closed


@pytest.mark.parametrize("send", [
    lambda p: p.data(1, b"test"),
    lambda p: p.headers(1, request()),
], ids=["DATA", "HEADERS"])
def test_on_a_closed_stream_it_is_stream_closed(peer, send):
    closed(peer)
    send(peer)
    assert peer.refused_with(1, STREAM_CLOSED)


@pytest.mark.parametrize("send", [
    lambda p: p.data(1, b"test"),
    lambda p: p.headers(1, request()),
], ids=["DATA", "HEADERS"])
def test_after_our_own_reset_it_is_stream_closed(peer, send):
    reset_by_us(peer)
    send(peer)
    assert peer.refused_with(1, STREAM_CLOSED)


@pytest.mark.parametrize("state", [closed, reset_by_us])
def test_continuation_on_a_closed_stream_is_an_error(peer, state):
    state(peer)
    peer.send(CONTINUATION, END_HEADERS, 1, block([("x", "y")]))
    assert peer.closed_with(PROTOCOL_ERROR, STREAM_CLOSED)


@pytest.mark.parametrize("late", [
    frame(WINDOW_UPDATE, stream=1, payload=u32(100)),
    frame(PRIORITY, stream=1, payload=u32(0) + b"\x0f"),
    frame(RST_STREAM, stream=1, payload=u32(CANCEL)),
], ids=["WINDOW_UPDATE", "PRIORITY", "RST_STREAM"])
def test_on_a_closed_stream_it_is_ignored(peer, late):
    closed(peer)
    peer.send_raw(late)
    assert peer.is_alive()
    assert peer.get(3).status


# §5.1.1 Stream identifiers


def test_a_stream_of_even_id_is_a_protocol_error(peer):
    peer.headers(2, request())
    assert peer.closed_with(PROTOCOL_ERROR)


def test_a_stream_id_below_one_that_was_used_is_a_protocol_error(peer):
    assert peer.get(5).status
    peer.headers(3, request())
    assert peer.closed_with(PROTOCOL_ERROR)


def test_the_last_stream_id_can_be_used_and_none_after_it(peer):
    peer.headers(0x7FFFFFFF, request())
    assert peer.response(0x7FFFFFFF).status
    peer.headers(5, request())
    assert peer.closed_with(PROTOCOL_ERROR)


def test_stream_ids_may_be_skipped(peer):
    for stream in (1, 7, 1001, 0x7FFFFFFF):
        assert peer.get(stream).status


# §5.1.2 Concurrency


def test_the_stream_above_the_limit_is_refused_and_the_others_are_not(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 0)])
    limit = peer.server_settings[MAX_CONCURRENT_STREAMS]
    for index in range(limit + 1):
        peer.headers(2 * index + 1, request())
    last = 2 * limit + 1
    assert peer.reset_with(last, REFUSED_STREAM, PROTOCOL_ERROR)
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 65535)]))
    assert peer.response(1).body
    assert peer.response(last - 2).body


def test_a_stream_that_ended_makes_room_for_another(peer):
    limit = peer.server_settings[MAX_CONCURRENT_STREAMS]
    peer.send(WINDOW_UPDATE, payload=u32(1 << 24))
    for index in range(3 * limit):
        peer.headers(2 * index + 1, request())
        if index % 100 == 99:
            peer.response(2 * index + 1)
    assert all(peer.response(2 * index + 1).status for index in range(3 * limit))


# §5.3 Priority: deprecated, parsed and ignored


@pytest.mark.parametrize("dependency", [u32(0) + b"\x00", u32(0) + b"\xff", u32(0x80000000) + b"\x0f", u32(9) + b"\x0f"],
                         ids=["lightest", "heaviest", "exclusive", "on an idle stream"])
def test_headers_with_priority_are_taken(peer, dependency):
    peer.headers(1, request(), flags=HAS_PRIORITY, prefix=dependency)
    assert peer.response(1).status


def test_headers_that_depend_on_themselves_are_a_protocol_error(peer):
    peer.headers(1, request(), flags=HAS_PRIORITY, prefix=u32(1) + b"\x0f")
    assert peer.refused_with(1, PROTOCOL_ERROR)


def test_a_priority_frame_that_depends_on_itself_is_a_protocol_error(peer):
    peer.send(PRIORITY, stream=3, payload=u32(3) + b"\x0f")
    assert peer.refused_with(3, PROTOCOL_ERROR)


# §5.5 Extending HTTP/2


def test_an_unknown_frame_on_a_stream_is_ignored(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.send(0xF1, 0xFF, 1, b"extension")
    peer.data(1)
    assert peer.response(1).status
