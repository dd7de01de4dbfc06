"""RFC 9113 §8: requests and responses, and what makes a request malformed."""

import pytest
from frames import *


# §8.1 Exchanges


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NOSUCHMETHOD"])
def test_a_method_other_than_post_is_405_with_a_line_of_text(peer, method):
    peer.headers(1, request(method))
    answer = peer.response(1)
    assert answer.status == "405"
    assert answer.value("allow") == "POST"
    assert len(answer.body) == int(answer.value("content-length"))
    assert answer.reset is None


def test_head_is_answered_without_content(peer):
    peer.headers(1, request("HEAD"))
    answer = peer.response(1)
    assert answer.status == "405"
    assert answer.body == b""


def test_connect_is_answered_at_once(peer):
    peer.headers(1, [(":method", "CONNECT"), (":authority", "test:443")], end_stream=False)
    assert peer.response(1).status == "405"
    assert peer.is_alive()


def test_a_post_without_content_type_is_415(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.data(1, b"test")
    assert peer.response(1).status == "415"


def test_a_post_of_several_frames_is_answered(peer):
    peer.headers(1, request("POST", "/", ("content-type", "text/plain")), end_stream=False)
    for _ in range(5):
        peer.data(1, b"test", end_stream=False)
    peer.data(1, b"")
    assert peer.response(1).status == "415"


def test_a_post_with_trailers_is_answered(peer):
    peer.headers(1, request("POST", "/", ("trailer", "x-trailer")), end_stream=False)
    peer.data(1, b"test", end_stream=False)
    peer.headers(1, [("x-trailer", "value")])
    assert peer.response(1).status == "415"


def test_a_post_that_does_not_end_is_answered_all_the_same(peer):
    peer.headers(1, request("POST", "/", ("content-type", "text/html")), end_stream=False)
    peer.data(1, b"test", end_stream=False)
    answer = peer.response(1)
    assert answer.status == "415"
    peer.reset_with(1, NO_ERROR)
    assert peer.is_alive()


def test_a_right_content_length_is_taken(peer):
    peer.headers(1, request("POST", "/", ("content-length", "8")), end_stream=False)
    peer.data(1, b"test", end_stream=False)
    peer.data(1, b"test")
    assert peer.response(1).status == "415"


def test_header_names_in_lower_case_with_any_token_character_are_taken(peer):
    peer.headers(1, request("GET", "/", ("x-!#$%&'*+.^_`|~9", "value"), ("x-empty", ""), ("cookie", "a=1"), ("cookie", "b=2")))
    assert peer.response(1).status


def test_te_trailers_is_taken(peer):
    peer.headers(1, request("GET", "/", ("te", "trailers")))
    assert peer.response(1).status


def test_a_second_header_block_without_end_stream_is_malformed(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.headers(1, [("x-test", "ok")], end_stream=False)
    assert peer.refused_with(1, PROTOCOL_ERROR)


# §8.2, §8.3 Malformed requests


MALFORMED = {
    "an upper-case name": request("GET", "/", ("X-TEST", "ok")),
    "an unknown pseudo-header": request("GET", "/", ) + [(":test", "ok")],
    "a pseudo-header of responses": request() + [(":status", "200")],
    "a pseudo-header after a regular one": [("x-test", "ok"), *request()],
    "the path after a regular one": [*without(request(), ":path"), ("x-test", "ok"), (":path", "/")],
    "connection": request("GET", "/", ("connection", "keep-alive")),
    "proxy-connection": request("GET", "/", ("proxy-connection", "keep-alive")),
    "keep-alive": request("GET", "/", ("keep-alive", "timeout=5")),
    "transfer-encoding": request("GET", "/", ("transfer-encoding", "chunked")),
    "upgrade": request("GET", "/", ("upgrade", "h2c")),
    "te other than trailers": request("GET", "/", ("te", "trailers, deflate")),
    "an empty path": request("GET", ""),
    "a path without a slash": request("GET", "nowhere"),
    "no method": without(request(), ":method"),
    "no scheme": without(request(), ":scheme"),
    "no path": without(request(), ":path"),
    "two methods": request() + [(":method", "GET")],
    "two schemes": request() + [(":scheme", "http")],
    "two paths": request() + [(":path", "/")],
    "a user in the authority": request("GET", "/", authority="user@test"),
    "a user and a password in the authority": request("GET", "/", authority="user:secret@test:443"),
    "an empty name": request("GET", "/", ("", "value")),
    "a space in a name": request("GET", "/", ("x test", "value")),
    "a colon in a name": request("GET", "/", ("x:test", "value")),
    "NUL in a value": request("GET", "/", ("x-test", b"a\x00b")),
    "CR in a value": request("GET", "/", ("x-test", b"a\rb")),
    "LF in a value": request("GET", "/", ("x-test", b"a\nb")),
    "a value that begins with a space": request("GET", "/", ("x-test", " a")),
    "a value that ends with a tab": request("GET", "/", ("x-test", "a\t")),
    "content-length that is no number": request("GET", "/", ("content-length", "abc")),
    "a negative content-length": request("GET", "/", ("content-length", "-1")),
    "two content-lengths that differ": request("GET", "/", ("content-length", "0"), ("content-length", "1")),
    "content-length without content": request("GET", "/", ("content-length", "1")),
}


@pytest.mark.parametrize("fields", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_request_is_a_stream_error(peer, fields):
    peer.headers(1, fields)
    assert peer.reset_with(1, PROTOCOL_ERROR)
    assert peer.get(3).status


@pytest.mark.parametrize("pieces", [[b"test"], [b"test", b"test"], [b"testtest", b"t"], []], ids=lambda p: str(len(p)))
def test_a_content_length_that_is_not_kept_is_malformed(peer, pieces):
    peer.headers(1, request("POST", "/", ("content-length", "7")), end_stream=False)
    for piece in pieces:
        peer.data(1, piece, end_stream=False)
    peer.data(1)
    assert peer.reset_with(1, PROTOCOL_ERROR)


@pytest.mark.parametrize("trailers", [[(":method", "GET")], [(":status", "200")], [("X-UPPER", "1")], [("connection", "close")]])
def test_malformed_trailers_are_a_stream_error(peer, trailers):
    peer.headers(1, request("POST"), end_stream=False)
    peer.data(1, b"test", end_stream=False)
    peer.headers(1, trailers)
    assert peer.reset_with(1, PROTOCOL_ERROR)
