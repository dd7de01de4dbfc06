"""Random damage to whole sessions: frames, header blocks, metadata, message prefixes, compressed and protobuf bytes.

The seed is printed when a round fails; MATIANE_FUZZ_SEED repeats it, MATIANE_FUZZ_ROUNDS sets how many (Tests/fuzz).
"""

import os
import random
import socket

import pytest
from frames import *
from grpc_calls import *
from peer import PATIENCE, Peer

SEED = int(os.environ.get("MATIANE_FUZZ_SEED", random.randrange(1 << 32)))
ROUNDS = int(os.environ.get("MATIANE_FUZZ_ROUNDS", 300))
INTERESTING = [0, 1, 2, 4, 5, 9, 0x7F, 0x80, 0xFF]


def whole_call(stream, path, body, *more):
    fields = block(head(path, ("x-text", "value"), ("x-bytes-bin", "AAECAw=="), ("grpc-timeout", "10S"), *more))
    cut = len(fields) // 2
    return [
        frame(HEADERS, 0, stream, fields[:cut]), frame(CONTINUATION, END_HEADERS, stream, fields[cut:]),
        frame(DATA, PADDED, stream, b"\x04" + body[: len(body) // 2] + bytes(4)),
        frame(WINDOW_UPDATE, 0, stream, u32(1000)), frame(DATA, END_STREAM, stream, body[len(body) // 2 :]),
    ]


def session():
    """The frames of a session that does a little of everything."""
    service = field(1, b"matiane.v1.SearchService")
    search = field(1, "hail (vine* OR \"tram bridge\"~2) -title:ferry".encode()) + field(2, b'language = "en"')
    article = field(1, field(1, b"articles/x") + field(5, "სათაური".encode()) + field(9, field(1, b"text")))
    return [
        frame(SETTINGS, payload=settings([(INITIAL_WINDOW_SIZE, 100), (HEADER_TABLE_SIZE, 100), (MAX_FRAME_SIZE, 20000)])),
        *whole_call(1, CHECK, message(service)),
        frame(PING, payload=b"12345678"),
        *whole_call(3, CHECK, message(gzip(service), flag=1), ("grpc-encoding", "gzip")),
        *whole_call(5, CHAT, message(LIST_SERVICES) * 3),
        frame(PRIORITY, 0, 5, u32(0) + b"\x0f"),
        *whole_call(7, "/matiane.v1.SearchService/Search", message(search)),
        *whole_call(9, "/matiane.v1.ArticleService/CreateArticle", message(article)),
        frame(RST_STREAM, 0, 9, u32(CANCEL)),
        frame(HEADERS, END_STREAM | END_HEADERS, 11, block(request())),
        frame(GOAWAY, payload=u32(0) + u32(0)),
    ]


def damaged(chance, frames):
    """The bytes of a session with a few things wrong, and where the network cuts them."""
    frames = list(frames)
    for _ in range(chance.randrange(1, 5)):
        kind, index = chance.randrange(8), chance.randrange(len(frames))
        target = bytearray(frames[index])
        place = chance.randrange(len(target)) if target else 0
        if kind == 0 and target:
            target[place] ^= 1 << chance.randrange(8)
        elif kind == 1 and target:
            target[place] = chance.choice(INTERESTING)
        elif kind == 2:
            target[place:place] = chance.randbytes(chance.randrange(1, 9))
        elif kind == 3:
            del target[place : place + chance.randrange(1, 9)]
        elif kind == 4:
            target[place:] = chance.randbytes(len(target) - place)
        elif kind == 5:
            frames.insert(chance.randrange(len(frames)), bytes(target))
        elif kind == 6:
            other = chance.randrange(len(frames))
            frames[index], frames[other] = frames[other], frames[index]
            continue
        elif kind == 7 and len(target) > 9:  # damage within the payload, the frame's length made right again
            payload = bytearray(target[9:])
            for _ in range(chance.randrange(1, 4)):
                payload[chance.randrange(len(payload))] = chance.choice(INTERESTING)
            target[9:] = payload
        frames[index] = bytes(target)
    return MAGIC + b"".join(frames)


def send_in_pieces(chance, target, data):
    """Sends everything, ends, and reads until the server ends, too."""
    host, port = target.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        try:
            while data:
                count = chance.choice([1, 7, 100, 100_000])
                connection.sendall(data[:count])
                data = data[count:]
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 16):
                pass
        except (ConnectionResetError, BrokenPipeError):
            pass


@pytest.mark.parametrize("part", range(3))
def test_damaged_sessions_harm_nobody_else(server, part):
    frames = session()
    with Peer(server.target) as honest:
        honest.send(WINDOW_UPDATE, payload=u32(1 << 30))  # room for the answers of any number of rounds
        for round in range(part * ROUNDS // 3, (part + 1) * ROUNDS // 3):
            chance = random.Random(SEED + round)
            try:
                send_in_pieces(chance, server.target, damaged(chance, frames))
                assert check(honest, 2 * round + 1)
            except BaseException:
                print(f"MATIANE_FUZZ_SEED={SEED + round} MATIANE_FUZZ_ROUNDS=3")
                raise
