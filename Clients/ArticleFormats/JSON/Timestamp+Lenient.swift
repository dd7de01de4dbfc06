import Protobuf

extension Timestamp {
  /// A time as other systems write it: also with a space for the `T`, without a zone (UTC) or a time of day; nil for what is none.
  init?(lenient text: String) {
    var text = text
    if text.utf8.count == 10 { text += "T00:00:00" }
    if text.utf8.count > 10, Array(text.utf8)[10] == 0x20 {
      text = String(
        decoding: text.utf8.prefix(10) + [UInt8(ascii: "T")] + text.utf8.dropFirst(11), as: UTF8.self)
    }
    // A zone stands behind the time of day: `Z`, `+04:00`, or `+0400`.
    let clock = text.utf8.dropFirst(11)
    if let sign = clock.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let zone = clock[clock.index(after: sign)...]
      if zone.count == 4, !zone.contains(UInt8(ascii: ":")) {
        text.insert(":", at: text.utf8.index(text.utf8.endIndex, offsetBy: -2))
      }
    } else if text.utf8.last != UInt8(ascii: "Z") {
      text += "Z"
    }
    // Minutes will do for a time of day.
    if text.utf8.dropFirst(11).prefix(6).count == 6, Array(text.utf8)[16] != UInt8(ascii: ":") {
      text.insert(contentsOf: ":00", at: text.utf8.index(text.utf8.startIndex, offsetBy: 16))
    }
    self.init(rfc3339: text)
  }
}
