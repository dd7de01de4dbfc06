/// A number of bytes in the largest unit of which there is at least one, cut to a tenth: `17 bytes`, `1.5 KiB`, `256 MiB`.
public func sizeText(_ bytes: Int) -> String {
  guard bytes >= 1024 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
  var (unit, size) = (0, bytes)
  while size >= 1 << 20, unit < 3 { (unit, size) = (unit + 1, size >> 10) }
  let tenths = (size * 10) >> 10
  let number =
    tenths.isMultiple(of: 10) || tenths >= 1000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  return "\(number) \(["KiB", "MiB", "GiB", "TiB"][unit])"
}

/// Two numbers of bytes that differ, so that the texts differ, too.
public func sizeTexts(_ first: Int, _ second: Int) -> (String, String) {
  let texts = (sizeText(first), sizeText(second))
  return texts.0 == texts.1 ? ("\(first) bytes", "\(second) bytes") : texts
}
