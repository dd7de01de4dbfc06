/// The epochs of an archive's history: what tells its records from others of the same numbers.
///
/// Sequence numbers alone do not: an archive that lost its end, or was set back to an older snapshot, gives numbers out again, and
/// so does a copy of it that goes on by itself. So every opening begins an *epoch*, a random number, behind the newest record that
/// was recovered; an epoch and a sequence number together name one record of one history, in every copy that has it.
public struct Lineage: Hashable, Sendable {
  /// The records from one number on, up to where the next epoch begins.
  struct Epoch: Hashable, Sendable {
    let id: UInt64
    /// The record behind which it begins.
    let after: UInt64
  }

  /// How many epochs are remembered.
  static let mostEpochs = 256

  /// By the records behind which they begin, each later than the one before.
  private(set) var epochs: [Epoch] = []

  /// A history of which no epoch is known.
  public init() {}

  /// The epoch of a record; 0 for those from before the oldest epoch that is remembered.
  ///
  /// - Complexity: O(log epochs).
  public func epoch(of sequence: UInt64) -> UInt64 {
    var low = 0
    var high = epochs.count
    while low < high {
      let middle = (low + high) / 2
      if epochs[middle].after < sequence { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : epochs[low - 1].id
  }

  /// The newest record that this history shares with another one that has epoch `id`, as far as that epoch tells; nil when this
  /// one does not know the epoch.
  public func lastRecord(of id: UInt64) -> UInt64? {
    if id == 0 { return epochs.first?.after }
    guard let place = epochs.firstIndex(where: { $0.id == id }) else { return nil }
    return place + 1 < epochs.count ? epochs[place + 1].after : .max
  }

  /// Begins an epoch: whatever comes behind record `last` belongs to it. Epochs without a record in this history are forgotten.
  mutating func begin(after last: UInt64, id: UInt64 = .random(in: 1 ... .max)) {
    epochs.removeAll { $0.after >= last }
    if epochs.count >= Self.mostEpochs { epochs.removeFirst(epochs.count - Self.mostEpochs + 1) }
    epochs.append(Epoch(id: id, after: last))
  }

  /// Whether all that `other` knows of its newest epoch is known here.
  func knows(newestOf other: Lineage) -> Bool {
    guard let newest = other.epochs.last else { return true }
    return epochs.contains { $0.id == newest.id }
  }
}

extension Lineage {
  /// `EPOCH:AFTER`, separated by commas; the epoch in hexadecimal digits.
  var text: String {
    epochs.map { String($0.id, radix: 16) + ":" + String($0.after) }.joined(separator: ",")
  }

  /// Reads what `text` writes; nil for anything else.
  init?(_ text: some StringProtocol) {
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let id = UInt64(parts[0], radix: 16), id != 0, let after = UInt64(parts[1]),
        epochs.last.map({ $0.after < after }) ?? true
      else { return nil }
      epochs.append(Epoch(id: id, after: after))
    }
  }
}

extension StoredSnapshot {
  static let lineageAttribute = "epochs"

  /// The history that the snapshot was made in; nil in one of a release that did not note it.
  var lineage: Lineage? { manifest.attributes[Self.lineageAttribute].flatMap { Lineage($0) } }

  /// Whether it is known to be a state of this history.
  public func isOf(_ history: Lineage) -> Bool {
    guard let lineage else { return false }
    return lineage.epoch(of: revision) == history.epoch(of: revision)
  }
}
