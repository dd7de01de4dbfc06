"""nDCG@10, MAP and Recall@100 on the judged collections: the index and a server's Search beside the BM25 of peers."""

import json
import math
import re
import subprocess
import tempfile
from pathlib import Path

from processes import Process, table
from search_programs import Program, commands

#: Judged collections with the language of their queries.
COLLECTIONS = {
    "cranfield": "en", "cisi": "en", "lisa": "en", "tgnews": "ru", "ru-lemma-gsd": "ru", "ka-lemma-glc": "ka",
}
DEPTH = 1000
#: How many hits are asked of a server, where each brings its article along.
SERVED_DEPTH = 100
#: What has a meaning in the query syntax; the questions of the collections mean none.
SYNTAX = re.compile(r'[()"“”„«»*~^\\:]|(?<!\S)-')


def run(bin_dir, corpora):
    found = {name: language for name, language in COLLECTIONS.items() if (corpora / name / "qrels.tsv").exists()}
    if not found:
        print(f"\n(no judged collection under {corpora}: the quality benchmark is left out; MATIANE_CORPORA names it)")
        return
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, language in found.items():
            for system, command in commands(bin_dir, language).items():
                folder = Path(scratch) / f"{name}-{system}"
                rows.append([name] + judged(command, corpora / name, language, folder))
            rows.append([name] + served(bin_dir, corpora / name, Path(scratch) / f"{name}-served"))
    table("Quality of ranking", ["collection", "system", "nDCG@10", "MAP", "Recall@100"], rows)


def judged(command, collection, language, folder):
    with Program(command) as program:
        docs = str(collection / "docs.jsonl.gz")
        program.ask(op="build", docs=docs, index=str(folder), language=language)
        program.ask(op="open", index=str(folder))

        def ask(text):
            return [name for name, _ in program.ask(op="search", text=text, k=DEPTH, **{"class": "text"})["hits"]]

        return [program.name] + [f"{mean:.4f}" for mean in means(collection, ask)]


def served(bin_dir, collection, folder):
    """What `Search` finds with nothing but the question, as the command line asks for it; the ranking is too short for MAP."""
    command = [str(bin_dir / "matiane-server"), "--data-dir", str(folder), "--listen", "127.0.0.1:0"]
    with Process(command, ready=r"serving on (\S+)") as server:

        def matiane(*arguments):
            line = [str(bin_dir / "matiane"), "--server", server.found.group(1), *arguments]
            return subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True).stdout

        def ask(text):
            text = SYNTAX.sub(" ", text).lower()
            hits = matiane("search", "-n", str(SERVED_DEPTH), "-o", "jsonl", "--", text).splitlines()
            return [json.loads(hit)["article"]["source"]["id"] for hit in hits]

        matiane("import", "--create-categories", "--quiet", str(collection / "docs.jsonl.gz"))
        gain, _, recall = means(collection, ask)
        return ["matiane, by Search", f"{gain:.4f}", "–", f"{recall:.4f}"]


def means(collection, ask):
    """The mean of each measure over the judged queries of a collection; `ask` gives the ranking for a text."""
    judgements = read_judgements(collection / "qrels.tsv")
    measures = []
    for line in (collection / "queries.jsonl").read_text().splitlines():
        query = json.loads(line)
        grades = judgements.get(query["id"], {})
        if grades:
            # A query made from an article is called q- and its id; the article itself is no answer.
            ranking = [name for name in ask(query["text"]) if query["id"] != f"q-{name}"]
            measures.append(effectiveness(ranking, grades))
    return [sum(column) / len(column) for column in zip(*measures)]


def read_judgements(path):
    """For each query its relevant documents with their grades."""
    judgements = {}
    for line in path.read_text().splitlines():
        query, document, grade = line.split("\t")
        if int(grade) > 0:
            judgements.setdefault(query, {})[document] = int(grade)
    return judgements


def effectiveness(ranking, grades):
    """nDCG@10, average precision and recall@100 of one ranking, as trec_eval has them."""
    gain = sum(grades.get(name, 0) / math.log2(place + 2) for place, name in enumerate(ranking[:10]))
    ideal = sorted(grades.values(), reverse=True)[:10]
    best = sum(grade / math.log2(place + 2) for place, grade in enumerate(ideal))
    found, precision = 0, 0.0
    for place, name in enumerate(ranking):
        if name in grades:
            found += 1
            precision += found / (place + 1)
    recall = len(set(ranking[:100]) & grades.keys()) / len(grades)
    return gain / best, precision / len(grades), recall
