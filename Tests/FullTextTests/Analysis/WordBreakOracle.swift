@testable import FullText

/// The word boundary rules of UAX #29, one by one and slowly, to judge `WordSegmenter` by.
struct WordBreakOracle {
  private let letters: [WordBreakClass]
  private let offsets: [Int]

  init(_ text: String) {
    var offset = 0
    var offsets = [0]
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    letters = text.unicodeScalars.map { WordBreakLookup.shared[$0.value] }
  }

  /// Byte ranges between boundaries that hold a letter, digit or katakana.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for end in 1..<letters.count + 1 where end == letters.count || breaks(before: end) {
      let isWord = letters[start..<end].contains { $0.isLetter || $0 == .numeric || $0 == .katakana }
      if isWord { words.append(offsets[start]..<offsets[end]) }
      start = end
    }
    return words
  }

  /// Whether there is a boundary before a character; WB3c left out, as emoji are words of their own.
  private func breaks(before index: Int) -> Bool {
    let next = letters[index]
    if next == .extend || next == .joiner { return false }  // WB4
    guard let before = base(before: index) else { return true }
    let last = letters[before]
    let beforeLast = base(before: before).map { letters[$0] } ?? .other
    let afterNext = base(after: index).map { letters[$0] } ?? .other
    let midLetter: [WordBreakClass] = [.midLetter, .midNumberLetter, .singleQuote]
    let midNumber: [WordBreakClass] = [.midNumber, .midNumberLetter, .singleQuote]
    if last.isLetter && next.isLetter { return false }  // WB5
    if last.isLetter && midLetter.contains(next) && afterNext.isLetter { return false }  // WB6
    if beforeLast.isLetter && midLetter.contains(last) && next.isLetter { return false }  // WB7
    if last == .hebrew && next == .singleQuote { return false }  // WB7a
    if last == .hebrew && next == .doubleQuote && afterNext == .hebrew { return false }  // WB7b
    if beforeLast == .hebrew && last == .doubleQuote && next == .hebrew { return false }  // WB7c
    if last == .numeric && next == .numeric { return false }  // WB8
    if last.isLetter && next == .numeric || last == .numeric && next.isLetter { return false }  // WB9, WB10
    if beforeLast == .numeric && midNumber.contains(last) && next == .numeric { return false }  // WB11
    if last == .numeric && midNumber.contains(next) && afterNext == .numeric { return false }  // WB12
    if last == .katakana && next == .katakana { return false }  // WB13
    let joins: [WordBreakClass] = [.letter, .hebrew, .numeric, .katakana, .connector]
    if joins.contains(last) && next == .connector { return false }  // WB13a
    return !(last == .connector && joins.contains(next))  // WB13b, WB999
  }

  private func base(before index: Int) -> Int? {
    letters[..<index].lastIndex { $0 != .extend && $0 != .joiner }
  }

  private func base(after index: Int) -> Int? {
    letters[(index + 1)...].firstIndex { $0 != .extend && $0 != .joiner }
  }
}
