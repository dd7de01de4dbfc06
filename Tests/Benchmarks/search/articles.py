"""What the adapters share: reading articles, their times, the size of what was written."""

import calendar
import gzip
import json
import time
from pathlib import Path


def articles(path):
    """The articles of a file of JSON lines."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def epoch(text):
    """Seconds since 1970 of a time in RFC 3339, UTC; 0 for none."""
    return calendar.timegm(time.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")) if text else 0


def folder_bytes(folder):
    """The bytes of all files under a folder."""
    return sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
