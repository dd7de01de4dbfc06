import Synchronization

/// Who waits for views of the past to be made, and whose turn it is: callers take turns, and the connections of each, however many
/// revisions they wait for.
///
/// On a thread of its own, one revision after the other; with it those that come by on the way.
final class PastQueue: Sendable {
  typealias Answer = CancellableResult<Result<CatalogView, CatalogError>>

  /// A revision that somebody waits for.
  struct Waiting: Sendable {
    let revision: UInt64
    let reader: PastReading
    let answer: Answer
  }

  /// Those who wait, by name, and who is next.
  private struct Turns<Waiting: Sendable>: Sendable {
    var order: [String] = []
    var waiting: [String: Waiting] = [:]

    /// Changes what waits for a name; what is left of it waits for its next turn.
    mutating func update(_ name: String, _ body: (inout Waiting?) -> Void) {
      let isNew = waiting[name] == nil
      body(&waiting[name])
      if isNew, waiting[name] != nil { order.append(name) }
      if !isNew, waiting[name] == nil { order.removeAll { $0 == name } }
    }

    /// Has `body` take something of the first name that has anything, which then goes to the end.
    mutating func next<Value>(_ body: (inout Waiting?) -> Value?) -> Value? {
      while !order.isEmpty {
        let name = order.removeFirst()
        let value = body(&waiting[name])
        if waiting[name] != nil { order.append(name) }
        if let value { return value }
      }
      return nil
    }
  }

  let thread: JobThread
  private let state = Mutex(Turns<Turns<[Waiting]>>())

  init(_ thread: JobThread) { self.thread = thread }

  /// Waits for the view of a revision; nil at once when the task is cancelled, or when the thread is stopping.
  ///
  /// - Parameter makeNext: makes what is next, and answers it; called on the thread.
  func view(
    at revision: UInt64, for reader: PastReading, makeNext: @escaping @Sendable () -> Void
  ) async -> Result<CatalogView, CatalogError>? {
    let answer = Answer()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        answer.begin(continuation)
        add(Waiting(revision: revision, reader: reader, answer: answer), makeNext: makeNext)
      }
    } onCancel: {
      answer.giveUp()
    }
  }

  /// Adds somebody who waits; when the thread is stopping there is no answer.
  func add(_ waiting: Waiting, makeNext: @escaping @Sendable () -> Void) {
    add(waiting)
    if !thread.add(makeNext) { waiting.answer.answer(nil) }
  }

  func add(_ waiting: Waiting) {
    state.withLock { state in
      state.update(waiting.reader.caller) { connections in
        connections = connections ?? Turns()
        connections?.update(waiting.reader.connection) { $0 = ($0 ?? []) + [waiting] }
      }
    }
  }

  /// How many wait, those included who do not any more.
  var count: Int { state.withLock { $0.waiting.values.reduce(0) { $0 + $1.waiting.values.joined().count } } }

  /// Takes out what is next; nil when nobody waits any more.
  func next() -> Waiting? {
    state.withLock { state in
      state.next { connections in
        let next = connections?.next { waiting in
          let wanted = waiting?.drop { !$0.answer.isWanted } ?? []
          waiting = wanted.count > 1 ? Array(wanted.dropFirst()) : nil
          return wanted.first
        }
        if connections?.order.isEmpty == true { connections = nil }
        return next
      }
    }
  }

  /// Whether nobody waits but a reader, on the same connection.
  func isAlone(_ reader: PastReading) -> Bool {
    state.withLock { state in
      state.waiting.allSatisfy { caller, connections in
        caller == reader.caller && connections.waiting.keys.allSatisfy { $0 == reader.connection }
      }
    }
  }

  /// Takes out what is waited for of some revisions, whoever waits: the lowest ones, about so many.
  func take(_ revisions: Range<UInt64>, most: Int) -> [Waiting] {
    state.withLock { state in
      let all = state.waiting.values.flatMap { $0.waiting.values.joined() }
      let found = all.filter { revisions.contains($0.revision) }.sorted { $0.revision < $1.revision }
      guard let last = found.prefix(most).last else { return [] }
      // Of the last revision all are taken, or it would be made twice.
      let taken = found.prefix { $0.revision <= last.revision }
      for waiting in taken {
        state.update(waiting.reader.caller) { connections in
          connections?.update(waiting.reader.connection) { own in
            own?.removeAll { $0.answer === waiting.answer }
            if own?.isEmpty == true { own = nil }
          }
          if connections?.order.isEmpty == true { connections = nil }
        }
      }
      return Array(taken)
    }
  }
}

/// Who reads the past: callers take turns, and the connections of each.
public struct PastReading: Sendable {
  let caller: String
  let connection: String

  /// Names a caller, and one of his connections.
  public init(caller: String = "", connection: String = "") {
    self.caller = caller
    self.connection = connection
  }
}
