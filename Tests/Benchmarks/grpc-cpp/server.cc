// The peer in gRPC C++: ArticleService with the callback API, as its performance guide recommends.
//
// usage: grpc-cpp-server PORT
#include <grpcpp/grpcpp.h>

#include <iostream>
#include <string>

#include "article.h"
#include "matiane/v1/article.grpc.pb.h"

using namespace matiane::v1;

// Streams a thousand messages of one article each.
class Exporter final : public grpc::ServerWriteReactor<ExportArticlesResponse> {
 public:
  Exporter() { WriteNext(); }

  void OnWriteDone(bool ok) override {
    if (ok && sent_ < 1000) return WriteNext();
    Finish(grpc::Status::OK);
  }

  void OnDone() override { delete this; }

 private:
  void WriteNext() {
    sent_++;
    response_.Clear();
    FillArticle("articles/0", response_.add_articles());
    StartWrite(&response_);
  }

  int sent_ = 0;
  ExportArticlesResponse response_;
};

// Reads until the client has said its last word.
class Importer final : public grpc::ServerBidiReactor<ImportArticlesRequest, ImportArticlesResponse> {
 public:
  Importer() { StartRead(&request_); }

  void OnReadDone(bool ok) override {
    if (ok) return StartRead(&request_);
    Finish(grpc::Status::OK);
  }

  void OnDone() override { delete this; }

 private:
  ImportArticlesRequest request_;
};

class Articles final : public ArticleService::CallbackService {
  grpc::ServerUnaryReactor* GetArticle(
      grpc::CallbackServerContext* context, const GetArticleRequest* request, Article* article) override {
    FillArticle(request->name(), article);
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerWriteReactor<ExportArticlesResponse>* ExportArticles(
      grpc::CallbackServerContext*, const ExportArticlesRequest*) override {
    return new Exporter;
  }

  grpc::ServerBidiReactor<ImportArticlesRequest, ImportArticlesResponse>* ImportArticles(
      grpc::CallbackServerContext*) override {
    return new Importer;
  }
};

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: grpc-cpp-server PORT\n";
    return 2;
  }
  Articles service;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(std::string("127.0.0.1:") + argv[1], grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  auto server = builder.BuildAndStart();
  if (!server) return 1;
  std::cout << "serving" << std::endl;
  server->Wait();
}
