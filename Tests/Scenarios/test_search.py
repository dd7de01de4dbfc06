"""What a stock Python client finds in the sample archive."""

import grpc
import pytest
from matiane.v1 import article_pb2, search_pb2

from conftest import stubs
from errors import refused

Code = grpc.StatusCode


def search(api, query, **fields):
    return api.search.Search(search_pb2.SearchRequest(query=query, **fields))


def names(response):
    return [hit.article.name.removeprefix("articles/") for hit in response.hits]


@pytest.mark.parametrize("query, first", [
    ("grape harvests", "kakheti-harvest-early-en"),
    ("hailstorm destroyed crop", "hail-in-kakheti-en"),
    ("ხიდი თბილისში", "rike-bridge-reopens-ka"),
    ("მატარებლის ვაგონები", "night-train-batumi-ka"),
    ("виноградникам града", "hail-in-kakheti-ru"),
    ("паромы", "ferry-black-sea-ru"),
])
def test_words_are_found_in_any_of_their_forms(api, query, first):
    assert names(search(api, query))[0] == first


@pytest.mark.parametrize("query, expected", [
    ("ferry AND lorries", {"ferry-black-sea-en"}),
    # A country goes by its names in all languages.
    ("ferry AND romania", {"ferry-black-sea-en", "ferry-black-sea-ka", "ferry-black-sea-ru"}),
    ("train NOT batumi", set()),
    ('"tram bridge"', {"rike-bridge-reopens-en"}),
    ('"bridge tram"', set()),
    ("title:chess", {"chess-junior-title-en"}),
    ("hazeln*", {"robot-class-zugdidi-en"}),
    ("hazlenut~", {"robot-class-zugdidi-en"}),
    ("turbines language:en -birds", set()),
    ("(robot OR umbrella) AND language:en", {"robot-class-zugdidi-en", "archivist-interview-en"}),
    ("tag:wine AND harvest", {"kakheti-harvest-early-en"}),
    ("turbines before:2025-05-01", {"wind-farm-vote-en", "wind-farm-vote-ka"}),
    ("turbines after:2025-05-01", set()),
])
def test_the_query_syntax_means_what_it_says(api, query, expected):
    found = search(api, query)
    assert set(names(found)) == expected
    assert found.total_articles == len(expected)


def test_a_story_is_one_hit_in_the_preferred_language(api):
    found = search(api, "виноград", collapse=search_pb2.COLLAPSE_STORY, language_preferences=["ka"])
    assert found.hits[0].article.language == "ka"
    assert found.hits[0].matched_language == "ru"
    assert {e.language for e in found.hits[0].editions} == {"en", "ru"}
    assert len(found.hits) == found.total_stories == len({h.article.story for h in found.hits})


@pytest.mark.parametrize("query", ["виноград language:ru", "виноград AND language:ru", "виноград -language:ka"])
def test_what_the_query_says_of_its_matches_does_not_narrow_their_editions(api, query):
    found = search(api, query, collapse=search_pb2.COLLAPSE_STORY, language_preferences=["ka"])
    assert found.hits[0].article.language == "ka"
    assert {e.language for e in found.hits[0].editions} == {"en", "ru"}
    found = search(api, "виноград", filter='language = "ru"', collapse=search_pb2.COLLAPSE_STORY, language_preferences=["ka"])
    assert found.hits[0].article.language == "ru" and not found.hits[0].editions


def test_a_preferred_language_is_met_by_its_varieties(start):
    api = stubs(start().target)
    for tag in ("ka", "en-GB", "de"):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article_pb2.Article(
            name=f"articles/variety-{tag.lower()}", story="stories/variety", language=tag, title="Variety")))
    for preferences, language in [
            (["en"], "en-GB"), (["en-US"], "en-GB"), (["en-US", "de"], "de"), (["de-AT"], "de"), (["fr", "ka"], "ka"),
            (["en-GB", "ka"], "en-GB"), (["DE-at", "en"], "de")]:
        found = search(api, "variety", collapse=search_pb2.COLLAPSE_STORY, language_preferences=preferences)
        assert [hit.article.language for hit in found.hits] == [language], preferences


def test_filters_narrow_without_changing_scores(api):
    everything = search(api, "kakheti")
    narrowed = search(api, "kakheti", filter='language = "en" AND category = "economy" AND publish_time >= "2025-07-01T00:00:00Z"')
    assert names(narrowed) == ["kakheti-harvest-early-en"]
    scores = {h.article.name: h.score for h in everything.hits}
    assert narrowed.hits[0].score == pytest.approx(scores[narrowed.hits[0].article.name])


@pytest.mark.parametrize("value", ["published", "Published", "ARTICLE_STATUS_PUBLISHED", "article_status_pub*"])
def test_kinds_and_statuses_may_be_written_in_any_case(api, value):
    written = search(api, "kakheti", filter=f"kind:(NEWS OR ANALYSIS OR INTERVIEW) AND status = {value}")
    assert written.hits
    assert names(written) == names(search(api, "kakheti", filter="kind:(news OR Analysis OR article_kind_interview) AND status = PUBLISHED"))


@pytest.mark.parametrize("fields", [
    {"query": "language:KA (kakheti OR კახეთი)"}, {"query": "", "filter": 'language = "KA"'},
    {"query": "grape OR виноград", "collapse": search_pb2.COLLAPSE_STORY, "language_preferences": ["KA"]},
])
def test_languages_may_be_written_in_any_case(api, fields):
    hits = search(api, **fields).hits
    assert hits and {hit.article.language for hit in hits} == {"ka"}


def test_a_half_life_halves_the_score(api):
    plain = search(api, "kakheti").hits[0]
    recency = search_pb2.Recency(origin=plain.article.publish_time)
    recency.half_life.seconds = 86_400
    recency.origin.seconds += 2 * 86_400
    aged = {hit.article.name: hit.score for hit in search(api, "kakheti", recency=recency, page_size=100).hits}
    assert aged[plain.article.name] == pytest.approx(plain.score / 4)


@pytest.mark.parametrize("field", ["match_mode", "typo_policy", "collapse"])
def test_a_choice_that_nobody_knows_is_refused(api, field):
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        search(api, "kakheti", **{field: 77})
    assert failure[0].field == field


def test_facets_count_everything_that_matches(api):
    request = search_pb2.SearchRequest(filter='publish_time < "2026-01-01T00:00:00Z" AND status = "PUBLISHED"')
    request.facets.add(field="language")
    request.facets.add(field="category", limit=2)
    request.facets.add(date_histogram=search_pb2.DateHistogram(interval=search_pb2.CALENDAR_INTERVAL_MONTH))
    found = api.search.Search(request)
    languages = {v.value: v.count for v in found.facets[0].values}
    assert languages["en"] == languages["ka"] == languages["ru"] == 12
    assert len(found.facets[1].values) == 2
    assert sum(v.count for v in found.facets[2].values) == found.total_articles


def test_highlights_are_byte_offsets_into_the_text(api):
    found = search(api, "ვენახები", highlight=search_pb2.HighlightOptions())
    hit = found.hits[0]
    assert hit.highlights
    for highlight in hit.highlights:
        if highlight.WhichOneof("place") == "block":
            text = hit.article.blocks[highlight.block].paragraph.text.encode()
        else:
            text = getattr(hit.article, highlight.field).encode()
        assert text[highlight.start:highlight.end].decode() == highlight.text
        assert highlight.spans
        for span in highlight.spans:
            assert text[span.start:span.end].decode().startswith("ვენახ")


def test_pages_of_hits_follow_each_other(api):
    whole = names(search(api, "the", page_size=100))
    walked, token = [], ""
    while True:
        page = search(api, "the", page_size=2, page_token=token)
        walked += names(page)
        token = page.next_page_token
        if not token:
            break
    assert walked == whole


def test_hits_can_be_ordered_by_time(api):
    found = search(api, "", filter='language = "en"', order_by="publish_time", page_size=100)
    times = [h.article.publish_time.seconds for h in found.hits]
    assert times == sorted(times)
    newest_first = search(api, "", filter='language = "en"', order_by="publish_time desc", page_size=100)
    assert [h.article.publish_time.seconds for h in newest_first.hits] == times[::-1]


def test_count_agrees_with_search(api):
    counted = api.search.Count(search_pb2.CountRequest(query="წელი OR год OR year"))
    found = search(api, "წელი OR год OR year")
    assert (counted.total_articles, counted.total_stories) == (found.total_articles, found.total_stories)


def test_suggest_completes_the_last_word(api):
    answer = api.search.Suggest(search_pb2.SuggestRequest(prefix="news", limit=20))
    assert any(s.text == "newspapers" for s in answer.suggestions)


def test_words_are_suggested_from_the_languages_asked_for(api):
    def words(*languages):
        answer = api.search.Suggest(search_pb2.SuggestRequest(
            prefix="news", kinds=[search_pb2.SUGGESTION_KIND_TERM], languages=languages))
        return {s.text for s in answer.suggestions}

    assert words("EN") == words() != set()
    assert words("ka", "ru") == set()


def test_related_articles_say_why(api):
    answer = api.search.GetRelatedArticles(search_pb2.GetRelatedArticlesRequest(
        name="articles/kakheti-harvest-early-en"))
    evidence = {hit.article.name: {e.type for e in hit.evidence} for hit in answer.related}
    assert article_pb2.RELATION_TYPE_ALSO_READ in evidence["articles/hail-in-kakheti-en"]
    assert article_pb2.RELATION_TYPE_TRANSLATION in evidence["articles/kakheti-harvest-early-ka"]


def test_an_explanation_adds_up_to_the_score(api):
    found = search(api, "hail vineyards")
    top = found.hits[0]
    explained = api.search.ExplainHit(search_pb2.ExplainHitRequest(
        name=top.article.name, search=search_pb2.SearchRequest(query="hail vineyards")))
    assert explained.matches
    assert explained.explanation.value == pytest.approx(top.score, rel=1e-5)
    assert sum(d.value for d in explained.explanation.details) == pytest.approx(top.score, rel=1e-5)


@pytest.mark.parametrize("query, position", [('"open phrase', 0), ("(bridge", 0), ("bridge )", 7), ("nofield:x", 0)])
def test_a_syntax_error_names_its_byte(api, query, position):
    with refused(Code.INVALID_ARGUMENT, "QUERY_SYNTAX") as failure:
        search(api, query)
    assert failure[0].field == "query"
    assert "byte" in failure[0].message


def test_a_written_article_is_found_the_moment_it_is_acknowledged(api):
    for number in range(20):
        article = article_pb2.Article(
            name=f"articles/instant-{number}", language="en", title=f"Quokka number {number}")
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
        assert search(api, "quokka").total_articles == number + 1
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/instant-0"))
    assert search(api, "quokkas").total_articles == 19


def test_what_a_query_finds_depends_on_the_revision_alone(start):
    server = start()
    api = stubs(server.target)

    def create(name, language, title):
        return api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            article=article_pb2.Article(name=f"articles/{name}", language=language, title=title))).revision

    def found(**consistency):
        return [len(names(search(api, query, **consistency)))
                for query in ("Kobakhidze", "кобахидзе", "დაშვებები", "ministers")]

    for number in range(3):
        create(f"en-{number}", "en", "The minister (კობახიძე) said, დაშვება")
    # A name is found in the script that a text quotes it in, whatever language the text has.
    assert found()[:2] == [3, 3] and found()[3] == 3
    answers = {3: found()}
    revision = create("ka", "ka", "სხვა")
    answers[revision] = found()
    revision = api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/ka")).revision
    answers[revision] = found()
    assert answers[revision] == answers[3]
    assert {at: found(read_revision=at) for at in answers} == answers
    api.channel.close()
    server.kill()
    api = stubs(start().target)
    assert found() == answers[revision]
    api.channel.close()


def test_a_phrase_with_slop_that_holds_a_word_twice_needs_it_twice(start):
    api = stubs(start().target)
    for name, title in {"a": "Never, he said, never say die", "b": "Never say it, or never", "c": "Never say die"}.items():
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            article=article_pb2.Article(name=f"articles/{name}", language="en", title=title)))
    assert set(names(search(api, '"never say never"~4'))) == {"a", "b"}
    api.channel.close()


def test_every_word_within_an_edit_is_found_however_many_there_are(start):
    api = stubs(start().target)
    word, digits = "z12345q", "0123456789"
    inner = range(1, len(word) - 1)
    near = {word} | {word[:i] + word[i + 1:] for i in inner}
    near |= {word[:i] + digit + word[i + 1:] for i in inner for digit in digits}
    near |= {word[:i] + digit + word[i:] for i in range(1, len(word)) for digit in digits}
    near |= {word[:i] + word[i + 1] + word[i] + word[i + 2:] for i in range(1, len(word) - 2)}
    assert len(near) > 100
    titles = [*near, "z99999q", "z1245", "z54321q"]
    items = [article_pb2.ImportItem(article=article_pb2.Article(
        name=f"articles/z{number}", language="en", title=title)) for number, title in enumerate(titles)]
    list(api.articles.ImportArticles(iter([article_pb2.ImportArticlesRequest(items=items)])))
    assert api.search.Count(search_pb2.CountRequest(query=word + "~")).total_articles == len(near)
    api.channel.close()
