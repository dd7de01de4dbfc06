"""What searches answer, counted again by hand over a random archive in many scripts."""

import random
import threading
import unicodedata
from collections import Counter
from datetime import datetime, timedelta, timezone

import grpc
import pytest
from matiane.v1 import article_pb2, category_pb2, search_pb2, synonym_pb2

from conftest import stubs
from programs import Server

SEED = 20_250
ARTICLES = 120
WORDS = {
    "en": "government governments hail hails vineyard vineyards ferry bridge minister winning winner story stories the of",
    "ka": "მთავრობა მთავრობამ ხიდი ხიდზე ვენახი ვენახებში თბილისი თბილისში კობახიძე კობახიძემ და რომ",
    "ru": "правительство правительства мост моста виноградник виноградники поезд поезда кобахидзе елка и на",
    "he": "ממשלה גשר ירושלים הכרם", "ar": "الحكومة الجسر كتاب الكتب القدس", "ko": "정부가 정부는 서울에서 서울",
}
#: Emoji of one and of many code points, letters with marks of their own, ligatures, full width, letters in small print.
ODD = ["😀", "👨‍👩‍👧", "🇬🇪", "cafe\u0301", "e\u0308лка", "A\u030angstro\u0308m", "ﬁnance", "ＡＰＰＬＥ", "x²"]
CATEGORIES = ["economy", "politics", "sport"]
TAGS = ["flood", "road", "wine", "გზა"]
QUERIES = [
    "", "hail", "hail OR ხიდი OR мост", "hail AND bridge", '"hail bridge"', '"vineyard hail"~3', "gov*", "win* AND hail", "hale~",
    "NOT hail", "hail -bridge", "(hail OR ferry) AND (bridge OR minister)", "title:hail", "tag:wine", "author:nino",
    "category:politics", "language:ka ხიდი", "kobakhidze", "виноградникам", "cafe", "елка", "finance", "apple", "😀", "ירושלים",
    "الكتب", "정부", "the", "hail^3 bridge",
]
FILTERS = ["", 'language = "en"', 'NOT category = "economy"', 'publish_time >= "2018-01-01T00:00:00Z" AND tag = "wine"']


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Stubs of a server, and its articles by name."""
    draw = random.Random(SEED)
    with Server(tmp_path_factory.mktemp("counted") / "data") as server:
        api = stubs(server.target)
        for category in CATEGORIES:
            api.categories.CreateCategory(
                category_pb2.CreateCategoryRequest(category=category_pb2.Category(name=f"categories/{category}")))
        articles = [article(draw, number) for number in range(ARTICLES)]
        items = [article_pb2.ImportItem(item_id=number, article=each) for number, each in enumerate(articles)]
        request = article_pb2.ImportArticlesRequest(items=items)
        results = [result for answer in api.articles.ImportArticles(iter([request])) for result in answer.results]
        assert [result.WhichOneof("outcome") for result in results] == ["imported"] * ARTICLES
        yield api, {each.name: each for each in articles}
        api.channel.close()


def article(draw, number):
    language = list(WORDS)[number % len(WORDS)]

    def text(most):
        words = WORDS[language].split() + ["hail", "bridge"]
        return " ".join(
            (draw.choice(ODD) if draw.random() < 0.08 else draw.choice(words)) + draw.choice(["", "", "", ",", ".", "—"])
            for _ in range(draw.randint(1, most)))

    made = article_pb2.Article(
        name=f"articles/a{number}", language=language, title=text(6), summary=text(6) if draw.random() < 0.5 else "",
        story=f"stories/s{number // 2}", kind=draw.choice([article_pb2.ARTICLE_KIND_NEWS, article_pb2.ARTICLE_KIND_OPINION]),
        status=article_pb2.ARTICLE_STATUS_PUBLISHED,
        categories=[f"categories/{each}" for each in CATEGORIES if draw.random() < 0.4],
        tags=[each for each in TAGS if draw.random() < 0.3])
    for _ in range(draw.randint(0, 3)):
        made.blocks.add().paragraph.text = text(40)
    if draw.random() < 0.6:
        made.authors.add(name=draw.choice(["Nino Beridze", "Ivan Petrov", "ნინო ბერიძე"]))
    made.publish_time.seconds = 1_500_000_000 + draw.randrange(400) * 86_400 + draw.randrange(86_400)
    return made


def search(api, query, **fields):
    return api.search.Search(search_pb2.SearchRequest(query=query, **fields))


def names(hits):
    return [hit.article.name for hit in hits]


def walk(api, query, size, **fields):
    hits, token = [], ""
    while True:
        page = search(api, query, page_size=size, page_token=token, **fields)
        hits += page.hits
        token = page.next_page_token
        if not token:
            return hits


def values(found):
    """What a facet has to say of articles, field by field."""
    return {
        "category": Counter(each.split("/")[1] for article in found for each in article.categories),
        "tag": Counter(tag for article in found for tag in article.tags),
        "language": Counter(article.language for article in found),
        "author": Counter(author.name for article in found for author in article.authors),
        "kind": Counter(article_pb2.ArticleKind.Name(article.kind).removeprefix("ARTICLE_KIND_") for article in found),
        "story": Counter(article.story.split("/")[1] for article in found),
    }


def periods(found):
    """What a histogram has to say of articles, interval by interval."""
    starts = {search_pb2.CALENDAR_INTERVAL_DAY: lambda day: day,
              search_pb2.CALENDAR_INTERVAL_WEEK: lambda day: day - timedelta(days=day.weekday()),
              search_pb2.CALENDAR_INTERVAL_MONTH: lambda day: day.replace(day=1),
              search_pb2.CALENDAR_INTERVAL_YEAR: lambda day: day.replace(month=1, day=1)}
    days = [datetime.fromtimestamp(article.publish_time.seconds, timezone.utc).date() for article in found]
    return {interval: Counter(f"{start(day)}T00:00:00Z" for day in days) for interval, start in starts.items()}


@pytest.mark.parametrize("query", QUERIES)
def test_totals_and_facets_are_those_of_all_hits(archive, query):
    api, articles = archive
    for condition in FILTERS:
        request = search_pb2.SearchRequest(query=query, filter=condition, page_size=1000)
        for field in values([]):
            request.facets.add(field=field, limit=1000)
        for interval in periods([]):
            request.facets.add(date_histogram=search_pb2.DateHistogram(interval=interval))
        answer = api.search.Search(request)
        found = [articles[hit.article.name] for hit in answer.hits]
        counted = api.search.Count(search_pb2.CountRequest(query=query, filter=condition))
        assert answer.total_articles == counted.total_articles == len(found)
        assert answer.total_stories == counted.total_stories == len({article.story for article in found})
        wanted = [*values(found).values(), *periods(found).values()]
        for facet, counts in zip(answer.facets, wanted):
            assert {value.value: value.count for value in facet.values if value.count} == counts, (condition, facet.field)
        few = search_pb2.SearchRequest(query=query, filter=condition, facets=[
            search_pb2.FacetRequest(field=field, limit=2) for field in values([])])
        for facet, counts in zip(api.search.Search(few).facets, wanted):
            assert facet.other_count == sum(counts.values()) - sum(value.count for value in facet.values), facet.field
        assert names(search(api, query, filter=condition, skip_totals=True).hits) == names(answer.hits)[:10]


def test_pages_by_relevance_stay_whole_while_articles_come_and_go(start):
    server = start()
    api = stubs(server.target)
    dice = random.Random(7)

    def article(name):
        words = [f"word{min(dice.randrange(40), dice.randrange(40))}" for _ in range(dice.randrange(5, 60))]
        return article_pb2.Article(name=f"articles/{name}", language="en", title=" ".join(words[:4]), blocks=[
            article_pb2.Block(paragraph=article_pb2.Paragraph(text=" ".join(words)))])

    def write(names):
        request = article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(article=article(name)) for name in names])
        assert all(not result.HasField("error") for part in api.articles.ImportArticles(iter([request])) for result in part.results)

    write(range(400))
    write(range(100))
    for number in range(300, 320):
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=f"articles/{number}"))
    request = search_pb2.SearchRequest(query="word0 word1 title:word2", page_size=30)
    first = api.search.Search(request)
    for number in range(40):
        write(range(400 + 10 * number, 410 + 10 * number))
        write(range(5 * number, 5 * number + 5))
    hits, page = list(first.hits), first
    while page.next_page_token:
        request.page_token = page.next_page_token
        page = api.search.Search(request)
        hits += page.hits
    assert len({hit.article.name for hit in hits}) == len(hits) == first.total_hits
    again = api.search.Search(search_pb2.SearchRequest(
        query=request.query, page_size=30, read_revision=first.read_revision))
    assert [(hit.article.name, hit.score) for hit in again.hits] == [(hit.article.name, hit.score) for hit in first.hits]


def test_pages_with_a_preference_for_the_new_join_to_all_hits(archive):
    api, _ = archive
    for half_life in (1, 3600, 30 * 86_400):
        request = search_pb2.SearchRequest(query=QUERIES[2], page_size=3)
        request.recency.half_life.seconds = half_life
        hits, page = [], None
        while page is None or page.next_page_token:
            request.page_token = page.next_page_token if page else ""
            page = api.search.Search(request)
            hits += page.hits
        assert len({hit.article.name for hit in hits}) == len(hits) == page.total_hits, half_life


@pytest.mark.parametrize("query", QUERIES)
def test_pages_in_every_order_join_to_all_hits(archive, query):
    api, articles = archive
    whole = search(api, query, page_size=1000)
    assert names(walk(api, query, 7)) == names(whole.hits)
    for order in ["publish_time", "publish_time desc"]:
        hits = walk(api, query, 11, order_by=order)
        times = [articles[hit.article.name].publish_time.seconds for hit in hits]
        assert times == sorted(times, reverse=order.endswith("desc"))
        assert set(names(hits)) == set(names(whole.hits)) and len(hits) == len(whole.hits)
    stories = walk(api, query, 5, collapse=search_pb2.COLLAPSE_STORY, language_preferences=["ru", "ka"])
    assert len({hit.article.story for hit in stories}) == len(stories) == whole.total_stories
    kept = walk(api, query, 5, collapse=search_pb2.COLLAPSE_DUPLICATES)
    assert len(kept) + sum(len(hit.duplicates) for hit in kept) == whole.total_articles


@pytest.mark.parametrize("query", QUERIES)
def test_highlights_cut_no_character_of_any_script(archive, query):
    api, _ = archive
    options = search_pb2.HighlightOptions(max_fragments=100, fragment_bytes=40)
    for hit in search(api, query, page_size=100, highlight=options).hits:
        for highlight in hit.highlights:
            place = highlight.WhichOneof("place")
            text = hit.article.blocks[highlight.block].paragraph.text if place == "block" else getattr(hit.article, highlight.field)
            text = text.encode()
            assert text[highlight.start:highlight.end].decode() == highlight.text
            for span in highlight.spans:
                assert highlight.start <= span.start < span.end <= highlight.end
                assert text[span.start:span.end].decode().split() == [text[span.start:span.end].decode()]
                assert not unicodedata.combining(text[span.end:].decode()[:1] or " ")


@pytest.mark.parametrize("query", QUERIES)
def test_explanations_add_up_to_the_score(archive, query):
    api, _ = archive
    request = search_pb2.SearchRequest(query=query)
    for hit in api.search.Search(request).hits:
        explained = api.search.ExplainHit(search_pb2.ExplainHitRequest(name=hit.article.name, search=request))
        assert explained.matches and explained.explanation.value == hit.score


def test_pages_stay_what_they_were_while_articles_and_synonyms_change(archive):
    api, articles = archive
    rules = [["hail, ferry"], ["hail => bridge minister"], ["nothing, hail"]]
    synonyms = synonym_pb2.SynonymSet(name="synonymSets/changing", language="en", rules=rules[0])
    done = threading.Event()
    failures = []

    def change():
        turn = 0
        try:
            while not done.is_set():
                turn += 1
                changed = article_pb2.Article()
                changed.CopyFrom(articles[f"articles/a{turn % 20}"])
                changed.title += " hail again"
                api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(article=changed))
                synonyms.rules[:] = rules[turn % 3]
                api.synonyms.UpdateSynonymSet(
                    synonym_pb2.UpdateSynonymSetRequest(synonym_set=synonyms, allow_missing=True))
        except grpc.RpcError as error:
            failures.append(error)

    writer = threading.Thread(target=change)
    writer.start()
    try:
        for size in range(3, 23):
            first = search(api, "hail OR government", page_size=size)
            hits, token = list(first.hits), first.next_page_token
            while token:
                page = search(api, "hail OR government", page_size=size, page_token=token)
                assert (page.read_revision, page.total_articles) == (first.read_revision, first.total_articles)
                hits += page.hits
                token = page.next_page_token
            assert len(set(names(hits))) == len(hits) == first.total_articles
    finally:
        done.set()
        writer.join()
    assert not failures
