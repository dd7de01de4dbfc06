"""What a stock Python client does with articles, categories and stories."""

import grpc
from google.protobuf import field_mask_pb2
from matiane.v1 import article_pb2, category_pb2, search_pb2, story_pb2

from conftest import stubs
from errors import refused

Code = grpc.StatusCode


def draft(name, **fields):
    article = article_pb2.Article(name=name, language="en", title="A title", **fields)
    article.blocks.add().paragraph.text = "Some text about lighthouses."
    return article


def test_an_article_is_created_read_changed_and_deleted(api):
    created = api.articles.CreateArticle(
        article_pb2.CreateArticleRequest(article=draft(""), article_id="crud-1"))
    assert created.name == "articles/crud-1"
    assert created.etag and created.uid and created.revision > 0 and created.word_count == 6
    assert created.story.startswith("stories/")
    assert created.status == article_pb2.ARTICLE_STATUS_PUBLISHED

    read = api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/crud-1"))
    assert read == created

    change = article_pb2.Article(name=created.name, title="Another title", subtitle="ignored", etag=created.etag)
    changed = api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
        article=change, update_mask=field_mask_pb2.FieldMask(paths=["title"])))
    assert (changed.title, changed.subtitle) == ("Another title", "")
    assert changed.blocks == created.blocks
    assert changed.uid == created.uid and changed.etag != created.etag and changed.revision > created.revision

    with refused(Code.ABORTED, "ETAG_MISMATCH"):
        api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
            article=change, update_mask=field_mask_pb2.FieldMask(paths=["title"])))

    gone = api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=created.name, etag=changed.etag))
    assert gone.revision > changed.revision
    with refused(Code.NOT_FOUND):
        api.articles.GetArticle(article_pb2.GetArticleRequest(name=created.name))
    with refused(Code.NOT_FOUND):
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=created.name))
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=created.name, allow_missing=True))


def test_a_name_is_taken_only_once(api):
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=draft("articles/twice")))
    with refused(Code.ALREADY_EXISTS):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=draft("articles/twice")))


def test_an_upsert_creates_and_then_replaces(api):
    request = article_pb2.UpdateArticleRequest(article=draft("articles/upsert"), allow_missing=True)
    first = api.articles.UpdateArticle(request)
    request.article.title = "Later title"
    second = api.articles.UpdateArticle(request)
    assert second.title == "Later title" and second.uid == first.uid


def test_a_read_mask_leaves_the_rest_out(api):
    read = api.articles.GetArticle(article_pb2.GetArticleRequest(
        name="articles/hail-in-kakheti-en", read_mask=field_mask_pb2.FieldMask(paths=["title", "language"])))
    assert read.title.startswith("Hail") and read.language == "en"
    assert not read.blocks and not read.url


def test_many_articles_are_read_as_of_one_revision(api):
    names = ["articles/hail-in-kakheti-ru", "articles/nowhere", "articles/hail-in-kakheti-en"]
    answer = api.articles.BatchGetArticles(article_pb2.BatchGetArticlesRequest(names=names))
    assert [a.name for a in answer.articles] == [names[0], names[2]]
    assert list(answer.missing) == ["articles/nowhere"]
    assert answer.read_revision > 0


def test_articles_are_found_by_url_and_source_id(api):
    by_url = api.articles.LookupArticle(article_pb2.LookupArticleRequest(
        url="https://chronicle.example/ka/2025/06/14/hail-in-kakheti"))
    by_source = api.articles.LookupArticle(article_pb2.LookupArticleRequest(source_id="hail-in-kakheti/ka"))
    assert by_url == by_source
    assert by_url.name == "articles/hail-in-kakheti-ka"


def test_an_old_url_still_finds_the_article(api):
    article = draft("articles/moved", url="https://chronicle.example/old")
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    article.url = "https://chronicle.example/new"
    article.aliases.append("https://chronicle.example/old")
    api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(article=article))
    found = api.articles.LookupArticle(article_pb2.LookupArticleRequest(alias="https://chronicle.example/old"))
    assert found.name == "articles/moved"
    assert api.articles.LookupArticle(article_pb2.LookupArticleRequest(url="https://chronicle.example/old")) == found


def test_a_list_is_walked_page_by_page_without_gap_or_repeat(api):
    request = article_pb2.ListArticlesRequest(filter='language = "ka"', page_size=5)
    names, total = [], None
    while True:
        page = api.articles.ListArticles(request)
        names += [a.name for a in page.articles]
        total = page.total_size
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
    assert len(names) == len(set(names)) == total == 12


def test_large_articles_come_in_pages_that_a_stock_client_takes(api):
    for number in range(7):
        article = draft(f"articles/huge-{number}", tags=["huge"])
        article.blocks.add().paragraph.text = "wave " + ("x" * 199 + " ") * 4500
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    request = article_pb2.ListArticlesRequest(filter='tag = "huge"', order_by="name", page_size=1000)
    names = []
    while True:
        page = api.articles.ListArticles(request)
        assert page.articles and page.total_size == 7
        names += [a.name for a in page.articles]
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
    assert names == [f"articles/huge-{number}" for number in range(7)]

    search = search_pb2.SearchRequest(query="wave", filter='tag = "huge"', page_size=100)
    found = set()
    while True:
        page = api.search.Search(search)
        found |= {hit.article.name for hit in page.hits}
        if not page.next_page_token:
            break
        search.page_token = page.next_page_token
    assert found == set(names)

    batch = article_pb2.BatchGetArticlesRequest(names=names)
    answer = api.articles.BatchGetArticles(batch)
    assert [a.name for a in answer.articles] + list(answer.remaining) == names and answer.remaining
    for name in names:
        api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=name))


def test_what_a_stock_client_can_send_it_can_read_in_every_answer(api):
    limit = 4 << 20
    article = draft("articles/vast", tags=["vast"])
    article.blocks.add().paragraph.text = "surge " + ("x" * 199 + " ") * (limit // 200 - 100)
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID") as failure:
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    assert "article: expected at most" in failure[0].message
    article.blocks[1].paragraph.text = "surge " + ("x" * 199 + " ") * (limit * 7 // 8 // 200 - 10)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    # Grown by bits it would come to more.
    rights = article_pb2.Article(name=article.name, rights="r" * 10_000)
    with refused(Code.INVALID_ARGUMENT, "FIELD_INVALID"):
        api.articles.UpdateArticle(article_pb2.UpdateArticleRequest(
            article=rights, update_mask=field_mask_pb2.FieldMask(paths=["rights"])))
    read = api.articles.GetArticle(article_pb2.GetArticleRequest(name=article.name))
    assert read.ByteSize() > limit * 7 // 8 - 10_000 and not read.rights
    parts = list(api.articles.ExportArticles(article_pb2.ExportArticlesRequest()))
    assert read in [a for part in parts for a in part.articles]
    search = search_pb2.SearchRequest(query="surge", highlight=search_pb2.HighlightOptions())
    assert [hit.article for hit in api.search.Search(search).hits] == [read]
    batch = article_pb2.BatchGetArticlesRequest(names=[article.name] * 200)
    answer = api.articles.BatchGetArticles(batch)
    assert len(answer.articles) == 1 and len(answer.remaining) == 199
    api.articles.DeleteArticle(article_pb2.DeleteArticleRequest(name=article.name))


def test_pages_stay_as_they_were_while_writes_go_on(api):
    request = article_pb2.ListArticlesRequest(filter='category = "sport"', page_size=1)
    first = api.articles.ListArticles(request)
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(
        article=draft("articles/late-sport", categories=["categories/sport"])))
    request.page_token = first.next_page_token
    second = api.articles.ListArticles(request)
    assert second.total_size == first.total_size
    assert second.read_revision == first.read_revision
    assert "articles/late-sport" not in [a.name for a in second.articles]


def test_an_export_has_every_article_once(api):
    parts = list(api.articles.ExportArticles(article_pb2.ExportArticlesRequest(filter='language = "ru"')))
    names = [a.name for part in parts for a in part.articles]
    assert len(names) == len(set(names)) == parts[0].total_size == 12
    assert len({part.read_revision for part in parts}) == 1


def test_an_import_answers_each_article(api):
    good, bad, stale = draft("articles/import-1"), draft("not a name"), draft("articles/hail-in-kakheti-en", etag="x")
    unknown = draft("articles/import-2", categories=["categories/never-heard-of"])

    def requests():
        yield article_pb2.ImportArticlesRequest(options=article_pb2.ImportOptions())
        for number, article in enumerate([good, bad, stale, unknown], 1):
            yield article_pb2.ImportArticlesRequest(
                items=[article_pb2.ImportItem(item_id=number, article=article)])

    results = [r for response in api.articles.ImportArticles(requests()) for r in response.results]
    assert [r.item_id for r in results] == [1, 2, 3, 4]
    assert results[0].imported.action == article_pb2.IMPORT_ACTION_CREATED
    assert [r.error.code for r in results[1:]] == [
        Code.INVALID_ARGUMENT.value[0], Code.ABORTED.value[0], Code.FAILED_PRECONDITION.value[0]]
    assert "never-heard-of" in results[3].error.message


def test_every_response_tells_its_revision(api):
    _, call = api.articles.GetArticle.with_call(article_pb2.GetArticleRequest(name="articles/hail-in-kakheti-en"))
    metadata = dict(call.initial_metadata())
    assert int(metadata["matiane-revision"]) > 0


def test_reading_can_wait_for_a_revision(api):
    newest = api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=draft("articles/mine")))
    read = api.articles.GetArticle(article_pb2.GetArticleRequest(
        name="articles/mine", min_revision=newest.revision))
    assert read == newest
    with refused(Code.DEADLINE_EXCEEDED):
        api.articles.GetArticle(article_pb2.GetArticleRequest(
            name="articles/mine", min_revision=newest.revision + 1_000_000), timeout=0.2)


def test_categories_form_a_tree_with_exact_counts(api):
    create = api.categories.CreateCategory
    create(category_pb2.CreateCategoryRequest(category_id="science"))
    create(category_pb2.CreateCategoryRequest(
        category_id="space", category=category_pb2.Category(parent="categories/science", titles={"en": "Space"})))
    for number, category in enumerate(["science", "space", "space"]):
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(
            article=draft(f"articles/science-{number}", categories=[f"categories/{category}"])))
    science = api.categories.GetCategory(category_pb2.GetCategoryRequest(name="categories/science"))
    assert (science.article_count, science.total_article_count) == (1, 3)
    below = api.categories.ListCategories(category_pb2.ListCategoriesRequest(parent="categories/science"))
    assert [c.name for c in below.categories] == ["categories/space"]
    in_tree = api.articles.ListArticles(article_pb2.ListArticlesRequest(filter='category = "science"'))
    assert in_tree.total_size == 3

    with refused(Code.FAILED_PRECONDITION):
        api.categories.UpdateCategory(category_pb2.UpdateCategoryRequest(
            category=category_pb2.Category(name="categories/science", parent="categories/space"),
            update_mask=field_mask_pb2.FieldMask(paths=["parent"])))
    with refused(Code.FAILED_PRECONDITION):
        api.categories.DeleteCategory(category_pb2.DeleteCategoryRequest(name="categories/science"))
    with refused(Code.FAILED_PRECONDITION):
        api.categories.DeleteCategory(category_pb2.DeleteCategoryRequest(name="categories/space"))
    api.categories.DeleteCategory(category_pb2.DeleteCategoryRequest(name="categories/space", force=True))
    science = api.categories.GetCategory(category_pb2.GetCategoryRequest(name="categories/science"))
    assert science.total_article_count == 1
    with refused(Code.NOT_FOUND):
        api.categories.GetCategory(category_pb2.GetCategoryRequest(name="categories/space"))


def test_a_category_is_deleted_from_many_articles_with_one_revision_told(api):
    api.categories.CreateCategory(category_pb2.CreateCategoryRequest(category_id="crowd", category=category_pb2.Category()))
    items = []
    for number in range(600):
        article = draft(f"articles/crowd-{number}")
        article.categories[:] = ["categories/crowd"]
        items.append(article_pb2.ImportItem(item_id=number, article=article))
    for response in api.articles.ImportArticles(iter([article_pb2.ImportArticlesRequest(items=items)])):
        assert all(result.HasField("imported") for result in response.results)
    response, call = api.categories.DeleteCategory.with_call(
        category_pb2.DeleteCategoryRequest(name="categories/crowd", force=True))
    told = [value for name, value in call.initial_metadata() if name == "matiane-revision"]
    assert told == [str(response.revision)]
    article = api.articles.GetArticle(article_pb2.GetArticleRequest(name="articles/crowd-599", min_revision=response.revision))
    assert not article.categories
    with refused(Code.NOT_FOUND):
        api.categories.GetCategory(category_pb2.GetCategoryRequest(name="categories/crowd"))


def test_editions_are_linked_and_unlinked(api):
    for language in ("en", "ka"):
        article = draft(f"articles/link-{language}")
        article.language = language
        api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=article))
    story = api.stories.LinkEditions(story_pb2.LinkEditionsRequest(
        story="stories/linked", articles=["articles/link-en", "articles/link-ka"]))
    assert story.name == "stories/linked"
    assert [(e.article, e.language) for e in story.editions] == [
        ("articles/link-en", "en"), ("articles/link-ka", "ka")]

    second_english = draft("articles/link-en-2")
    api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=second_english))
    with refused(Code.FAILED_PRECONDITION):
        api.stories.LinkEditions(story_pb2.LinkEditionsRequest(
            story="stories/linked", articles=["articles/link-en-2"]))

    alone = api.stories.UnlinkEdition(story_pb2.UnlinkEditionRequest(article="articles/link-ka"))
    assert [e.article for e in alone.editions] == ["articles/link-ka"] and alone.name != "stories/linked"
    rest = api.stories.GetStory(story_pb2.GetStoryRequest(name="stories/linked"))
    assert [e.article for e in rest.editions] == ["articles/link-en"]


def test_stories_are_listed_once_each(api):
    request = story_pb2.ListStoriesRequest(filter='tag = "kakheti"', page_size=1)
    names = []
    while True:
        page = api.stories.ListStories(request)
        names += [s.name for s in page.stories]
        assert all(len(s.editions) == 3 for s in page.stories)
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
    assert names == ["stories/kakheti-harvest-early", "stories/hail-in-kakheti"]
    assert page.total_size == 2


def test_repeating_a_request_id_does_it_once(api):
    request = article_pb2.CreateArticleRequest(
        article=draft(""), article_id="once", request_id="6fa459ea-ee8a-3ca4-894e-db77e160355e")
    assert api.articles.CreateArticle(request) == api.articles.CreateArticle(request)


def test_two_writers_cannot_both_win(sample_server, api):
    article = api.articles.CreateArticle(article_pb2.CreateArticleRequest(article=draft("articles/contended")))
    other = stubs(sample_server.target)
    calls = []
    for stub, title in ((api, "Mine"), (other, "Theirs")):
        article.title = title
        calls.append(stub.articles.UpdateArticle.future(article_pb2.UpdateArticleRequest(article=article)))
    codes = sorted(str(call.code()) for call in calls)
    assert codes == ["StatusCode.ABORTED", "StatusCode.OK"]
    other.channel.close()
