"""A peer behind the line protocol of `fulltext-bench`: one JSON object a line on stdin, one answer a line on stdout.

Usage: peer.py tantivy|tantivy-all-words|tantivy-stored|xapian|sqlite
The clock of an answer runs from the query's text to the ranked documents, before they are named, as in `fulltext-bench`; one thread.
"""

import json
import select
import sys
import time

from articles import articles


def engine(name, language):
    """The adapter of a peer; its package is imported only now, so that a missing one is missed alone."""
    if name == "tantivy":
        from peer_tantivy import Tantivy
        return Tantivy(language)
    if name == "tantivy-all-words":
        from peer_tantivy import TantivyOfAllWords
        return TantivyOfAllWords(language)
    if name == "tantivy-stored":
        from peer_tantivy import TantivyOfStoredText
        return TantivyOfStoredText(language)
    if name == "xapian":
        from peer_xapian import Xapian
        return Xapian(language)
    if name == "sqlite":
        from peer_sqlite import SQLite
        return SQLite(language)
    raise SystemExit(f"peer: expected tantivy, tantivy-all-words, tantivy-stored, xapian or sqlite, found {name}")


def build(peer, request):
    """Indexes a file of articles; CPU seconds without reading and parsing them."""
    seconds, count = 0.0, 0
    peer.create(request["index"])
    for article in articles(request["docs"]):
        began = time.process_time()
        peer.add(article)
        seconds += time.process_time() - began
        count += 1
    began = time.process_time()
    bytes_written = peer.finish()
    return {"docs": count, "seconds": seconds + time.process_time() - began, "bytes": bytes_written}


def search(peer, request):
    began = time.perf_counter_ns()
    if request["op"] == "suggest":
        terms = peer.suggest(request["prefix"], request["k"])
        return {"terms": terms, "ns": time.perf_counter_ns() - began}
    hits, facets = peer.search(request, request["k"])
    elapsed = time.perf_counter_ns() - began
    answer = {"hits": peer.named(hits), "ns": elapsed}
    if facets is not None:
        answer["facets"] = {"category": facets}
    return answer


def answer(peer, request):
    match request["op"]:
        case "info":
            return {"system": peer.name}
        case "build":
            return build(peer, request)
        case "open":
            peer.open(request["index"])
            return {"ok": True}
        case "search" | "suggest":
            return search(peer, request)
    return {"error": "unknown op"}


AWAKE_NS = 300_000


def lines():
    """The lines of stdin, waited for awake, as `fulltext-bench` waits for them: nobody searches on a core that was asleep."""
    poller = select.poll()
    poller.register(0, select.POLLIN)
    while True:
        end = time.perf_counter_ns() + AWAKE_NS
        while not poller.poll(0) and time.perf_counter_ns() < end:
            pass
        # One request at a time is under way, so no second line waits in the buffer.
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def main(name, language="en"):
    peer = engine(name, language)
    for line in lines():
        print(json.dumps(answer(peer, json.loads(line))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
