"""Archives of other languages and of several, made of the sentences of the corpora, and queries of their words."""

import gzip
import json
import random
import re

#: Collections with sentences of more than one language.
SOURCES = ["tgnews", "sib200", "ru-lemma-gsd", "ka-lemma-glc"]
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
WORD = re.compile(r"[^\W\d_]{4,}")
SENTENCES_PER_ARTICLE = 12
QUERIES = 200


def sentences(corpora, languages):
    """The sentences of each of some languages; empty where the collections are missing."""
    found = {language: [] for language in languages}
    for source in SOURCES:
        path = corpora / source / "docs.jsonl.gz"
        if not path.exists():
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                if article["language"] in found:
                    parts = SENTENCE_END.split(article["body"])
                    found[article["language"]] += [part for part in parts if len(WORD.findall(part)) >= 4]
    return found


def write(path, found, count, seed=1):
    """Writes articles, each of sentences of one language, drawn at random; languages take turns."""
    draw = random.Random(seed)
    languages = sorted(found)
    with open(path, "w", encoding="utf-8") as articles:
        for number in range(count):
            language = languages[number % len(languages)]
            title, *body = draw.choices(found[language], k=SENTENCES_PER_ARTICLE + 1)
            article = {
                "id": f"r{number}", "title": title, "body": " ".join(body), "language": language, "categories": []}
            articles.write(json.dumps(article, ensure_ascii=False) + "\n")


def queries(found, language, seed=2):
    """Queries of two or three words of a sentence, in a row for a phrase."""
    draw = random.Random(seed)
    asked = []
    for kind in ("or", "and", "phrase"):
        for _ in range(QUERIES):
            sentence = draw.choice(found[language])
            if kind == "phrase":
                words = re.findall(r"\w+", sentence)
                start = draw.randrange(len(words) - 2)
                terms = words[start:start + draw.choice((2, 3))]
            else:
                words = sorted(set(WORD.findall(sentence)))
                terms = draw.sample(words, min(len(words), draw.choice((2, 3))))
            asked.append({"class": kind, "terms": [word.lower() for word in terms]})
    return asked
