import Catalog
import EventLoops
import FullText
import GRPC
import Synchronization

/// How far a search may go on its loop before it starts again elsewhere; what it may cost in all is its `QueryBudget`.
///
/// Counted in the steps of the search and not in time, so that the same search over the same archive always takes the same way.
final class LoopAllowance: Sendable {
  /// How often a search may ask; it asks every few thousand postings, so this is about half a millisecond.
  static let questions = 32

  private let asked = Atomic<Int>(0)

  /// Whether the search has used it up.
  var isSpent: Bool { asked.load(ordering: .relaxed) > Self.questions }

  /// Whether the search may go on where it is.
  func goOn() -> Bool { asked.wrappingAdd(1, ordering: .relaxed).newValue <= Self.questions }
}

extension Archive {
  /// Query texts of more bytes are not read on the loop, nor their words looked up there, whatever they match: each is analysed
  /// in every language and spelt in other scripts.
  private static let longText = 512
  /// Nor are texts of which one word may have more synonyms, which are analysed as well.
  private static let manySynonyms = 64

  /// Makes a plan of a query's text for a view, as long as `body` is told to go on; beside the loops where the text is long or may
  /// become so, and where some of its words, which nobody asked for lately, have to be spelt in other scripts.
  ///
  /// - Throws: what the request is refused or given up for.
  func planning(
    _ text: String, _ view: CatalogView, for context: ServerContext?,
    _ body: @Sendable (_ goOn: @escaping @Sendable () -> Bool) throws(RPCError) -> SearchPlan
  ) async throws(RPCError) -> SearchPlan {
    let goOn: @Sendable () -> Bool = { context?.goOn() ?? true }
    let isShort = text.utf8.count <= Self.longText && view.resources.synonyms.mostTerms <= Self.manySynonyms
    if isShort {
      let allowance = LoopAllowance()
      do {
        return try body { allowance.goOn() && goOn() }
      } catch {
        guard allowance.isSpent else { throw error }
      }
    }
    return try await runBeside(context) { () throws(RPCError) in try body(goOn) }
  }

  /// Runs what takes long for sure beside the loops, in turns with what others ask for; where it is called when there is no such
  /// place.
  ///
  /// - Throws: what `body` throws.
  func runBeside<Result: Sendable>(
    _ context: ServerContext?, _ body: @Sendable () throws(RPCError) -> Result
  ) async throws(RPCError) -> Result {
    guard let longWork else { return try body() }
    return try await withTaskExecutorPreference(context?.lane(in: longWork) ?? longWork) {
      () async throws(RPCError) in try body()
    }
  }

  /// Runs what a plan asks for where it holds nobody up: on the caller's loop as long as it is short; long work is given up
  /// there and starts again on the compute pool, where a deadline or a cancellation, which the loop takes note of, can stop it.
  /// A long query is not tried on the loop.
  ///
  /// - Throws: what the search is refused or given up for.
  func run<Result: Sendable>(
    _ plan: SearchPlan, for context: ServerContext?, _ body: @Sendable (SearchPlan) throws(RPCError) -> Result
  ) async throws(RPCError) -> Result {
    guard longWork != nil, plan.query.wordBytes <= Self.longText else {
      return try await runBeside(context) { () throws(RPCError) in try body(plan) }
    }
    let allowance = LoopAllowance()
    var short = plan
    short.goOn = { allowance.goOn() && plan.goOn?() != false }
    do {
      return try body(short)
    } catch {
      guard allowance.isSpent else { throw error }
    }
    return try await runBeside(context) { () throws(RPCError) in try body(plan) }
  }
}
