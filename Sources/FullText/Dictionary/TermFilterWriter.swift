/// Makes the filter of a finished dictionary; see ``TermFilter``.
struct TermFilterWriter {
  private let dictionary: TermDictionary
  /// How many terms and forms there are.
  private let count: Int
  /// The characters of all of them, rising.
  private let alphabet: [UInt32]
  private let symbols: [UInt32: Int]

  /// Nil when the dictionary shall have none: it has few terms or very many different characters.
  init?(_ dictionary: TermDictionary) {
    guard dictionary.count >= TermFilter.fewestTerms else { return nil }
    self.dictionary = dictionary
    var seen: Set<UInt32> = []
    var lately = [UInt32](repeating: .max, count: 256)
    var count = 0
    Self.forEachForm(dictionary) { form in
      count += 1
      Self.forEachScalar(form) { scalar in
        if lately[Int(scalar & 255)] != scalar {
          lately[Int(scalar & 255)] = scalar
          seen.insert(scalar)
        }
      }
    }
    guard seen.count <= TermFilter.largestAlphabet else { return nil }
    self.count = count
    alphabet = seen.sorted()
    symbols = Dictionary(uniqueKeysWithValues: alphabet.enumerated().map { ($1, $0 + 1) })
  }

  /// Appends the section.
  func encode(to sink: ByteSink) {
    let rowWords = TermFilter.rowWords(alphabet.count)
    var pairs = [UInt64](repeating: 0, count: rowWords * (alphabet.count + 1))
    let bloomWords = count * TermFilter.bitsPerTerm / 64 + 1
    var bloom = [UInt64](repeating: 0, count: bloomWords)
    var lately = [(scalar: UInt32, symbol: Int)](repeating: (.max, 0), count: 256)
    Self.forEachForm(dictionary) { form in
      let probe = TermFilter.probe(form, words: UInt64(bloomWords))
      bloom[probe.word] |= probe.bits
      var last = 0
      Self.forEachScalar(form) { scalar in
        let slot = Int(scalar & 255)
        if lately[slot].scalar != scalar { lately[slot] = (scalar, symbols[scalar] ?? 0) }
        let symbol = lately[slot].symbol
        pairs[last * rowWords + symbol >> 6] |= 1 << UInt64(symbol & 63)
        last = symbol
      }
      pairs[last * rowWords] |= 1
    }
    sink.append(integer: UInt32(alphabet.count))
    sink.append(integer: UInt32(bloomWords))
    for scalar in alphabet { sink.append(integer: scalar) }
    for word in pairs { sink.append(integer: word) }
    for word in bloom { sink.append(integer: word) }
  }

  /// Calls `body` with all terms and all other forms that the texts held.
  private static func forEachForm(_ dictionary: TermDictionary, _ body: (UnsafeRawBufferPointer) -> Void) {
    var terms = dictionary.makeIterator()
    var text: [UInt8] = []
    while terms.next(), let entry = terms.entry {
      let term = terms.termBytes
      body(term)
      TermForms.forEach(of: entry) { form in
        guard form.isHeld, form.shared <= term.count, form.shared < term.count || !form.suffix.isEmpty else {
          return
        }
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: term[..<form.shared])
        text.append(contentsOf: form.suffix)
        text.withUnsafeBytes(body)
      }
    }
  }

  /// Calls `body` with the characters of a text in UTF-8.
  @inline(__always)
  private static func forEachScalar(_ text: UnsafeRawBufferPointer, _ body: (UInt32) -> Void) {
    var index = 0
    while index < text.count { body(UTF8Character.next(text, &index)) }
  }
}

/// Reads characters of terms, which are UTF-8 unless damaged.
enum UTF8Character {
  /// The character at an index, which moves behind it; whatever the bytes are, it moves on and stays within them.
  @inline(__always)
  static func next(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32 {
    let lead = text[index]
    index += 1
    guard lead >= 0x80 else { return UInt32(lead) }
    let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var scalar = UInt32(lead) & (0x7F >> UInt32(more + 1))
    for _ in 0..<more where index < text.count {
      scalar = scalar << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return scalar
  }
}
