"""Xapian, from Debian (python3-xapian)."""

import re
import shutil

import xapian
from articles import epoch, folder_bytes


class Xapian:
    name = f"Xapian {xapian.version_string()}"

    def __init__(self, language):
        self.stemmer = xapian.Stem(language if language in ("en", "ru") else "none")

    def create(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        self.database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_BACKEND_GLASS)
        self.generator = xapian.TermGenerator()
        self.generator.set_stemmer(self.stemmer)

    def add(self, article):
        document = xapian.Document()
        self.generator.set_document(document)
        self.generator.index_text(article["title"] + "\n" + article["body"])
        for category in article["categories"]:
            document.add_boolean_term("XC" + category)
        document.add_value(0, xapian.sortable_serialise(epoch(article.get("publish_time"))))
        document.add_value(1, "\t".join(article["categories"]))
        document.set_data(article["id"])
        self.database.add_document(document)

    def finish(self):
        self.database.commit()
        compact = self.folder + ".compact"
        self.database.compact(compact, xapian.DBCOMPACT_NO_RENUMBER)
        self.database.close()
        shutil.rmtree(self.folder)
        shutil.move(compact, self.folder)
        return folder_bytes(self.folder)

    def open(self, folder):
        self.database = xapian.Database(folder)
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stemmer)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_database(self.database)
        self.enquire = xapian.Enquire(self.database)

    def parsed(self, text, operator, flags=0):
        self.parser.set_default_op(operator)
        return self.parser.parse_query(text, flags)

    def query(self, request):
        words = " ".join(request.get("terms", []))
        match request["class"]:
            case "or":
                return self.parsed(words, xapian.Query.OP_OR)
            case "and":
                return self.parsed(words, xapian.Query.OP_AND)
            case "phrase":
                return self.parsed(f'"{words}"', xapian.Query.OP_OR, xapian.QueryParser.FLAG_PHRASE)
            case "prefix":
                text = words + " " + request["prefix"] + "*"
                return self.parsed(text, xapian.Query.OP_AND, xapian.QueryParser.FLAG_WILDCARD)
            case "text":
                return self.parsed(" ".join(re.findall(r"\w+", request["text"].lower())), xapian.Query.OP_OR)
            case "filtered":
                times = xapian.Query(
                    xapian.Query.OP_VALUE_RANGE, 0, xapian.sortable_serialise(request["from"]),
                    xapian.sortable_serialise(request["to"]))
                both = xapian.Query(xapian.Query.OP_AND, xapian.Query("XC" + request["category"]), times)
                return xapian.Query(xapian.Query.OP_FILTER, self.parsed(words, xapian.Query.OP_OR), both)

    def search(self, request, count):
        self.enquire.set_query(self.query(request))
        if "facets" not in request:
            return [(hit.docid, hit.weight) for hit in self.enquire.get_mset(0, count)], None
        spy = xapian.ValueCountMatchSpy(1)
        self.enquire.add_matchspy(spy)
        matches = self.enquire.get_mset(0, count, self.database.get_doccount())
        self.enquire.clear_matchspies()
        facets = {}
        for item in spy.values():
            for value in item.term.decode().split("\t"):
                facets[value] = facets.get(value, 0) + item.termfreq
        return [(hit.docid, hit.weight) for hit in matches], facets

    def suggest(self, prefix, count):
        terms = sorted(((term.termfreq, term.term.decode()) for term in self.database.allterms(prefix)), reverse=True)
        return [(text, frequency) for frequency, text in terms[:count]]

    def named(self, hits):
        return [(self.database.get_document(number).get_data().decode(), weight) for number, weight in hits]
