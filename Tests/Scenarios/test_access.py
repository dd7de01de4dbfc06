"""Who may call what: keys, roles, scopes, rates."""

import json
import queue
import signal
import subprocess
import time

import grpc
import pytest
from google.protobuf import field_mask_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from matiane.v1 import (
    admin_pb2, article_pb2, category_pb2, saved_query_pb2, search_pb2, story_pb2, watch_pb2)

from conftest import stubs
from errors import refused
from programs import BIN, SAMPLE, matiane, wait_until


def keys(path, *arguments):
    done = subprocess.run(
        [str(BIN / "matiane-server"), "keys", "--keys", str(path), *arguments],
        capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def bearer(key):
    return (("authorization", f"Bearer {key}"),)


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "keys.json"


@pytest.fixture
def guarded(start, key_file):
    """A server with keys, the sample archive, and one key a role."""
    made = {role: keys(key_file, "create", role, "--role", role) for role in ("reader", "writer", "admin")}
    server = start("--keys", str(key_file))
    imported = matiane(server.target, "import", "--create-categories", str(SAMPLE), "--api-key", made["writer"])
    assert imported.returncode == 0, imported.stderr
    server.keys = made
    server.api = stubs(server.target)
    return server


def test_without_a_key_nothing_is_answered_but_health(guarded):
    api = guarded.api
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_MISSING"):
        api.search.Search(search_pb2.SearchRequest(query="train"))
    for wrong in ("Bearer nonsense", "Basic x", f"Bearer {guarded.keys['reader'][:-1]}_"):
        with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID"):
            api.search.Search(search_pb2.SearchRequest(query="train"), metadata=(("authorization", wrong),))
    assert matiane(guarded.target, "health").returncode == 0


def test_each_role_may_what_the_one_before_may_and_more(guarded):
    api = guarded.api
    read = lambda role: api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(guarded.keys[role]))
    write = lambda role: api.categories.CreateCategory(
        category_pb2.CreateCategoryRequest(category_id=f"new-{role}", category=category_pb2.Category(titles={"en": "New"})),
        metadata=bearer(guarded.keys[role]))
    manage = lambda role: api.admin.CreateSnapshot(
        admin_pb2.CreateSnapshotRequest(), metadata=bearer(guarded.keys[role]))
    for action, allowed in ((read, ("reader", "writer", "admin")), (write, ("writer", "admin")), (manage, ("admin",))):
        for role in ("reader", "writer", "admin"):
            if role in allowed:
                action(role)
            else:
                with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
                    action(role)


def test_the_role_is_checked_before_existence(guarded):
    for name in ("articles/night-train-batumi-en", "articles/nowhere"):
        with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED") as failure:
            guarded.api.articles.DeleteArticle(
                article_pb2.DeleteArticleRequest(name=name), metadata=bearer(guarded.keys["reader"]))
        assert name not in failure[0].message


def test_the_header_x_api_key_does_as_well(guarded):
    guarded.api.search.Search(
        search_pb2.SearchRequest(query="train"), metadata=(("x-api-key", guarded.keys["reader"]),))


def test_a_key_comes_and_goes_while_the_server_runs(guarded, key_file):
    new = keys(key_file, "create", "late", "--role", "reader")
    search = lambda: guarded.api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(new))
    with refused(grpc.StatusCode.UNAUTHENTICATED):
        search()
    assert matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"]).returncode == 0
    search()
    told = matiane(guarded.target, "reload", "-o", "json", "--api-key", guarded.keys["admin"]).stdout
    assert "keys" in json.loads(told)["reloaded"]
    identity = new.split("_")[1]
    assert identity in keys(key_file, "list")
    keys(key_file, "revoke", identity)
    assert matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"]).returncode == 0
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID"):
        search()


def test_an_expired_key_is_refused(start, key_file):
    new = keys(key_file, "create", "short", "--expires", "0s")
    api = stubs(start("--keys", str(key_file)).target)
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID") as failure:
        api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(new))
    assert "expired" in failure[0].message


def test_no_secret_is_in_the_file_or_the_log(guarded, key_file):
    secret = guarded.keys["reader"].rsplit("_", 1)[1]
    guarded.api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(guarded.keys["reader"]))
    assert secret not in key_file.read_text()
    assert not any(secret in line for line in guarded.lines)


def test_a_key_for_some_methods_may_call_those_only(guarded, key_file):
    new = keys(key_file, "create", "search only", "--method", "SearchService/Search")
    matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"])
    guarded.api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(new))
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        guarded.api.search.Count(search_pb2.CountRequest(query="train"), metadata=bearer(new))


def test_a_key_for_a_language_sees_nothing_else(guarded, key_file):
    new = keys(key_file, "create", "georgian desk", "--language", "ka", "--role", "writer")
    matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"])
    api, mine, all_of_it = guarded.api, bearer(new), bearer(guarded.keys["reader"])
    count = lambda who: api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=1), metadata=who).total_size
    assert 0 < count(mine) < count(all_of_it)
    listed = api.articles.ListArticles(article_pb2.ListArticlesRequest(page_size=1000), metadata=mine).articles
    assert {article.language for article in listed} == {"ka"}
    found = api.search.Search(search_pb2.SearchRequest(query="train"), metadata=mine)
    assert found.total_articles == 0 and not found.hits
    exported = [a for part in api.articles.ExportArticles(article_pb2.ExportArticlesRequest(), metadata=mine)
                for a in part.articles]
    assert len(exported) == len(listed)
    with refused(grpc.StatusCode.NOT_FOUND):
        api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/night-train-batumi-en"), metadata=mine)
    api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/night-train-batumi-ka"), metadata=mine)
    batch = api.articles.BatchGetArticles(
        article_pb2.BatchGetArticlesRequest(names=["articles/night-train-batumi-en", "articles/night-train-batumi-ka"]),
        metadata=mine)
    assert [a.language for a in batch.articles] == ["ka"] and batch.missing == ["articles/night-train-batumi-en"]
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        api.articles.DeleteArticle(
            article_pb2.DeleteArticleRequest(name="articles/night-train-batumi-en"), metadata=mine)
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        api.articles.CreateArticle(
            article_pb2.CreateArticleRequest(article=article_pb2.Article(title="x", language="en")), metadata=mine)
    api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(
            article_id="mine", article=article_pb2.Article(title="x", language="ka")), metadata=mine)
    # What cannot keep to the scope is refused altogether: stories join all languages.
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        api.stories.ListStories(story_pb2.ListStoriesRequest(), metadata=mine)


@pytest.fixture
def desk(guarded, key_file):
    """The server with the metadata of a key that sees and writes Georgian articles only."""
    guarded.desk = bearer(keys(key_file, "create", "georgian desk", "--language", "ka", "--role", "writer"))
    guarded.reader = bearer(guarded.keys["reader"])
    guarded.writer = bearer(guarded.keys["writer"])
    assert matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"]).returncode == 0
    return guarded


def test_suggestions_come_from_the_scope_of_a_key(desk):
    def suggest(who, prefix, *kinds):
        request = search_pb2.SuggestRequest(prefix=prefix, kinds=kinds, limit=100)
        return desk.api.search.Suggest(request, metadata=who).suggestions

    # "Night Train" is in English titles and texts only.
    assert suggest(desk.reader, "nigh", search_pb2.SUGGESTION_KIND_TERM, search_pb2.SUGGESTION_KIND_TITLE)
    assert not suggest(desk.desk, "nigh", search_pb2.SUGGESTION_KIND_TERM, search_pb2.SUGGESTION_KIND_TITLE)
    words = suggest(desk.desk, "მატარებ", search_pb2.SUGGESTION_KIND_TERM, search_pb2.SUGGESTION_KIND_TITLE)
    assert {word.kind for word in words} == {search_pb2.SUGGESTION_KIND_TERM, search_pb2.SUGGESTION_KIND_TITLE}
    assert all(word.resource.endswith("-ka") for word in words if word.kind == search_pb2.SUGGESTION_KIND_TITLE)
    seen = suggest(desk.desk, "eco", search_pb2.SUGGESTION_KIND_CATEGORY)
    assert seen
    for category in seen:
        within = f'category = "{category.resource.removeprefix("categories/")}"'
        mine, all_of_them = (
            desk.api.articles.ListArticles(article_pb2.ListArticlesRequest(filter=within), metadata=who).total_size
            for who in (desk.desk, desk.reader))
        assert category.article_count == mine < all_of_them


def test_what_is_outside_takes_no_place_among_related_articles_and_suggestions(guarded, key_file):
    writer = bearer(guarded.keys["writer"])
    key = bearer(keys(key_file, "create", "culture desk", "--category", "culture"))
    assert matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"]).returncode == 0

    def put(name, category, value):
        text = article_pb2.Block(paragraph=article_pb2.Paragraph(text="quixotic zephyr jubilee lanterns over Kutaisi"))
        guarded.api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article_pb2.Article(
            name=f"articles/{name}", title=f"Quixotic zephyr {name}", language="en", categories=[f"categories/{category}"], blocks=[text],
            tags=[f"zzt{value}"], authors=[article_pb2.Author(name=f"Zzt {value}")])), metadata=writer)

    def suggest(kind):
        request = search_pb2.SuggestRequest(prefix="zzt", kinds=[kind], limit=1)
        return [found.text for found in guarded.api.search.Suggest(request, metadata=key).suggestions]

    put("asked", "culture", "mine")
    put("mine", "culture", "mine")
    for number in range(30):
        # As much alike, and values that are used as much.
        put(f"a-{number}", "economy", str(number // 2))
    request = search_pb2.GetRelatedArticlesRequest(name="articles/asked", page_size=5)
    related = guarded.api.search.GetRelatedArticles(request, metadata=key).related
    assert [hit.article.name for hit in related] == ["articles/mine"]
    assert suggest(search_pb2.SUGGESTION_KIND_TAG) == ["zztmine"]
    assert suggest(search_pb2.SUGGESTION_KIND_AUTHOR) == ["Zzt mine"]


def test_a_key_keeps_what_its_article_shares_with_others_outside(desk):
    shared = {"source": article_pb2.Source(id="wire-9"), "aliases": ["https://example.org/wire-9"]}

    def create(name, language, who):
        desk.api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article_pb2.Article(
            name=f"articles/{name}", title="Wire", language=language, **shared)), metadata=who)

    create("wire-9-ka", "ka", desk.desk)
    create("wire-9-de", "de", desk.writer)
    mine = article_pb2.Article(name="articles/wire-9-ka", title="Changed", language="ka")
    desk.api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
        article=mine, update_mask=field_mask_pb2.FieldMask(paths=["title"])), metadata=desk.desk)
    item = article_pb2.ImportItem(article=article_pb2.Article(name=mine.name, title="Imported", language="ka", **shared))
    parts = desk.api.articles.ImportArticles(iter([article_pb2.ImportArticlesRequest(items=[item])]), metadata=desk.desk)
    assert not any(result.HasField("error") for part in parts for result in part.results)
    for key in ({"source_id": "wire-9"}, {"alias": shared["aliases"][0]}, {"url": shared["aliases"][0]}):
        request = article_pb2.LookupArticleRequest(**key)
        assert desk.api.articles.LookupArticle(request, metadata=desk.desk).title == "Imported"
    # Another of the same identifier would be found in place of what is outside.
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        create("wire-9-a", "ka", desk.desk)


def test_related_articles_and_matching_queries_are_those_of_the_scope_of_a_key(desk):
    def related(who, name):
        request = search_pb2.GetRelatedArticlesRequest(name=name, page_size=100, language_preferences=["en"])
        return desk.api.search.GetRelatedArticles(request, metadata=who).related

    def match(name):
        return desk.api.queries.MatchArticle(saved_query_pb2.MatchArticleRequest(name=name), metadata=desk.desk)

    georgian, english = "articles/night-train-batumi-ka", "articles/night-train-batumi-en"
    assert any(hit.article.language != "ka" for hit in related(desk.reader, georgian))
    assert all(hit.article.language == "ka" for hit in related(desk.desk, georgian))
    desk.api.queries.CreateSavedQuery(
        saved_query_pb2.CreateSavedQueryRequest(
            saved_query_id="trains", saved_query=saved_query_pb2.SavedQuery(query="მატარებელი")), metadata=desk.writer)
    assert [query.name for query in match(georgian).saved_queries] == ["savedQueries/trains"]
    for call in (match, lambda name: related(desk.desk, name)):
        with refused(grpc.StatusCode.NOT_FOUND):
            call(english)


def test_an_import_takes_what_is_in_the_scope_of_a_key_and_refuses_the_rest_item_by_item(desk):
    known = desk.api.articles.GetArticle(
        article_pb2.GetArticleRequest(name="articles/night-train-batumi-en"), metadata=desk.reader)
    items = [
        article_pb2.Article(name="articles/new-ka", title="ახალი", language="ka"),
        article_pb2.Article(name="articles/new-en", title="New", language="en"),
        article_pb2.Article(name=known.name, title="ჩემი", language="ka"),
        # The same article by the id of its publisher.
        article_pb2.Article(name="articles/other-ka", title="ჩემი", language="ka", source=article_pb2.Source(id=known.source.id)),
        article_pb2.Article(name="articles/another-ka", title="კიდევ", language="ka"),
    ]
    request = article_pb2.ImportArticlesRequest(
        items=[article_pb2.ImportItem(item_id=number, article=article) for number, article in enumerate(items)])
    results = [
        result for part in desk.api.articles.ImportArticles(iter([request]), metadata=desk.desk) for result in part.results]
    outcomes = {result.item_id: result.error.code if result.HasField("error") else "ok" for result in results}
    denied = grpc.StatusCode.PERMISSION_DENIED.value[0]
    assert outcomes == {0: "ok", 1: denied, 2: denied, 3: denied, 4: "ok"}
    assert desk.api.articles.GetArticle(article_pb2.GetArticleRequest(name=known.name), metadata=desk.reader) == known


def test_a_watch_shows_the_scope_of_a_key_as_if_there_were_nothing_else(desk):
    def write(name, title, language):
        article = article_pb2.Article(name=f"articles/{name}", title=title, language=language)
        desk.api.articles.UpdateArticle(
            article_pb2.UpdateArticleRequest(article=article, allow_missing=True), metadata=desk.writer)

    requests = queue.SimpleQueue()
    requests.put(watch_pb2.WatchRequest(add=watch_pb2.AddWatch(watch_id=1)))
    stream = desk.api.watch.Watch(iter(requests.get, None), metadata=desk.desk)
    assert next(stream).HasField("started")
    write("stranger", "never seen", "en")
    write("wanderer", "first", "ka")
    write("wanderer", "second", "en")
    write("wanderer", "third", "en")
    write("wanderer", "fourth", "ka")
    write("stranger", "still not", "en")
    write("wanderer", "fifth", "ka")
    seen = []
    while len(seen) < 4:
        seen += [(change.action, change.article.title) for change in next(stream).changes.changes]
    assert seen == [
        (watch_pb2.ARTICLE_ACTION_CREATED, "first"), (watch_pb2.ARTICLE_ACTION_DELETED, "first"),
        (watch_pb2.ARTICLE_ACTION_CREATED, "fourth"), (watch_pb2.ARTICLE_ACTION_UPDATED, "fifth"),
    ]
    requests.put(None)
    stream.cancel()


def test_anonymous_callers_may_read_where_that_is_switched_on(start, key_file):
    writer = keys(key_file, "create", "w", "--role", "writer")
    server = start("--keys", str(key_file), "--anonymous", "reader")
    api = stubs(server.target)
    api.search.Search(search_pb2.SearchRequest(query="train"))
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_MISSING"):
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/x"))
    with refused(grpc.StatusCode.NOT_FOUND):
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name="articles/x"), metadata=bearer(writer))


@pytest.mark.parametrize("flag, subject", [("--rate-per-key", "key:"), ("--rate-per-address", "address:127.0.0.1")])
def test_too_many_calls_are_refused_and_told_when_to_come_again(start, key_file, flag, subject):
    new = keys(key_file, "create", "busy")
    api = stubs(start("--keys", str(key_file), flag, "2").target)
    search = lambda: api.search.Search(search_pb2.SearchRequest(query="train"), metadata=bearer(new))
    with refused(grpc.StatusCode.RESOURCE_EXHAUSTED, "RATE_LIMITED") as failure:
        for _ in range(500):
            search()
    assert failure[0].detail("QuotaFailure").violations[0].subject.startswith(subject)
    delay = failure[0].detail("RetryInfo").retry_delay
    assert 0 < delay.seconds + delay.nanos / 1e9 <= 1
    time.sleep(delay.seconds + delay.nanos / 1e9 + 0.05)
    search()


def test_reflection_counts_towards_the_rate_of_an_address_and_single_health_checks_do_not(start):
    server = start("--rate-per-address", "2")
    with grpc.insecure_channel(server.target) as channel:
        health = health_pb2_grpc.HealthStub(channel)
        for _ in range(50):
            assert health.Check(health_pb2.HealthCheckRequest()).status == health_pb2.HealthCheckResponse.SERVING
        reflection = reflection_pb2_grpc.ServerReflectionStub(channel)
        with refused(grpc.StatusCode.RESOURCE_EXHAUSTED, "RATE_LIMITED"):
            for _ in range(50):
                list(reflection.ServerReflectionInfo(iter([reflection_pb2.ServerReflectionRequest(list_services="")])))


def test_whoever_guesses_at_keys_is_held_up_like_everybody_else(start, key_file):
    keys(key_file, "create", "right")
    api = stubs(start("--keys", str(key_file), "--rate-per-address", "2").target)
    codes = set()
    for number in range(500):
        try:
            api.search.Search(search_pb2.SearchRequest(query="x"), metadata=bearer(f"mtn_0123456789_{number:032}"))
        except grpc.RpcError as error:
            codes.add(error.code())
    assert codes == {grpc.StatusCode.UNAUTHENTICATED, grpc.StatusCode.RESOURCE_EXHAUSTED}


def test_a_reload_that_lacks_the_keys_opens_nothing(start, key_file, tmp_path):
    admin = keys(key_file, "create", "boss", "--role", "admin")
    file = tmp_path / "matiane.yaml"
    file.write_text(f"keys: {key_file}\n")
    server = start("--config", str(file))
    article = article_pb2.CreateArticleRequest(article=article_pb2.Article(title="x", language="en"))
    file.write_text("# keys are lost\n")
    server.process.send_signal(signal.SIGHUP)
    wait_until(lambda: any("the configuration stays as it was" in line and "--anonymous" in line for line in list(server.lines)),
               "the reload to be refused")
    api = stubs(server.target)
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_MISSING"):
        api.articles.CreateArticle(article)
    file.write_text("anonymous: admin\n")
    assert matiane(server.target, "reload", "--api-key", admin).returncode == 0
    api.articles.CreateArticle(article)


def test_an_open_server_that_others_reach_says_so(start):
    for flags, is_told in [((), True), (("--anonymous", "admin"), False)]:
        server = start("--listen", "0.0.0.0:0", "--insecure", *flags)
        assert any("may read, write and administer" in line for line in server.lines) == is_told, server.lines
        server.stop()


def test_a_key_for_a_server_that_has_none_is_told_so(start, key_file):
    key = keys(key_file, "create", "r", "--role", "reader")
    server = start()
    assert "knows no API keys: call it without one" in matiane(server.target, "list", "--api-key", key).stderr
    server.stop()
    server = start("--keys", str(key_file))
    assert "may have been revoked" in matiane(server.target, "list", "--api-key", key[:-1]).stderr


def test_streams_end_when_their_key_is_revoked(guarded, key_file):
    new = keys(key_file, "create", "late", "--role", "writer")
    reload = lambda: matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"])
    assert reload().returncode == 0
    watching, bringing = queue.SimpleQueue(), queue.SimpleQueue()
    watch = guarded.api.watch.Watch(iter(watching.get, None), metadata=bearer(new))
    watching.put(watch_pb2.WatchRequest(add=watch_pb2.AddWatch(watch_id=1)))
    assert next(watch).HasField("started")
    results = guarded.api.articles.ImportArticles(iter(bringing.get, None), metadata=bearer(new))

    def bring(name):
        article = article_pb2.Article(name=f"articles/{name}", title=name, language="en")
        bringing.put(article_pb2.ImportArticlesRequest(items=[article_pb2.ImportItem(item_id=1, article=article)]))

    # A reload that leaves the key as it is leaves its streams as they are.
    bring("before")
    assert next(results).results[0].HasField("imported") and next(watch).HasField("changes")
    assert reload().returncode == 0
    bring("between")
    assert next(results).results[0].HasField("imported") and next(watch).HasField("changes")
    keys(key_file, "revoke", new.split("_")[1])
    assert reload().returncode == 0
    bring("after")
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID"):
        next(results)
    guarded.api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(article=article_pb2.Article(title="unseen", language="en")),
        metadata=bearer(guarded.keys["writer"]))
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID"):
        next(watch)
    with refused(grpc.StatusCode.NOT_FOUND):
        guarded.api.articles.GetArticle(
            article_pb2.GetArticleRequest(name="articles/after"), metadata=bearer(guarded.keys["reader"]))


@pytest.mark.parametrize("role", ["reader", "admin"])
def test_what_is_sent_for_long_ends_when_its_key_is_revoked(guarded, key_file, role):
    """An export, and a snapshot that is downloaded, to a client that takes little at a time."""
    for number in range(40):
        guarded.api.articles.CreateArticle(
            article_pb2.CreateArticleRequest(article=article_pb2.Article(
                title=f"long {number}", language="en", summary=f"{number} words " * 10_000)),
            metadata=bearer(guarded.keys["writer"]))
    guarded.api.admin.CreateSnapshot(admin_pb2.CreateSnapshotRequest(), metadata=bearer(guarded.keys["admin"]))
    new = keys(key_file, "create", "late", "--role", role)
    reload = lambda: matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"])
    assert reload().returncode == 0
    slow = stubs(guarded.target, options=[("grpc.http2.lookahead_bytes", 65_536), ("grpc.http2.bdp_probe", 0)])
    parts = (slow.articles.ExportArticles(article_pb2.ExportArticlesRequest(), metadata=bearer(new)) if role == "reader"
             else slow.admin.DownloadSnapshot(admin_pb2.DownloadSnapshotRequest(), metadata=bearer(new)))
    next(parts)
    keys(key_file, "revoke", new.split("_")[1])
    assert reload().returncode == 0
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID"):
        for _ in parts:
            pass


def test_a_watch_ends_when_its_key_has_expired(start, key_file):
    new = keys(key_file, "create", "short", "--expires", "3s")
    api = stubs(start("--keys", str(key_file)).target)
    requests = queue.SimpleQueue()
    watch = api.watch.Watch(iter(requests.get, None), metadata=bearer(new))
    often = watch_pb2.AddWatch(watch_id=1)
    often.progress_interval.FromMilliseconds(100)
    requests.put(watch_pb2.WatchRequest(add=often))
    with refused(grpc.StatusCode.UNAUTHENTICATED, "CREDENTIALS_INVALID") as failure:
        for _ in watch:
            pass
    assert "expired" in failure[0].message


@pytest.mark.parametrize("flags, complaint", [
    (("--method", "SearchService/Find"), "no method matches 'SearchService/Find'"),
    (("--language", "klingon?"), "--language: expected a BCP-47 tag"),
    (("--category", "Bad Id"), "--category: expected the id of a category"),
    (("--role", "boss"), "expected one of reader, writer, admin"),
])
def test_a_key_that_the_server_would_not_take_is_not_made(key_file, flags, complaint):
    done = subprocess.run(
        [str(BIN / "matiane-server"), "keys", "--keys", str(key_file), "create", "x", *flags], capture_output=True, text=True)
    assert done.returncode in (1, 2) and complaint in done.stderr and not done.stdout
    assert not key_file.exists()


def test_a_query_that_costs_too_much_is_given_up(start, tmp_path):
    server = start("--max-query-cost", "1")
    lines = tmp_path / "many.jsonl"
    lines.write_text("".join(
        f'{{"id": "a{n}", "title": "common word {n}", "body": "common text", "language": "en"}}\n' for n in range(20_000)))
    assert matiane(server.target, "import", str(lines)).returncode == 0
    api = stubs(server.target)
    with refused(grpc.StatusCode.RESOURCE_EXHAUSTED, "QUERY_TOO_COSTLY"):
        api.search.Count(search_pb2.CountRequest(query="common OR text OR word"))
    assert api.search.Count(search_pb2.CountRequest(query='"word 17"')).total_articles == 1


def test_a_key_takes_nothing_of_what_is_outside_its_scope(guarded, key_file):
    writer = bearer(guarded.keys["writer"])
    key = bearer(keys(
        key_file, "create", "culture desk", "--language", "en", "--category", "culture", "--role", "writer"))
    assert matiane(guarded.target, "reload", "--api-key", guarded.keys["admin"]).returncode == 0
    outside = guarded.api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        create_missing_categories=True, article=article_pb2.Article(
            name="articles/out", title="Out", language="ka", categories=["categories/budget"], story="stories/out",
            url="https://example.org/out", source=article_pb2.Source(id="out-1"))), metadata=writer)

    def article(name, **fields):
        return article_pb2.Article(
            name=f"articles/{name}", title="In", language="en", categories=["categories/culture"], **fields)

    def create(name, **fields):
        guarded.api.articles.CreateArticle(
            article_pb2.CreateArticleRequest(article=article(name, **fields)), metadata=key)

    create("in-1", story="stories/in", url="https://example.org/in", source=article_pb2.Source(id="in-1"))
    taken = [{"story": outside.story}, {"url": outside.url}, {"aliases": [outside.url]}, {"source": outside.source}]
    for number, fields in enumerate(taken):
        with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
            create(f"in-2{number}", **fields)
        with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
            guarded.api.articles.UpdateArticle(
                article_pb2.UpdateArticleRequest(article=article("in-1", **fields)), metadata=key)
    with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
        guarded.api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            create_missing_categories=True,
            article=article_pb2.Article(
                name="articles/in-3", title="In", language="en", categories=["categories/culture", "categories/brand-new"])),
            metadata=key)
    # Whether or not there is such an article.
    for name in ("articles/out", "articles/never"):
        for allow_missing in (False, True):
            with refused(grpc.StatusCode.PERMISSION_DENIED, "ROLE_DENIED"):
                guarded.api.articles.DeleteArticle(
                    article_pb2.DeleteArticleRequest(name=name, allow_missing=allow_missing), metadata=key)
    gone = article_pb2.DeleteArticleRequest(name="articles/in-1", request_id="gone-1")
    assert guarded.api.articles.DeleteArticle(gone, metadata=key) == guarded.api.articles.DeleteArticle(gone, metadata=key)
