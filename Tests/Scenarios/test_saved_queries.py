"""Saved queries and synonyms: kept like articles, matched the other way round, changed while the server runs."""

import grpc
import pytest
from google.protobuf import field_mask_pb2
from matiane.v1 import article_pb2, saved_query_pb2, search_pb2, synonym_pb2

from conftest import stubs
from errors import refused
from programs import matiane

Code = grpc.StatusCode


def saved(name, query, **fields):
    return saved_query_pb2.SavedQuery(name=f"savedQueries/{name}", query=query, **fields)


def create(api, made):
    return api.queries.CreateSavedQuery(saved_query_pb2.CreateSavedQueryRequest(saved_query=made))


def article(name, title, language="en", categories=()):
    made = article_pb2.Article(name=f"articles/{name}", language=language, title=title, categories=categories)
    made.blocks.add().paragraph.text = f"{title}, told at length."
    return made


def matching(api, **target):
    found = api.queries.MatchArticle(saved_query_pb2.MatchArticleRequest(**target))
    assert found.total_size == len(found.saved_queries)
    return [q.name.split("/")[1] for q in found.saved_queries]


def test_saved_queries_are_kept_changed_and_deleted_like_any_resource(start):
    server = start()
    api = stubs(server.target)
    made = create(api, saved("flood", "flood OR წყალდიდობა", title="Floods"))
    assert made.etag and made.revision and made.create_time.seconds
    with refused(Code.ALREADY_EXISTS, "RESOURCE_EXISTS"):
        create(api, saved("flood", "x"))
    with refused(Code.INVALID_ARGUMENT, "QUERY_SYNTAX") as failure:
        create(api, saved("bad", '"open'))
    assert failure[0].field == "saved_query.query"
    with refused(Code.INVALID_ARGUMENT, "FILTER_SYNTAX"):
        create(api, saved("bad", "x", filter="language ="))
    changed = api.queries.UpdateSavedQuery(saved_query_pb2.UpdateSavedQueryRequest(
        saved_query=saved("flood", "ignored", title="High water", etag=made.etag),
        update_mask=field_mask_pb2.FieldMask(paths=["title"])))
    assert (changed.title, changed.query) == ("High water", made.query)
    with refused(Code.ABORTED, "ETAG_MISMATCH"):
        api.queries.UpdateSavedQuery(saved_query_pb2.UpdateSavedQueryRequest(
            saved_query=saved("flood", "y", etag=made.etag)))
    for number in range(5):
        create(api, saved(f"q{number}", f"word{number}"))
    names, token = [], ""
    while True:
        page = api.queries.ListSavedQueries(saved_query_pb2.ListSavedQueriesRequest(page_size=2, page_token=token))
        names += [q.name for q in page.saved_queries]
        token = page.next_page_token
        if not token:
            break
    assert names == sorted(names) and len(names) == page.total_size == 6
    server.kill()

    server = start()  # from the log
    api = stubs(server.target)
    get = saved_query_pb2.GetSavedQueryRequest(name="savedQueries/flood")
    assert api.queries.GetSavedQuery(get) == changed
    assert server.stop() == 0
    server = start()  # from the snapshot
    api = stubs(server.target)
    assert api.queries.GetSavedQuery(get) == changed
    api.queries.DeleteSavedQuery(saved_query_pb2.DeleteSavedQueryRequest(name=changed.name, etag=changed.etag))
    with refused(Code.NOT_FOUND, "RESOURCE_NOT_FOUND"):
        api.queries.GetSavedQuery(get)
    api.channel.close()


def test_an_article_finds_the_queries_that_it_answers(start):
    server = start()
    api = stubs(server.target)
    for name, query, fields in [
        ("forms", "ferries", {}), ("phrase", '"black sea"', {}), ("other", "vineyard", {}),
        ("prefix", "harb*", {}), ("not", "ferry -sea", {}), ("filter", "", {"filter": 'language = "ka"'}),
        ("below", "", {"filter": 'category = "world"'}),
        ("all", "ferry sea", {"match_mode": search_pb2.MATCH_MODE_ALL}),
        ("georgian", "ბორანი", {}),
    ]:
        create(api, saved(name, query, **fields))
    draft = article("draft", "The ferry crosses the Black Sea")
    assert matching(api, article=draft) == ["all", "forms", "phrase"]
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        article=article("stored", "ბორნები ბათუმში", "ka", ["categories/world"]), create_missing_categories=True))
    assert matching(api, name="articles/stored") == ["below", "filter", "georgian"]
    # The same as asking each query whether it finds the article.
    with refused(Code.NOT_FOUND, "RESOURCE_NOT_FOUND"):
        matching(api, name="articles/none")
    done = matiane(server.target, "queries", "match", "stored", "-o", "jsonl")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 3, done.stderr
    api.channel.close()


def test_synonyms_count_from_the_next_query_on(start):
    server = start()
    api = stubs(server.target)
    for name, title in [("a", "The European Union votes"), ("b", "EU vote"), ("c", "A union of bakers")]:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article(name, title)))
    create(api, saved("eu", "EU"))

    def found(query, **fields):
        answer = api.search.Search(search_pb2.SearchRequest(query=query, **fields))
        return {h.article.name.split("/")[1] for h in answer.hits}

    assert found("EU") == {"b"}
    put = synonym_pb2.UpdateSynonymSetRequest(
        synonym_set=synonym_pb2.SynonymSet(
            name="synonymSets/politics", language="en", rules=["EU, European Union"]), allow_missing=True)
    stored = api.synonyms.UpdateSynonymSet(put)
    assert found("EU") == {"a", "b"}
    assert found('European Union', match_mode=search_pb2.MATCH_MODE_ALL) == {"a", "b"}
    assert found('"EU"') == {"b"}
    assert matching(api, name="articles/a") == ["eu"]
    assert api.search.Count(search_pb2.CountRequest(query="EU")).total_articles == 2
    server.stop()
    server = start()
    api = stubs(server.target)
    assert found("EU") == {"a", "b"}
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.synonyms.CreateSynonymSet(synonym_pb2.CreateSynonymSetRequest(
            synonym_set=synonym_pb2.SynonymSet(rules=["a, b", "alone"]), synonym_set_id="bad"))
    assert failure[0].field == "synonym_set.rules[1]"
    api.synonyms.DeleteSynonymSet(synonym_pb2.DeleteSynonymSetRequest(name=stored.name, etag=stored.etag))
    assert found("EU") == {"b"}
    api.channel.close()


@pytest.mark.parametrize("command, shown", [
    (["suggest", "news"], "newspapers"),
    (["related", "kakheti-harvest-early-en"], "translation"),
    (["explain", "hail-in-kakheti-en", "hail vineyards"], "hail"),
    (["queries", "save", "wine", "vineyard OR ვენახი", "--title", "Wine"], "savedQueries/wine"),
    (["queries"], "vineyard"),
    (["queries", "delete", "wine"], "deleted"),
    (["synonyms", "put", "x", "hail, sleet"], "synonymSets/x"),
    (["synonyms"], "sleet"),
    (["synonyms", "delete", "x"], "deleted"),
])
def test_the_command_line_has_a_word_for_each(sample_server, command, shown):
    done = matiane(sample_server.target, *command)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout
