#!/usr/bin/env python3
"""Prints how few bytes an article's postings and positions could take.

    head -n 300000 articles.jsonl | python3 text_entropy.py

The bound of a code that knows how many documents and occurrences every word has and how long every document is, and nothing
else: no order of words, no topics. Words are not stemmed; the title counts twice, as in fulltext-bench.
"""

import json
import re
import sys
from collections import Counter
from math import lgamma, log

WORD = re.compile(r"\w+")
#: Lucene's English stop words.
STOP_WORDS = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was"
    " will with".split())


def choices(n, k):
    """Bits to say which k of n."""
    return (lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)) / log(2) if 0 < k < n else 0.0


def main():
    documents, occurrences, positions = Counter(), Counter(), Counter()
    count = 0
    for line in sys.stdin:
        article = json.loads(line)
        words = WORD.findall(f"{article['title']} {article['title']} {article.get('body', '')}".lower())
        count += 1
        for word, frequency in Counter(words).items():
            documents[word] += 1
            occurrences[word] += frequency
            positions[word in STOP_WORDS] += choices(len(words), frequency)

    def show(title, words, places):
        parts = {
            "documents": sum(choices(count, documents[word]) for word in words),
            # Occurrences shared out among the documents, each of which has at least one.
            "frequencies": sum(choices(occurrences[word] - 1, documents[word] - 1) for word in words),
            "positions": places,
        }
        figures = ", ".join(f"{name} {bits / 8 / count:.1f}" for name, bits in parts.items())
        print(f"{title}: {figures}; together {sum(parts.values()) / 8 / count:.1f} bytes an article")

    print(f"{count} articles of {occurrences.total() / count:.1f} words, {len(documents)} different ones")
    show("all words", list(documents), positions.total())
    show("stop words", [word for word in STOP_WORDS if documents[word]], positions[True])


if __name__ == "__main__":
    main()
