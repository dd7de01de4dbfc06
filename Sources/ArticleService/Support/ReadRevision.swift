import ArticleAPI
import GRPC

/// Which revision a caller wants to read.
enum ReadRevision: Sendable, Hashable {
  /// Whatever is newest.
  case newest
  /// This one or a newer one; worth waiting for.
  case atLeast(Int64)
  /// Exactly this one.
  case exactly(Int64)

  /// Refuses a revision that no archive has.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field.
  func check() throws(RPCError) {
    switch self {
    case .atLeast(..<0): throw .invalid("min_revision", "expected 0 or more, found a negative revision")
    case .exactly(..<0): throw .invalid("read_revision", "expected 0 or more, found a negative revision")
    default: return
    }
  }
}

/// The `consistency` of a request; each message has its own type for it, all alike.
protocol Consistency {
  /// What the caller chose.
  var choice: ReadRevision { get }
}

extension Optional where Wrapped: Consistency {
  /// What the caller chose; the newest revision when nothing was said.
  var choice: ReadRevision { self?.choice ?? .newest }
}

extension GetArticleRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension BatchGetArticlesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension ListArticlesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension LookupArticleRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension ExportArticlesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension GetCategoryRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension ListCategoriesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension GetStoryRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension ListStoriesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension SearchRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension CountRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension SuggestRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension GetRelatedArticlesRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension GetSynonymSetRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}

extension ListSynonymSetsRequest.Consistency: Consistency {
  var choice: ReadRevision {
    switch self {
    case .minRevision(let revision): .atLeast(revision)
    case .readRevision(let revision): .exactly(revision)
    }
  }
}
