"""The peer in Python: ArticleService with grpcio's asyncio API. Usage: server.py STUBS_DIR PORT"""

import asyncio
import sys

import grpc

sys.path.insert(0, sys.argv[1])
from matiane.v1 import article_pb2, article_pb2_grpc  # noqa: E402  (the stubs are made for this run)

PARAGRAPH = "The chronicle of a small country is kept in three alphabets. " * 4


def make_article(name):
    """The article that every server under measurement builds for each answer."""
    article = article_pb2.Article(
        name=name, etag='W/"7f3a9c"', revision=1_234_567, language="en",
        url="https://news.example.org/2026/11/24/a-chronicle-in-three-alphabets",
        title="A chronicle in three alphabets", categories=["categories/politics", "categories/culture"])
    for _ in range(7):
        article.blocks.add().paragraph.text = PARAGRAPH
    return article


class Articles(article_pb2_grpc.ArticleServiceServicer):
    async def GetArticle(self, request, context):
        return make_article(request.name)

    async def ExportArticles(self, request, context):
        for _ in range(1000):
            yield article_pb2.ExportArticlesResponse(articles=[make_article("articles/0")])

    async def ImportArticles(self, requests, context):
        async for _ in requests:
            pass
        return
        yield  # makes it a generator: grpcio takes it for a streaming answer


async def serve(port):
    server = grpc.aio.server()
    article_pb2_grpc.add_ArticleServiceServicer_to_server(Articles(), server)
    server.add_insecure_port(f"127.0.0.1:{port}")
    await server.start()
    print("serving", flush=True)
    await server.wait_for_termination()


asyncio.run(serve(int(sys.argv[2])))
