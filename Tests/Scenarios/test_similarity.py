"""Near-duplicates, related articles, names in other scripts, typing errors, suggestions: what readers are offered."""

import random

import pytest
from google.protobuf import timestamp_pb2
from matiane.v1 import article_pb2, category_pb2, search_pb2

from conftest import stubs

WORDS = ("harbour council vote storm cable river ferry engine winter market teacher bridge tunnel archive "
         "minister farmer bakery signal valley station concert summit border harvest library museum").split()


def article(name, title, text="", language="en", time=0, **fields):
    made = article_pb2.Article(name=f"articles/{name}", language=language, title=title, **fields)
    made.publish_time.CopyFrom(timestamp_pb2.Timestamp(seconds=1_700_000_000 + time))
    if text:
        made.blocks.add().paragraph.text = text
    return made


def create(api, made):
    return api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        article=made, create_missing_categories=True))


def prose(rng, count=200):
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(40)}" for _ in range(count))


def edited(text, rng, changes):
    words = text.split()
    for _ in range(changes):
        words[rng.randrange(len(words))] = "altered"
    return " ".join(words)


def names(response):
    return [hit.article.name.split("/")[1] for hit in response.hits]


@pytest.fixture(scope="module")
def agencies(tmp_path_factory):
    """Thirty stories; every third was printed by three agencies with a word changed here and there."""
    from programs import Server
    rng = random.Random(3)
    with Server(tmp_path_factory.mktemp("agencies") / "data") as server:
        api = stubs(server.target)
        for number in range(30):
            text = prose(rng)
            for copy in range(3 if number % 3 == 0 else 1):
                create(api, article(
                    f"s{number}-{copy}", f"Report {number}", edited(text, rng, copy), time=10 * number + copy,
                    categories=[f"categories/c{copy}"]))
        yield api
        api.channel.close()


def test_near_duplicates_are_one_hit_with_exact_totals_and_facets(agencies):
    request = search_pb2.SearchRequest(
        query="report", collapse=search_pb2.COLLAPSE_DUPLICATES, page_size=7)
    request.facets.add(field="category")
    found, token, duplicates = [], "", {}
    while True:
        request.page_token = token
        page = agencies.search.Search(request)
        found += names(page)
        duplicates.update({h.article.name: list(h.duplicates) for h in page.hits if h.duplicates})
        assert page.total_hits == 30
        assert page.total_articles == 50
        # What is left is the one published first; all of those are in the first agency's category.
        assert {v.value: v.count for v in page.facets[0].values} == {"c0": 30}
        token = page.next_page_token
        if not token:
            break
    assert sorted(found) == sorted(f"s{n}-0" for n in range(30))
    assert duplicates == {
        f"articles/s{n}-0": [f"articles/s{n}-1", f"articles/s{n}-2"] for n in range(0, 30, 3)}
    whole = agencies.search.Search(search_pb2.SearchRequest(query="report", page_size=100))
    assert len(whole.hits) == whole.total_hits == 50
    scores = {h.article.name: h.score for h in whole.hits}
    request.page_token = ""
    assert all(h.score == scores[h.article.name] for h in agencies.search.Search(request).hits)


def test_near_duplicates_are_related_with_their_similarity(agencies):
    answer = agencies.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(
        name="articles/s3-0", types=[article_pb2.RELATION_TYPE_NEAR_DUPLICATE]))
    assert {hit.article.name for hit in answer.related} == {"articles/s3-1", "articles/s3-2"}
    for hit in answer.related:
        assert [e.type for e in hit.evidence] == [article_pb2.RELATION_TYPE_NEAR_DUPLICATE]
        assert "%" in hit.evidence[0].details[0]
    none = agencies.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(
        name="articles/s4-0", types=[article_pb2.RELATION_TYPE_NEAR_DUPLICATE]))
    assert not none.related


NAMES = {"en": "Kobakhidze spoke", "ka": "კობახიძე საუბრობს", "ru": "Кобахидзе выступил"}


@pytest.mark.parametrize("asked", ["Kobakhidze", "კობახიძე", "Кобахидзе", "კობახიძემ"])
def test_a_name_in_one_script_finds_the_others(start, asked):
    api = stubs(start().target)
    for language, title in NAMES.items():
        create(api, article(language, title, language=language))
        create(api, article("other-" + language, {"en": "Weather", "ka": "ამინდი", "ru": "Погода"}[language],
                            language=language))
    found = api.search.Search(search_pb2.SearchRequest(query=asked, highlight=search_pb2.HighlightOptions()))
    assert set(names(found)) == set(NAMES)
    assert all(hit.highlights for hit in found.hits)
    assert api.search.Count(search_pb2.CountRequest(query=asked)).total_articles == 3
    own = {"K": "en", "კ": "ka", "К": "ru"}[asked[0]]
    assert names(found)[0] == own
    api.channel.close()


def test_typing_errors_are_proposed_to_be_mended_or_forgiven(start):
    api = stubs(start().target)
    create(api, article("one", "The vineyard in autumn"))
    proposed = api.search.Search(search_pb2.SearchRequest(query="vinyard"))
    assert not proposed.hits and proposed.corrected_query == "vineyard"
    off = api.search.Search(search_pb2.SearchRequest(query="vinyard", typo_policy=search_pb2.TYPO_POLICY_OFF))
    assert not off.hits and not off.corrected_query
    forgiven = api.search.Search(search_pb2.SearchRequest(query="vinyard", typo_policy=search_pb2.TYPO_POLICY_MATCH))
    assert names(forgiven) == ["one"]
    api.channel.close()


def test_suggestions_come_of_every_kind_by_use_and_newness_with_one_error_forgiven(start):
    api = stubs(start().target)
    year = 365 * 86_400
    for number in range(3):
        create(api, article(f"old-{number}", f"Wine report {number}", time=-20 * year, tags=["wine old"],
                            authors=[article_pb2.Author(name="Nino Winemaker")]))
    for number in range(2):
        create(api, article(f"new-{number}", f"Winter {number}", time=60_000_000 + number, tags=["wine new"],
                            categories=["categories/w"]))
    api.categories.UpdateCategory(category_pb2.UpdateCategoryRequest(
        category=category_pb2.Category(name="categories/w", titles={"en": "Wine and food"})))

    def suggested(prefix, *kinds):
        answer = api.search.Suggest(search_pb2.SuggestRequest(prefix=prefix, kinds=kinds, limit=20))
        return [s.text for s in answer.suggestions]

    assert suggested("wine", search_pb2.SUGGESTION_KIND_TAG) == ["wine new", "wine old"]
    assert suggested("winem", search_pb2.SUGGESTION_KIND_AUTHOR) == ["Nino Winemaker"]
    assert suggested("Wine", search_pb2.SUGGESTION_KIND_CATEGORY) == ["Wine and food"]
    assert suggested("wint", search_pb2.SUGGESTION_KIND_TITLE)[0] == "Winter 1"
    assert suggested("wimemak", search_pb2.SUGGESTION_KIND_AUTHOR) == ["Nino Winemaker"]
    assert suggested("wnie", search_pb2.SUGGESTION_KIND_TAG) == ["wine new", "wine old"]
    assert "Winter 1" in suggested("wimter", search_pb2.SUGGESTION_KIND_TITLE)
    kinds = {s.kind for s in api.search.Suggest(search_pb2.SuggestRequest(prefix="win", limit=20)).suggestions}
    assert kinds == {1, 2, 3, 4, 5}
    api.channel.close()


def test_an_explanation_adds_up_at_every_level(start):
    api = stubs(start().target)
    for number in range(20):
        create(api, article(f"a{number}", f"Storm {number} over the harbour", "A ferry left " * number, time=number))
    search = search_pb2.SearchRequest(query='storm^2 "the harbour" ferr* left~')
    search.recency.half_life.seconds = 86_400

    def check(explanation):
        if not explanation.details:
            return
        values = [d.value for d in explanation.details]
        if "product" in explanation.description:
            product = 1.0
            for value in values:
                product *= value
            assert explanation.value == pytest.approx(product, rel=1e-12)
        elif "sum" in explanation.description:
            assert explanation.value == pytest.approx(sum(values), rel=1e-12)
        for detail in explanation.details:
            check(detail)

    search.recency.origin.seconds = 1_700_000_100
    for hit in api.search.Search(search).hits:
        explained = api.search.ExplainHit(search_pb2.ExplainHitRequest(name=hit.article.name, search=search))
        assert explained.explanation.value == pytest.approx(hit.score, rel=1e-5)
        check(explained.explanation)
    api.channel.close()


def test_links_in_the_text_relate_both_ends_and_the_preferred_edition_is_shown(start):
    api = stubs(start().target)
    create(api, article("target-en", "Bridge reopens", story="stories/bridge", url="https://news.example/bridge"))
    create(api, article("target-ka", "ხიდი გაიხსნა", language="ka", story="stories/bridge"))
    source = article("source", "A week in the city", "Last week the bridge reopened.")
    source.blocks[0].paragraph.links.add(start=10, end=20, url="https://news.example/bridge")
    create(api, source)
    forward = api.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(name="articles/source"))
    assert forward.related[0].article.name == "articles/target-en"
    evidence = forward.related[0].evidence[0]
    assert (evidence.type, list(evidence.details), evidence.block) == (
        article_pb2.RELATION_TYPE_INLINE_LINK, ["the bridge"], 0)
    back = api.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(name="articles/target-en"))
    types = {hit.article.name: [e.type for e in hit.evidence] for hit in back.related}
    assert article_pb2.RELATION_TYPE_BACKLINK in types["articles/source"]
    assert types["articles/target-ka"] == [article_pb2.RELATION_TYPE_TRANSLATION]
    georgian = api.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(
        name="articles/source", language_preferences=["ka", "en"]))
    assert georgian.related[0].article.name == "articles/target-ka"
    api.channel.close()
