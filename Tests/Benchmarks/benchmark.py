"""Runs benchmarks and prints Markdown tables; the standard library is all it needs."""

import os
import sys
from pathlib import Path

import archive_benchmark
import attack_benchmark
import metrics_benchmark
import quality_benchmark
import rpc_benchmark
import search_benchmark
import store_benchmark

BENCHMARKS = {
    "rpc": rpc_benchmark.run, "archive": archive_benchmark.run, "store": store_benchmark.run,
    "search": search_benchmark.run, "quality": quality_benchmark.run, "metrics": metrics_benchmark.run, "attacks": attack_benchmark.run,
}


def main(names):
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.exit(f"benchmark: expected some of {', '.join(BENCHMARKS)}, found {', '.join(unknown)}")
    corpora = Path(os.environ.get("MATIANE_CORPORA", "../shared/corpora"))
    for name in names or BENCHMARKS:
        BENCHMARKS[name](Path(os.environ["MATIANE_BIN"]), corpora)


if __name__ == "__main__":
    main(sys.argv[1:])
