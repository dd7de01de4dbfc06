import EventLoops

extension Server {
  /// What all calls so far came to.
  func tally() async -> CallTally {
    await onEachLoop { $0.tally }.reduce(into: CallTally()) { $0.add($1) }
  }

  /// The connections from an id on, by id.
  func sockets(from first: Int64) async -> [SocketName] {
    await onEachLoop { $0.names(from: first) }.flatMap { $0 }.sorted { $0.id < $1.id }
  }

  /// What is known of a connection; nil when it is not one of this server's.
  func facts(ofSocket id: Int64) async -> ConnectionFacts? {
    await onEachLoop { $0.facts(of: id) }.compactMap { $0 }.first
  }

  /// Asks every loop in turn: channelz is seldom asked and must not make loops share anything.
  private func onEachLoop<Answer: Sendable>(
    _ ask: @escaping @Sendable (ConnectionLedger) -> Answer
  ) async -> [Answer] {
    var answers: [Answer] = []
    for ledger in ledgers {
      answers.append(
        await withCheckedContinuation { answer in
          ledger.loop.execute { answer.resume(returning: ask(ledger)) }
        })
    }
    return answers
  }
}
