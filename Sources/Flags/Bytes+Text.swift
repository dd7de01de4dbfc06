/// Reads a size: a number and nothing, `K`, `M`, `G` or `T`, the steps being 1024; `iB` or `B` may follow.
public func parseBytes(_ text: String) -> Int? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard let number = Int(digits) else { return nil }
  let units = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
  var unit = text.dropFirst(digits.count).uppercased()
  for ending in ["IB", "B"] where unit.hasSuffix(ending) && unit.count > ending.count {
    unit.removeLast(ending.count)
    break
  }
  guard let shift = units[unit], number <= Int.max >> shift else { return nil }
  return number << shift
}
