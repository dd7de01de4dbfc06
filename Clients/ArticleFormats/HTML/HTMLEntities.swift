/// Character references of HTML: numbers, and the names that texts are written with.
enum HTMLEntities {
  /// The text with its references replaced; what is no reference stays.
  ///
  /// - Complexity: O(bytes).
  static func replaced(in text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var next = text.startIndex
    while next < text.endIndex {
      if text[next] == UInt8(ascii: "&"), let (scalar, end) = reference(in: text, behind: next) {
        result += UTF8.encode(scalar) ?? .init()
        next = end
      } else {
        result.append(text[next])
        next += 1
      }
    }
    return result
  }

  /// The longest reference, without its `&` and `;`.
  private static let longest = 8

  private static func reference(
    in text: ArraySlice<UInt8>, behind ampersand: Int
  ) -> (Unicode.Scalar, end: Int)? {
    let body = text[(ampersand + 1)...].prefix(longest + 1)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: body[..<end], as: UTF8.self)
    guard let scalar = name.first == "#" ? number(name.dropFirst()) : names[name] else { return nil }
    return (scalar, end + 1)
  }

  private static func number(_ text: Substring) -> Unicode.Scalar? {
    let isHexadecimal = text.first == "x" || text.first == "X"
    let digits = isHexadecimal ? text.dropFirst() : text
    guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code > 0 else { return nil }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private static let names: [String: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: """
      amp & lt < gt > quot " apos ' nbsp \u{A0} ndash – mdash — horbar ― hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “
      rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › bull • middot · prime ′ Prime ″ copy © reg ® trade ™ deg °
      plusmn ± times × divide ÷ frac12 ½ frac14 ¼ frac34 ¾ sup2 ² sup3 ³ sect § para ¶ euro € pound £ cent ¢ yen ¥
      numero № minus − shy \u{AD} ensp \u{2002} emsp \u{2003} thinsp \u{2009} zwnj \u{200C} zwj \u{200D} lrm \u{200E} rlm \u{200F}
      iexcl ¡ iquest ¿ acute ´ szlig ß agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é
      ecirc ê euml ë igrave ì iacute í icirc î iuml ï ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø
      ugrave ù uacute ú ucirc û uuml ü yacute ý yuml ÿ scaron š Scaron Š Agrave À Aacute Á Acirc Â Auml Ä Aring Å AElig Æ
      Ccedil Ç Egrave È Eacute É Ecirc Ê Ntilde Ñ Oacute Ó Ouml Ö Oslash Ø Uacute Ú Uuml Ü oelig œ OElig Œ larr ← rarr → uarr ↑
      darr ↓ asymp ≈ ne ≠ le ≤ ge ≥ infin ∞ dagger † permil ‰
      """.unicodeScalars.split { $0 == " " || $0 == "\n" }.pairs)
}

extension [Substring.UnicodeScalarView] {
  /// Each name with the scalar behind it.
  fileprivate var pairs: [(String, Unicode.Scalar)] {
    stride(from: 0, to: count - 1, by: 2).map { (String(self[$0]), self[$0 + 1].first!) }
  }
}
