// The article that every server under measurement builds for each answer; see rpc-bench-server/BenchService.swift.
#pragma once

#include <string>

#include "matiane/v1/article.pb.h"

inline void FillArticle(const std::string& name, matiane::v1::Article* article) {
  static const std::string paragraph = [] {
    std::string text;
    for (int i = 0; i < 4; i++) text += "The chronicle of a small country is kept in three alphabets. ";
    return text;
  }();
  article->set_name(name);
  article->set_etag("W/\"7f3a9c\"");
  article->set_revision(1234567);
  article->set_language("en");
  article->set_url("https://news.example.org/2026/11/24/a-chronicle-in-three-alphabets");
  article->set_title("A chronicle in three alphabets");
  article->add_categories("categories/politics");
  article->add_categories("categories/culture");
  for (int i = 0; i < 7; i++) article->add_blocks()->mutable_paragraph()->set_text(paragraph);
}
