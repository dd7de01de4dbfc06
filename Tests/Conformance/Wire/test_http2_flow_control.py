"""RFC 9113 §5.2 and §6.9: windows, their changes and their overflow."""

import pytest
from frames import *


def test_a_window_of_one_byte_gets_one_byte(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 1)])
    peer.headers(1, request())
    peer.until(lambda f: f.type == DATA, "DATA")
    assert peer.is_alive()
    assert len(peer.responses[1].body) == 1


def test_a_response_can_be_read_byte_by_byte(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 0)])
    peer.headers(1, request())
    while 1 not in peer.ended:
        peer.send(WINDOW_UPDATE, stream=1, payload=u32(1))
        peer.read_frame()
    assert peer.response(1).body == dial().get().body


def test_several_values_of_a_setting_are_taken_in_order(peer):
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 100), (INITIAL_WINDOW_SIZE, 1)]))
    peer.headers(1, request())
    peer.until(lambda f: f.type == DATA, "DATA")
    assert peer.is_alive()
    assert len(peer.responses[1].body) == 1


def test_a_larger_initial_window_applies_to_open_streams(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 0)])
    peer.headers(1, request())
    peer.until(lambda f: f.type == HEADERS, "the headers")
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 1)]))
    assert len(peer.until(lambda f: f.type == DATA, "DATA").payload) == 1


def test_a_window_may_become_negative_and_is_obeyed(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 3)])
    peer.headers(1, request())
    peer.until(lambda f: f.type == DATA, "DATA")
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 2)]))
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(1))
    assert peer.is_alive()
    assert len(peer.responses[1].body) == 3
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(1))
    assert len(peer.until(lambda f: f.type == DATA, "DATA").payload) == 1


def test_the_connection_window_holds_for_all_streams_together(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 1 << 20)])
    size = len(peer.get(1).body)
    asked = 65535 // size + 50
    for index in range(1, asked + 1):
        peer.headers(2 * index + 1, request())
    peer.is_alive()
    received = sum(len(answer.body) for answer in peer.responses.values())
    assert received <= 65535
    peer.send(WINDOW_UPDATE, payload=u32(1 << 20))
    assert all(peer.response(2 * index + 1).body for index in range(1, asked + 1))


def test_window_updates_up_to_the_largest_window_are_taken(peer):
    peer.send(WINDOW_UPDATE, payload=u32(0x7FFFFFFF - 65535))
    peer.headers(1, request("POST"), end_stream=False)
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(0x7FFFFFFF - 65535))
    peer.data(1)
    assert peer.response(1).status


def test_the_largest_initial_window_is_taken_and_one_byte_more_is_not(dial):
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 0x7FFFFFFF)])
    assert peer.get(1).status
    peer.headers(3, request("POST"), end_stream=False)
    peer.send(WINDOW_UPDATE, stream=3, payload=u32(1))
    assert peer.reset_with(3, FLOW_CONTROL_ERROR)


@pytest.mark.parametrize("increments", [[0x7FFFFFFF], [0x7FFFFFFF - 65535, 1]], ids=str)
def test_an_overflow_of_the_connection_window_is_a_flow_control_error(peer, increments):
    for increment in increments:
        peer.send(WINDOW_UPDATE, payload=u32(increment))
    assert peer.closed_with(FLOW_CONTROL_ERROR)


@pytest.mark.parametrize("increments", [[0x7FFFFFFF], [0x7FFFFFFF - 65535, 1]], ids=str)
def test_an_overflow_of_a_stream_window_resets_the_stream(peer, increments):
    peer.headers(1, request("POST"), end_stream=False)
    for increment in increments:
        peer.send(WINDOW_UPDATE, stream=1, payload=u32(increment))
    assert peer.reset_with(1, FLOW_CONTROL_ERROR)


def test_an_overflow_by_a_change_of_the_initial_window_is_a_flow_control_error(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.send(WINDOW_UPDATE, stream=1, payload=u32(0x7FFFFFFF - 65535))
    peer.send(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 65536)]))
    assert peer.refused_with(1, FLOW_CONTROL_ERROR)


def test_data_beyond_the_servers_window_is_a_flow_control_error(peer):
    peer.headers(1, request("POST", "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
                            ("content-type", "application/grpc"), ("te", "trailers")), end_stream=False)
    # The handler takes messages as they come, so only what is sent in one go can be too much.
    peer.send_raw(frame(DATA, 0, 1, bytes(16384)) * 4096)
    assert peer.goaway in (None, FLOW_CONTROL_ERROR)


def test_a_large_upload_gets_its_windows_back(peer):
    window = peer.server_settings.get(INITIAL_WINDOW_SIZE, 65535)
    stream_window = window
    sent = 0
    peer.headers(1, request("POST"), end_stream=False)
    while sent < 4 * window:
        size = min(16384, peer.window, stream_window)
        if size <= 0:
            update = peer.until(lambda f: f.type == WINDOW_UPDATE, "WINDOW_UPDATE")
            stream_window += int.from_bytes(update.payload, "big") if update.stream else 0
            continue
        peer.data(1, bytes(size), end_stream=False)
        sent += size
        stream_window -= size
    peer.data(1)
    assert peer.response(1).status


@pytest.mark.parametrize("ending", ["reset", "refused"])
def test_data_of_streams_that_are_over_does_not_use_up_the_connection_window(peer, ending):
    """More than the whole connection window in DATA that nobody takes; an honest upload afterwards still works."""
    stream = 1
    for _ in range(300):
        while peer.window < 16384:
            peer.until(lambda f: f.type == WINDOW_UPDATE, "WINDOW_UPDATE")
        fields = request("POST") if ending == "reset" else request(
            "POST", "/no.Such/Method", ("content-type", "application/grpc"), ("te", "trailers"))
        peer.headers(stream, fields, end_stream=False)
        peer.data(stream, bytes(16384), end_stream=False)
        if ending == "reset":
            peer.send(RST_STREAM, stream=stream, payload=u32(CANCEL))
        stream += 2
    assert peer.get(stream).status
