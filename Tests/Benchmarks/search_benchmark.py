"""Indexing and top-10 searches beside tantivy, Xapian and SQLite FTS5, in one run, one thread each."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import recombined_articles
from processes import table
from search_programs import Program, commands, of_other_size

CLASSES = ["or", "and", "phrase", "filtered", "prefix", "fuzzy", "suggest"]
#: Classes that a peer's interface has no form of.
LACKING = {"xapian": {"fuzzy"}, "sqlite": {"fuzzy"}}
PASSES = 3
#: A system whose first pass over a class takes longer is not asked for another.
SLOW_PASS_SECONDS = 20
#: Queries of a class that a system is asked at most; the million has slow peers.
MOST_QUERIES = 500
#: Archives of languages whose words have several readings, or share a script: title, languages, that of the queries.
OTHER_ARCHIVES = [
    ("articles in Russian", ["ru"], "ru"), ("articles in Georgian", ["ka"], "ka"),
    ("articles in three languages, asked in English", ["en", "ka", "ru"], "en"),
]
OTHER_ARTICLES = 40_000


def run(bin_dir, corpora):
    headlines = corpora / "headlines" / "docs.jsonl.gz"
    if not headlines.exists():
        print(f"\n(no corpus at {headlines}: the search benchmark is left out; MATIANE_CORPORA names its folder)")
        return
    with tempfile.TemporaryDirectory() as scratch:
        measure(bin_dir, headlines, corpora / "queries" / "headlines.jsonl", Path(scratch), "headlines")
        for title, languages, asked in OTHER_ARCHIVES:
            measure_other(bin_dir, corpora, Path(scratch), title, languages, asked)
        if os.environ.get("MATIANE_BENCHMARK_MILLION") == "1":
            million = Path(scratch) / "million.jsonl"
            with open(million, "w") as articles:
                subprocess.run(
                    [sys.executable, str(corpora / "scale_corpus.py"), "1000000"], stdout=articles, check=True)
            measure(bin_dir, million, corpora / "queries" / "scale1m.jsonl", Path(scratch), "a million articles")


def measure(bin_dir, corpus, queries, scratch, title):
    with open(queries) as lines:
        asked = [json.loads(line) for line in lines]
    systems = commands(bin_dir)
    results = {
        name: one_system(name, command, corpus, asked, scratch / f"{title[:1]}-{name}")
        for name, command in systems.items()
    }
    for name, command in of_other_size(systems).items():
        results[name] = one_system(name, command, corpus, [], scratch / f"{title[:1]}-{name}")
    print_building(title, results)
    print_searches(title, results)


def measure_other(bin_dir, corpora, scratch, title, languages, language):
    """Searches of an archive of sentences, beside tantivy with the same words."""
    found = recombined_articles.sentences(corpora, languages)
    if not all(found.values()):
        print(f"\n(no sentences for {title}: left out)")
        return
    corpus = scratch / "recombined.jsonl"
    recombined_articles.write(corpus, found, OTHER_ARTICLES)
    asked = recombined_articles.queries(found, language)
    systems = commands(bin_dir, language)
    # The peer that leaves no stop words out answers the same phrases.
    systems = {"matiane": systems["matiane"], **of_other_size(systems)}
    print_searches(title, {
        name: one_system(name, command, corpus, asked, scratch / f"recombined-{name}")
        for name, command in systems.items() if name != "tantivy-stored"})


def print_searches(title, results):
    ours = results["matiane"]
    rows = []
    for kind in CLASSES:
        for name, result in results.items():
            figures = result["classes"].get(kind)
            if figures:
                rows.append([kind, name] + [f"{figure:,.1f}" for figure in figures] + ratio(figures, ours, kind, name))
    table(f"Search of {title}: top 10, µs", ["class", "system", "p50", "p95", "p99", "ours is … of it, p50 / p99"], rows)


def one_system(name, command, corpus, asked, folder):
    with Program(command) as program:
        built = program.ask(op="build", docs=str(corpus), index=str(folder))
    with Program(command) as program:
        before = program.memory()
        program.ask(op="open", index=str(folder))
        classes = {}
        for kind in CLASSES:
            queries = [query for query in asked if query["class"] == kind]
            if queries and kind not in LACKING.get(name, set()):
                classes[kind] = percentiles(program, queries)
        return {
            "name": program.name, "rate": built["docs"] / built["seconds"], "bytes": built["bytes"] / built["docs"],
            "memory": (program.memory() - before) / built["docs"], "classes": classes,
        }


def percentiles(program, queries):
    """p50, p95 and p99 over the queries; a query's time is the median of its passes behind the first, which warms up."""
    times = [[] for _ in queries[:MOST_QUERIES]]
    began = time.monotonic()
    for turn in range(PASSES + 1):
        if turn == 1:
            if time.monotonic() - began > SLOW_PASS_SECONDS:
                break
            times = [[] for _ in times]
        for place, query in enumerate(queries[:MOST_QUERIES]):
            request = {key: value for key, value in query.items() if key != "id"}
            operation = "suggest" if query["class"] == "suggest" else "search"
            nanoseconds = program.ask(op=operation, k=10, **request)["ns"]
            times[place].append(nanoseconds)
    medians = sorted(statistics.median(each) / 1000 for each in times)
    return [medians[round(share * (len(medians) - 1))] for share in (0.5, 0.95, 0.99)]


def ratio(figures, ours, kind, name):
    if name == "matiane":
        return ["–"]
    own = ours["classes"][kind]
    return [f"{own[0] / figures[0]:.2f} / {own[2] / figures[2]:.2f}"]


def print_building(title, results):
    ours = results["matiane"]
    rows = [
        [
            result["name"], f"{result['rate']:,.0f}", f"{result['bytes']:,.0f}", f"{result['memory']:,.0f}",
            "–" if result is ours else
            f"{ours['rate'] / result['rate']:.1f} / {ours['bytes'] / result['bytes']:.2f}"
            f" / {ours['memory'] / result['bytes']:.2f}",
        ]
        for result in results.values()
    ]
    table(
        f"Indexing of {title}, one thread",
        ["system", "articles per CPU second", "index, B/article", "memory, B/article",
         "ours is … × as fast / as large / our memory is … × its index"],
        rows)
