import ArticleAPI
import Protobuf

/// When an edition left a story: what is left of the story was changed before that, and its revision must not fall.
///
/// A value: a view keeps its own. Holds stories only that were changed last by losing an edition, and that have others.
struct StoryRevisions: Sendable, Equatable {
  private static let shardCount = 64
  /// Several, so that a write beside a view copies a part only.
  private var shards = [[String: UInt64]](repeating: [:], count: shardCount)
  /// What is not known of any story is taken to have happened here: 0, but for an archive that lost what it knew.
  private let unknown: UInt64

  /// Of stories of which nothing is known; with `unknown`, neither is whether they lost an edition up to that revision.
  init(unknown: UInt64 = 0) { self.unknown = unknown }

  private static func shard(of story: String) -> Int {
    story.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff } % shardCount
  }

  /// The revision at which an edition left the story of an id; 0 when it was changed since then in another way.
  subscript(story: String) -> UInt64 { shards[Self.shard(of: story)][story] ?? unknown }

  /// All of them, by id.
  var all: [(story: String, revision: UInt64)] {
    shards.joined().map { ($0.key, $0.value) }.sorted { $0.story < $1.story }
  }

  mutating func set(_ story: String, _ revision: UInt64) { shards[Self.shard(of: story)][story] = revision }

  mutating func forget(_ story: String) {
    let shard = Self.shard(of: story)
    // Looked for first: removing would copy what a view holds.
    if shards[shard][story] != nil { shards[shard][story] = nil }
  }
}

extension StoryRevisions {
  /// As they stand in a snapshot: stories of which only name and revision are set.
  var list: ListStoriesResponse {
    var list = ListStoriesResponse()
    list.stories = all.map { id, revision in
      var story = Story()
      story.name = ResourceName.story.name(id)
      story.revision = Int64(revision)
      return story
    }
    if unknown > 0 {
      var story = Story()
      story.revision = Int64(unknown)
      list.stories.append(story)
    }
    return list
  }

  init(_ list: ListStoriesResponse) {
    self.init(unknown: UInt64(clamping: list.stories.first { $0.name.isEmpty }?.revision ?? 0))
    for story in list.stories {
      guard let id = ResourceName.story.id(story.name) else { continue }
      set(id, UInt64(clamping: story.revision))
    }
  }
}
