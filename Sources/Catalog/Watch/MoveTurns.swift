/// What a category took along when it moved.
protocol MoveContent: Sendable {
  var move: CategoryMove { get }
  /// About how much memory it takes.
  var byteCount: Int { get }
}

extension MovedArticles: MoveContent {}

/// Which of those who ask about moves of categories is next, and what is kept of moves for the next page and for others who follow the
/// same changes.
///
/// Where more moves are followed than there is room for, each would be found anew for every page. So who asks about a move that is kept,
/// or that there is room for, goes first for some time, and finding others takes about a fifth of all.
struct MoveTurns<Job: Sendable, Content: MoveContent>: Sendable {
  private struct Waiting: Sendable {
    let move: CategoryMove
    /// What its articles take once they are found, about.
    let byteCount: Int
    let job: Job
  }

  private var waiting: [Waiting] = []
  private var kept = KeptMoves<Content>()
  /// Until when no kept move has to make room.
  private var keptUntil: ContinuousClock.Instant?

  /// At the least for so long.
  private static var leastTurn: Duration { .milliseconds(200) }

  mutating func add(_ job: Job, about move: CategoryMove, byteCount: Int) {
    waiting.append(Waiting(move: move, byteCount: byteCount, job: job))
  }

  /// Takes out what is to be done next.
  mutating func next(at now: ContinuousClock.Instant) -> Job? {
    func isReady(_ waiting: Waiting) -> Bool { kept.holds(waiting.move) || kept.hasRoom(waiting.byteCount) }
    let isTurnOver = keptUntil.map { $0 <= now } ?? true
    let first = isTurnOver ? waiting.firstIndex { !isReady($0) } : waiting.firstIndex(where: isReady)
    guard let index = first ?? waiting.indices.first else { return nil }
    return waiting.remove(at: index).job
  }

  /// What is kept of a move.
  mutating func find(_ move: CategoryMove, at now: ContinuousClock.Instant) -> Content? {
    kept.find(move, at: now)
  }

  /// Keeps what took some time to find, which is over now.
  mutating func keep(_ articles: Content, took time: Duration, at now: ContinuousClock.Instant) {
    kept.keep(articles, at: now)
    keptUntil = now + max(Self.leastTurn, time * 4)
  }

  /// Lets go of what nobody has asked for lately.
  mutating func letGo(at now: ContinuousClock.Instant) { kept.letGo(at: now) }
}

/// What moved with a few categories, in bounded memory; of small moves apart, which large ones do not drive out.
struct KeptMoves<Content: MoveContent>: Sendable {
  private struct Kept: Sendable {
    let articles: Content
    var used: ContinuousClock.Instant

    var isSmall: Bool { articles.byteCount <= KeptMoves<Content>.smallBytes }
  }

  /// Unless one alone takes more; as much again for small ones.
  static var mostBytes: Int { 32 << 20 }
  static var smallBytes: Int { 1 << 20 }
  private static var longest: Duration { .seconds(30) }

  /// The one that was asked for last is the last.
  private var kept: [Kept] = []

  func holds(_ move: CategoryMove) -> Bool { kept.contains { $0.articles.move === move } }

  /// Whether what takes so much drives out no large move.
  func hasRoom(_ byteCount: Int) -> Bool {
    byteCount <= Self.smallBytes || byteCount + bytes(areSmall: false) <= Self.mostBytes
  }

  mutating func find(_ move: CategoryMove, at now: ContinuousClock.Instant) -> Content? {
    guard let index = kept.firstIndex(where: { $0.articles.move === move }) else { return nil }
    var found = kept.remove(at: index)
    found.used = now
    kept.append(found)
    return found.articles
  }

  mutating func keep(_ articles: Content, at now: ContinuousClock.Instant) {
    let new = Kept(articles: articles, used: now)
    while bytes(areSmall: new.isSmall) + articles.byteCount > Self.mostBytes,
      let oldest = kept.firstIndex(where: { $0.isSmall == new.isSmall })
    {
      kept.remove(at: oldest)
    }
    kept.append(new)
  }

  mutating func letGo(at now: ContinuousClock.Instant) { kept.removeAll { now - $0.used > Self.longest } }

  private func bytes(areSmall: Bool) -> Int {
    kept.reduce(0) { $1.isSmall == areSmall ? $0 + $1.articles.byteCount : $0 }
  }
}
