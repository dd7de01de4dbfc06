/// Which quotation marks open a phrase, and which close it.
enum QuotationMarks {
  /// The marks that close what `opener` opens; nil when it opens nothing.
  ///
  /// A double mark of any European tradition opens: English “…”, German and Russian „…“, Polish and Georgian „…”,
  /// French and Russian «…», Danish »…«.
  static func closers(of opener: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch opener {
    case "\"": return ["\""]
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}": return ["\u{201C}", "\u{201D}"]
    case "\u{00AB}": return ["\u{00BB}"]
    case "\u{00BB}": return ["\u{00AB}"]
    default: return nil
    }
  }
}

/// The ASCII characters that the syntaxes give a meaning.
enum Ascii {
  static let quote = UInt8(ascii: "\"")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let star = UInt8(ascii: "*")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let less = UInt8(ascii: "<")
  static let equal = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let backslash = UInt8(ascii: "\\")
  static let caret = UInt8(ascii: "^")
  static let tilde = UInt8(ascii: "~")
  static let apostrophe = UInt8(ascii: "'")

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a character is one of A–Z, a–z and 0–9.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return false }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return isLetter(byte) || isDigit(byte)
  }

  /// Whether a byte may stand in the name of a field.
  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == dot || byte == UInt8(ascii: "_")
  }
}
