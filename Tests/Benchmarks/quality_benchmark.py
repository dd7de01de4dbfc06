"""nDCG@10, MAP and Recall@100 on the judged collections beside the BM25 of peers."""

import json
import math
import tempfile
from pathlib import Path

from processes import table
from search_programs import Program, commands

#: Judged collections with the language of their queries.
COLLECTIONS = {
    "cranfield": "en", "cisi": "en", "lisa": "en", "tgnews": "ru", "ru-lemma-gsd": "ru", "ka-lemma-glc": "ka",
}
DEPTH = 1000


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
    table("Quality of ranking", ["collection", "system", "nDCG@10", "MAP", "Recall@100"], rows)


def judged(command, collection, language, folder):
    judgements = read_judgements(collection / "qrels.tsv")
    with Program(command) as program:
        docs = str(collection / "docs.jsonl.gz")
        program.ask(op="build", docs=docs, index=str(folder), language=language)
        program.ask(op="open", index=str(folder))
        measures = []
        for line in (collection / "queries.jsonl").read_text().splitlines():
            query = json.loads(line)
            grades = judgements.get(query["id"], {})
            if grades:
                hits = program.ask(op="search", text=query["text"], k=DEPTH, **{"class": "text"})["hits"]
                # A query made from an article is called q- and its id; the article itself is no answer.
                ranking = [name for name, _ in hits if query["id"] != f"q-{name}"]
                measures.append(effectiveness(ranking, grades))
        means = [sum(column) / len(column) for column in zip(*measures)]
        return [program.name] + [f"{mean:.4f}" for mean in means]


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
