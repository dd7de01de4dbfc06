import Protobuf

/// A mutation with what was worked out where it was proposed. An object, for a mutation has many parts to copy.
final class Proposal: Sendable {
  let mutation: Mutation
  /// What the log is to hold of it.
  let payload: [UInt8]
  /// What follows from the text of the article in it, if it is known already.
  let facts: TextFacts?

  /// A mutation that is in the log already.
  init(_ mutation: consuming Mutation, facts: TextFacts? = nil) {
    self.mutation = mutation
    payload = []
    self.facts = facts
  }

  /// A mutation that the log is to hold.
  ///
  /// - Complexity: O(bytes).
  init(submitting mutation: consuming Mutation) {
    facts = mutation.textFacts
    payload = facts?.serialized(mutation) ?? mutation.serialized()
    self.mutation = mutation
  }
}
