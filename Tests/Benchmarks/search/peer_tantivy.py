"""tantivy, from PyPI."""

import os
import shutil

import tantivy
from articles import epoch, folder_bytes
from tantivy import FieldType, Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

LANGUAGES = {"en": "english", "ru": "russian"}


class Tantivy:
    name = getattr(tantivy, "__version__", "tantivy")
    keeps_stop_words = False
    stores_text = False

    def __init__(self, language):
        chain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
        if language in LANGUAGES:
            if not self.keeps_stop_words:
                chain = chain.filter(Filter.stopword(LANGUAGES[language]))
            chain = chain.filter(Filter.stemmer(LANGUAGES[language]))
        self.analyzer = chain.build()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=self.stores_text, tokenizer_name="analysed", index_option="position")
        builder.add_text_field("category", stored=False, fast=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("time", stored=False, indexed=True, fast=True)
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        self.schema = builder.build()

    def create(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.folder = folder
        self.index = tantivy.Index(self.schema, path=folder)
        self.index.register_tokenizer("analysed", self.analyzer)
        self.writer = self.index.writer(heap_size=1_000_000_000, num_threads=1)

    def add(self, article):
        document = tantivy.Document(
            id=article["id"], text=article["title"] + "\n" + article["body"],
            time=epoch(article.get("publish_time")))
        for category in article["categories"]:
            document.add_text("category", category)
        self.writer.add_document(document)

    def finish(self):
        self.writer.commit()
        self.writer.wait_merging_threads()
        return folder_bytes(self.folder)

    def open(self, folder):
        self.index = tantivy.Index.open(folder)
        self.index.register_tokenizer("analysed", self.analyzer)
        self.index.reload()
        self.searcher = self.index.searcher()

    def query(self, request):
        words = " ".join(request.get("terms", []))
        parse = self.index.parse_query
        match request["class"]:
            case "or":
                return parse(words, ["text"])
            case "and":
                return parse(words, ["text"], conjunction_by_default=True)
            case "phrase":
                return parse(f'"{words}"', ["text"])
            case "fuzzy":
                return Query.fuzzy_term_query(self.schema, "text", request["terms"][0], 1)
            case "prefix":
                return Query.boolean_query([
                    (Occur.Must, parse(words, ["text"])),
                    (Occur.Must, Query.regex_query(self.schema, "text", request["prefix"] + ".*"))])
            case "filtered":
                times = Query.range_query(self.schema, "time", FieldType.Integer, request["from"], request["to"])
                category = Query.term_query(self.schema, "category", request["category"], "basic")
                return Query.boolean_query([
                    (Occur.Must, parse(words, ["text"])),
                    (Occur.Must, Query.const_score_query(category, 0.0)),
                    (Occur.Must, Query.const_score_query(times, 0.0))])
            case "text":
                words = self.analyzer.analyze(request["text"])
                return Query.boolean_query(
                    [(Occur.Should, Query.term_query(self.schema, "text", word, "freq")) for word in words])

    def search(self, request, count):
        query = self.query(request)
        hits = self.searcher.search(query, limit=count, count=False).hits
        if "facets" not in request:
            return hits, None
        counted = self.searcher.aggregate(query, {"category": {"terms": {"field": "category", "size": 1000}}})
        return hits, {bucket["key"]: bucket["doc_count"] for bucket in counted["category"]["buckets"]}

    def suggest(self, prefix, count):
        terms = self.searcher.terms_with_prefix("text", prefix, limit=10_000_000)
        return sorted(terms, key=lambda term: -term[1])[:count]

    def named(self, hits):
        return [(self.searcher.doc(address)["id"][0], score) for score, address in hits]


class TantivyOfAllWords(Tantivy):
    """Holds what our index holds, but for the exact forms: every word, those of the title twice."""

    name = f"{Tantivy.name}, all words, title twice"
    keeps_stop_words = True

    def add(self, article):
        super().add({**article, "body": f"{article['body']}\n{article['title']}"})


class TantivyOfStoredText(Tantivy):
    """Gives the texts back, too."""

    name = f"{Tantivy.name}, texts stored"
    stores_text = True
