"""gRPC over HTTP/2, the request's headers: what is served, and how the rest is refused."""

import pytest
from frames import *
from grpc_calls import *


@pytest.mark.parametrize("content_type", [
    "application/grpc", "application/grpc+proto", "application/grpc;charset=utf-8", "application/grpc+proto;x=y",
    "Application/gRPC",
])
def test_the_content_types_of_grpc_are_served(peer, content_type):
    answer = call(peer, 1, content_type=content_type)
    assert (answer.status, answer.grpc_status) == ("200", OK)
    assert answer.value("content-type").startswith("application/grpc")


@pytest.mark.parametrize("content_type", [
    "application/grpcfoo", "application/grpc-web", "application/json", "text/plain", "application/grp", "", None,
])
def test_another_content_type_is_415(peer, content_type):
    answer = call(peer, 1, content_type=content_type)
    assert answer.status == "415"
    assert check(peer, 3)


def test_host_does_for_an_authority(peer):
    answer = call_with(peer, 1, [*without(head(CHECK), ":authority"), ("host", "archive.test")])
    assert (answer.status, answer.grpc_status) == ("200", OK)
    assert check(peer, 3)


def test_a_request_names_an_authority_or_a_host(peer):
    answer = call_with(peer, 1, without(head(CHECK), ":authority"))
    assert answer.reset == PROTOCOL_ERROR
    assert check(peer, 3)


def test_the_authority_may_be_the_path_of_a_socket(peer):
    fields = [(name, "unix:///run/matiane.sock" if name == ":authority" else value) for name, value in head(CHECK)]
    assert call_with(peer, 1, fields).grpc_status == OK
    assert check(peer, 3)


def call_with(peer, stream, fields):
    """A call with just these fields, and its answer."""
    peer.headers(stream, fields, end_stream=False)
    peer.data(stream, message())
    return peer.response(stream)


def test_a_request_without_te_is_not_served(peer):
    answer = call(peer, 1, te=None)
    assert answer.grpc_status != OK
    assert check(peer, 3)


@pytest.mark.parametrize("method", ["GET", "PUT", "OPTIONS"])
def test_a_method_other_than_post_is_405(peer, method):
    peer.headers(1, [(":method", method), *without(head(CHECK), ":method")])
    assert peer.response(1).status == "405"
    assert check(peer, 3)


@pytest.mark.parametrize("path", [
    "/grpc.health.v1.Health/Nope", "/no.Such/Check", "/grpc.health.v1.Health", "/grpc.health.v1.Health/", "/", "//",
    "/grpc.health.v1.Health/Check/", "/grpc.health.v1.health/Check", "/a" * 2000,
])
def test_an_unknown_method_is_unimplemented(peer, path):
    answer = call(peer, 1, path)
    assert (answer.status, answer.grpc_status) == ("200", UNIMPLEMENTED)
    assert check(peer, 3)


def test_a_refusal_is_one_header_block_with_the_end_of_the_stream(peer):
    peer.headers(1, head("/no.Such/Method"), end_stream=False)
    peer.data(1, message())
    answer = peer.until(lambda f: f.stream == 1, "the answer")
    assert answer.type == HEADERS and answer.flags & END_STREAM


def test_a_message_in_any_script_is_percent_encoded(peer):
    from urllib.parse import unquote
    answer = call(peer, 1, CHECK, message(), ("grpc-timeout", "დრო время %41"))
    text = answer.value("grpc-message")
    assert all(" " <= letter <= "~" for letter in text)
    assert unquote(text).find("დრო время %41") >= 0


# Timeouts


@pytest.mark.parametrize("timeout", ["1H", "1M", "10S", "10000m", "9999999u", "99999999n", "99999999H", "99999999M",
                                     "99999999S", "99999999m", "00000010S"])
def test_a_timeout_in_any_unit_is_taken(peer, timeout):
    answer = call(peer, 1, CHECK, message(), ("grpc-timeout", timeout))
    # A hundred milliseconds may pass on a busy machine; no other outcome is right.
    assert answer.grpc_status == OK or timeout == "99999999n" and answer.grpc_status == DEADLINE_EXCEEDED


@pytest.mark.parametrize("timeout", ["0n", "0S", "00000000H"])
def test_a_timeout_of_zero_has_passed(peer, timeout):
    assert call(peer, 1, CHECK, message(), ("grpc-timeout", timeout)).grpc_status == DEADLINE_EXCEEDED
    assert check(peer, 3)


@pytest.mark.parametrize("timeout", ["", "1", "S", "1s", "1x", "-1S", "+1S", "100000000S", "1 S", "1.5S", "0x1S", "1SS"])
def test_a_malformed_timeout_is_an_error_of_the_call(peer, timeout):
    assert call(peer, 1, CHECK, message(), ("grpc-timeout", timeout)).grpc_status == INTERNAL
    assert check(peer, 3)


@pytest.mark.parametrize("path", [WATCH, CHAT])
@pytest.mark.parametrize("timeout", ["1n", "1u", "50m"])
def test_a_deadline_ends_an_idle_call(peer, path, timeout):
    peer.headers(1, head(path, ("grpc-timeout", timeout)), end_stream=False)
    peer.data(1, message(LIST_SERVICES if path == CHAT else b""), end_stream=path == WATCH)
    assert peer.response(1).grpc_status == DEADLINE_EXCEEDED
    assert check(peer, 3)


def test_a_deadline_ends_a_call_whose_request_never_comes(peer):
    peer.headers(1, head(CHECK, ("grpc-timeout", "50m")), end_stream=False)
    assert peer.response(1).grpc_status == DEADLINE_EXCEEDED
    assert check(peer, 3)


# The end of a call


def test_the_end_of_a_call_without_responses_needs_no_window(dial):
    """Only DATA is flow-controlled (RFC 9113 §5.2.1)."""
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, 0)])
    peer.headers(1, head(CHAT), end_stream=False)
    peer.data(1)
    assert peer.response(1).grpc_status == OK
    assert peer.responses[1].reset is None


def test_the_end_of_a_call_does_not_wait_for_the_window_that_its_last_response_has_filled(dial):
    size = len(list_of_services(dial()))
    peer = dial(initial=[(INITIAL_WINDOW_SIZE, size)])
    peer.headers(1, head(CHAT), end_stream=False)
    peer.data(1, message(LIST_SERVICES), end_stream=False)
    peer.until(lambda f: f.type == DATA and len(peer.responses[1].body) == size, "the response")
    peer.data(1)
    assert peer.response(1).grpc_status == OK


def list_of_services(peer):
    return call(peer, 1, CHAT, message(LIST_SERVICES)).body


# Metadata


@pytest.mark.parametrize("value", ["AAECAw==", "AAECAw", "AAECAwQ", "", "AAEC,AwQF", "AAECAw==,BAUG", "AAECAw, BAUG"])
def test_binary_metadata_is_read_padded_unpadded_and_joined(peer, value):
    assert call(peer, 1, CHECK, message(), ("trace-bin", value)).grpc_status == OK


@pytest.mark.parametrize("value", ["!!!", "A", "AAEC=Aw", "AA=C", "===="])
def test_binary_metadata_that_is_no_base64_is_an_error_of_the_call(peer, value):
    assert call(peer, 1, CHECK, message(), ("trace-bin", value)).grpc_status == INTERNAL
    assert check(peer, 3)


def test_reserved_and_unknown_fields_are_ignored(peer):
    answer = call(peer, 1, CHECK, message(), ("grpc-previous-rpc-attempts", "3"), ("grpc-future", "x"),
                  ("grpc-trace-bin", "AAEC"), ("user-agent", "raw/1"), ("x-empty", ""))
    assert answer.grpc_status == OK


def test_the_limit_of_header_lists_is_advertised_and_kept_to(peer):
    limit = peer.server_settings[MAX_HEADER_LIST_SIZE]
    fields = head(CHECK)
    used = sum(len(name) + len(value) + 32 for name, value in fields)
    fits = ("x-fill", "a" * (limit - used - 32 - len("x-fill")))
    assert call(peer, 1, CHECK, message(), fits).grpc_status == OK
    assert call(peer, 3, CHECK, message(), (fits[0], fits[1] + "a")).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 5)


@pytest.mark.parametrize("place", [0, 4, 6])
def test_headers_over_the_limit_are_resource_exhausted_wherever_they_stand(peer, place):
    fields = head(CHECK)
    fields[max(place, 4):max(place, 4)] = [(f"x-{index}", "a" * 500) for index in range(100)]
    encoded = block(fields)
    peer.headers(1, encoded[:16384], end_stream=False, end_headers=False)
    for offset in range(16384, len(encoded), 16384):
        last = offset + 16384 >= len(encoded)
        peer.send(CONTINUATION, END_HEADERS if last else 0, 1, encoded[offset : offset + 16384])
    peer.data(1, message())
    assert peer.response(1).grpc_status == RESOURCE_EXHAUSTED
    assert check(peer, 3)


# Compression


def test_an_unknown_encoding_is_unimplemented_and_told_the_known_ones(peer):
    answer = call(peer, 1, CHECK, message(b"", flag=1), ("grpc-encoding", "snappy"))
    assert answer.grpc_status == UNIMPLEMENTED
    assert {"identity", "gzip", "deflate"} <= set(answer.value("grpc-accept-encoding").replace(" ", "").split(","))


@pytest.mark.parametrize("encoding, pack", [("gzip", gzip), ("deflate", zlib.compress)])
@pytest.mark.parametrize("service", ["", "no.such.service" * 200])
def test_compressed_messages_are_read(peer, encoding, pack, service):
    body = message(pack(field(1, service.encode()) if service else b""), flag=1)
    answer = call(peer, 1, CHECK, body, ("grpc-encoding", encoding))
    assert answer.grpc_status == (NOT_FOUND if service else OK)


def test_a_gzip_message_may_have_several_members(peer):
    body = field(1, b"no.such.service")
    packed = gzip(body[:5]) + gzip(b"") + gzip(body[5:])
    assert call(peer, 1, CHECK, message(packed, flag=1), ("grpc-encoding", "gzip")).grpc_status == NOT_FOUND


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "identity"])
def test_a_message_may_be_plain_whatever_the_encoding(peer, encoding):
    assert call(peer, 1, CHECK, message(), ("grpc-encoding", encoding)).grpc_status == OK


@pytest.mark.parametrize("more", [(), (("grpc-encoding", "identity"),)])
@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_a_compressed_message_without_an_encoding_is_internal(peer, path, more):
    assert call(peer, 1, path, message(gzip(b""), flag=1), *more).grpc_status == INTERNAL
    assert check(peer, 3)


@pytest.mark.parametrize("packed", [b"", b"no gzip", gzip(b"")[:-3], gzip(b"")[:-8] + bytes(8), gzip(b"") + b"x"])
@pytest.mark.parametrize("path", [CHECK, CHAT])
def test_a_damaged_compressed_message_is_internal(peer, path, packed):
    damaged = packed if packed[-8:] != bytes(8) else packed[:-8] + b"\x01" * 8
    assert call(peer, 1, path, message(damaged, flag=1), ("grpc-encoding", "gzip")).grpc_status == INTERNAL
    assert check(peer, 3)


@pytest.mark.parametrize("offered", [None, "identity", "snappy", "gzip", "gzip,deflate,identity"])
def test_a_response_is_compressed_only_as_was_offered(peer, offered):
    more = [("grpc-accept-encoding", offered)] if offered else []
    peer.headers(1, head(CHAT, *more), end_stream=False)
    peer.data(1, message(LIST_SERVICES))
    answer = peer.response(1)
    used = answer.value("grpc-encoding") or "identity"
    assert used in ["identity", *(offered or "").split(",")]
    assert all(flag == 0 for flag, _ in messages(answer.body)) or used != "identity"
