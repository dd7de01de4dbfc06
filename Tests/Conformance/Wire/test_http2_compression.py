"""RFC 7541: every representation is read, every error is COMPRESSION_ERROR of the connection."""

import pytest
from frames import *

INDEXED_GET = b"\x82\x86\x84" + b"\x41" + text("test")  # :method GET, :scheme http, :path /, :authority


# What has to be read


@pytest.mark.parametrize("field", [
    b"\x90",  # accept-encoding: gzip, deflate, from the static table
    literal("x-new", "value", 0x40),
    b"\x7a" + text("curl"),  # user-agent by index, indexed
    literal("x-new", "value", 0x00),
    b"\x0f\x2b" + text("curl"),  # user-agent by index, not indexed
    literal("x-new", "value", 0x10),
    b"\x1f\x2b" + text("curl"),  # user-agent by index, never indexed
], ids=["indexed", "indexing, new name", "indexing, known name", "not indexed, new name", "not indexed, known name",
        "never indexed, new name", "never indexed, known name"])
def test_every_representation_is_read(peer, field):
    peer.headers(1, INDEXED_GET + field)
    assert peer.response(1).status


def test_an_entry_of_the_dynamic_table_is_found_again(peer):
    peer.headers(1, INDEXED_GET + literal("x-kept", "value", 0x40))
    assert peer.response(1).status
    peer.headers(3, b"\x82\x86\x84\xbf\xbe")
    assert peer.response(3).status


def test_huffman_strings_are_read(peer):
    # www.example.com of RFC 7541 C.4.1 as the authority
    peer.headers(1, b"\x82\x86\x84\x41\x8c" + bytes.fromhex("f1e3c2e5f23a6ba0ab90f4ff"))
    assert peer.response(1).status


@pytest.mark.parametrize("updates", [b"\x20", b"\x3f\x01", b"\x20\x3f\xe1\x1f"], ids=["0", "32", "0, then 4096"])
def test_size_updates_at_the_start_of_a_block_are_taken(peer, updates):
    peer.headers(1, updates + INDEXED_GET)
    assert peer.response(1).status


def test_an_entry_as_large_as_the_table_is_kept(peer):
    get = b"\x82\x86\x84" + b"\x01" + text("test")  # the authority is not indexed
    peer.headers(1, get + literal("x-full", "a" * (4096 - 32 - len("x-full")), 0x40))
    assert peer.response(1).status
    peer.headers(3, get + b"\xbe")
    assert peer.response(3).status


@pytest.mark.parametrize("trailers", [b"", b"\x20"], ids=["nothing", "a size update"])
def test_trailers_may_hold_no_field(peer, trailers):
    peer.headers(1, request("POST"), end_stream=False)
    peer.headers(1, trailers)
    assert peer.response(1).status


def test_an_entry_larger_than_the_table_empties_it(peer):
    peer.headers(1, INDEXED_GET + literal("x-kept", "value", 0x40) + literal("x-large", "a" * 5000, 0x40))
    assert peer.response(1).status
    peer.headers(3, b"\x82\x86\x84\xbe")
    assert peer.closed_with(COMPRESSION_ERROR)


# What must not be read

WRONG = {
    "2.3.3 an index beyond both tables": INDEXED_GET + b"\xff\xff\x03",
    "2.3.3 an indexed name beyond both tables": INDEXED_GET + b"\x7f\xff\x03" + text("x"),
    "4.2 a size update at the end": INDEXED_GET + b"\x20",
    "4.2 a size update between fields": INDEXED_GET + b"\x20\x90",
    "5.1 an integer without end": INDEXED_GET + b"\xff" + b"\xff" * 20,
    "5.1 an integer above 32 bits": INDEXED_GET + b"\x00\x01x\x7f\x80\xff\xff\xff\x0f",
    "5.2 a string longer than the block": INDEXED_GET + b"\x00\x05x",
    "5.2 Huffman padding of more than 7 bits": INDEXED_GET + b"\x00" + text("x") + b"\x82\x1f\xff",
    "5.2 Huffman padding of zeros": INDEXED_GET + b"\x00" + text("x") + b"\x81\x18",
    "5.2 Huffman with EOS": INDEXED_GET + b"\x00" + text("x") + b"\x84\xff\xff\xff\xff",
    "6.1 index 0": INDEXED_GET + b"\x80",
    "6.3 a size update above the limit": b"\x3f\xe2\x1f" + INDEXED_GET,
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG.keys())
def test_it_is_a_compression_error(peer, fields):
    peer.headers(1, fields)
    assert peer.closed_with(COMPRESSION_ERROR)


def test_a_size_update_at_the_start_of_a_continuation_is_in_the_middle_of_the_block(peer):
    peer.headers(1, INDEXED_GET, end_headers=False)
    peer.send(CONTINUATION, END_HEADERS, 1, b"\x20")
    assert peer.closed_with(COMPRESSION_ERROR)


def test_a_block_is_decoded_even_if_its_stream_is_refused(peer):
    """The state of the decoder is the connection's: a malformed request still fills the table."""
    peer.headers(1, b"\x82\x86\x84" + literal("X-UPPER", "1", 0x00) + literal("x-kept", "value", 0x40))
    assert peer.reset_with(1, PROTOCOL_ERROR)
    peer.headers(3, INDEXED_GET + b"\xbf")
    assert peer.response(3).status


def test_trailers_of_a_stream_that_is_over_are_decoded(peer):
    peer.headers(1, request("POST"), end_stream=False)
    peer.headers(3, request("POST"), end_stream=False)
    peer.send(RST_STREAM, stream=1, payload=u32(CANCEL))
    peer.headers(3, literal("x-kept", "value", 0x40))
    assert peer.response(3).status
    peer.headers(5, INDEXED_GET + b"\xbf")
    assert peer.response(5).status
