"""SQLite FTS5, from the standard library (Debian's libsqlite3)."""

import os
import re
import sqlite3

from articles import epoch


class SQLite:
    name = f"SQLite FTS5 {sqlite3.sqlite_version}"

    def __init__(self, language):
        self.tokenizer = "porter unicode61" if language == "en" else "unicode61"

    def connect(self, folder):
        self.path = os.path.join(folder, "index.db")
        self.database = sqlite3.connect(self.path)
        self.database.execute("pragma cache_size = -4000000")
        self.database.execute("pragma mmap_size = 8000000000")
        return self.database.execute

    def create(self, folder):
        os.makedirs(folder, exist_ok=True)
        if os.path.exists(os.path.join(folder, "index.db")):
            os.remove(os.path.join(folder, "index.db"))
        self.execute = self.connect(folder)
        self.execute("pragma journal_mode = off")
        self.execute("pragma synchronous = off")
        self.execute(
            f"create virtual table t using fts5(text, content='', tokenize='{self.tokenizer}', prefix='2 3 4')")
        self.execute("create table article(number integer primary key, id text, time integer)")
        self.execute("create table category(value text, number integer)")
        self.count = 0

    def add(self, article):
        self.count += 1
        self.execute("insert into t(rowid, text) values(?, ?)", (self.count, article["title"] + "\n" + article["body"]))
        self.execute(
            "insert into article values(?, ?, ?)", (self.count, article["id"], epoch(article.get("publish_time"))))
        for category in article["categories"]:
            self.execute("insert into category values(?, ?)", (category, self.count))

    def finish(self):
        self.execute("create index by_value on category(value, number)")
        self.execute("create index by_number on category(number, value)")
        self.execute("insert into t(t) values('optimize')")
        self.database.commit()
        self.execute("analyze")
        self.database.close()
        return os.path.getsize(self.path)

    def open(self, folder):
        self.execute = self.connect(folder)
        self.execute("create virtual table temp.vocabulary using fts5vocab(main, t, row)")

    def match(self, request):
        words = request.get("terms", [])
        match request["class"]:
            case "or" | "filtered":
                return " OR ".join(words)
            case "and":
                return " AND ".join(words)
            case "phrase":
                return '"' + " ".join(words) + '"'
            case "prefix":
                return " AND ".join(words + [request["prefix"] + "*"])
            case "text":
                return " OR ".join(f'"{word}"' for word in re.findall(r"\w+", request["text"]))

    def search(self, request, count):
        if request["class"] != "filtered":
            rows = self.execute(
                "select rowid, rank from t where t match ? order by rank limit ?", (self.match(request), count))
            return rows.fetchall(), None
        rows = self.execute(
            "select t.rowid, rank from t join category on category.number = t.rowid"
            " join article on article.number = t.rowid where t match ? and value = ? and time between ? and ?",
            (self.match(request), request["category"], request["from"], request["to"])).fetchall()
        facets = {}
        for number, _ in rows:
            for (value,) in self.execute("select value from category where number = ?", (number,)):
                facets[value] = facets.get(value, 0) + 1
        return sorted(rows, key=lambda row: row[1])[:count], facets

    def suggest(self, prefix, count):
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        return self.execute(
            "select term, doc from temp.vocabulary where term >= ? and term < ? order by doc desc limit ?",
            (prefix, end, count)).fetchall()

    def named(self, hits):
        name = "select id from article where number = ?"
        return [(self.execute(name, (number,)).fetchone()[0], -rank) for number, rank in hits]
