import Glibc

/// Where dictionaries have the terms that queries asked for: words come back from search to search, and each is looked up in every
/// field of every segment.
///
/// Belongs to one searcher, so to one thread.
final class KnownTerms {
  /// How many places there are for terms, of which each has one.
  static let placeCount = 1 << 15

  /// What was found when a term was looked up.
  private struct Known {
    let segment: UInt64
    let field: TextFieldID
    let term: [UInt8]
    let entry: TermEntry?
  }

  /// For each place the number of what is known there, from 1 on; 0 where nothing is.
  @exclusivity(unchecked) private var places = [UInt32](repeating: 0, count: placeCount)
  // SAFETY: what an entry of a segment that has been closed points to is not read: no other segment ever has its serial number.
  @exclusivity(unchecked) private var known: [Known] = []
  /// Bytes of the terms that are known.
  @exclusivity(unchecked) private var termBytes = 0

  /// Bytes of what is known, each term an array of its own.
  var memoryBytes: Int {
    places.count * MemoryLayout<UInt32>.stride + known.capacity * MemoryLayout<Known>.stride
      + known.count * Self.arrayBytes + termBytes
  }

  /// What an array takes beside its elements.
  private static let arrayBytes = 32

  /// The entry of a term, whose hash is given, in a field of a segment; nil when the segment does not hold it.
  func find(_ term: [UInt8], hash: UInt64, in field: TextFieldID, of segment: Segment) -> TermEntry? {
    let place = Self.place(hash, field, segment)
    let number = Int(places[place]) - 1
    if number >= 0, known[number].segment == segment.serial, known[number].field == field,
      Self.equal(known[number].term, term)
    {
      return known[number].entry
    }
    let entry = segment.find(term, in: field)
    keep(Known(segment: segment.serial, field: field, term: term, entry: entry), at: place)
    return entry
  }

  private func keep(_ found: Known, at place: Int) {
    termBytes += found.term.count
    if places[place] > 0 {
      termBytes -= known[Int(places[place]) - 1].term.count
      known[Int(places[place]) - 1] = found
    } else {
      known.append(found)
      places[place] = UInt32(known.count)
    }
  }

  /// Whoever makes terms share a place has them looked up again, which is no more than anyone can ask for.
  @inline(__always)
  private static func place(_ hash: UInt64, _ field: TextFieldID, _ segment: Segment) -> Int {
    let mixed = (hash ^ (segment.serial << 8 &+ UInt64(field.index))) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (placeCount - 1)
  }

  @inline(__always)
  private static func equal(_ known: [UInt8], _ term: [UInt8]) -> Bool {
    known.count == term.count && memcmp(known, term, term.count) == 0
  }
}
