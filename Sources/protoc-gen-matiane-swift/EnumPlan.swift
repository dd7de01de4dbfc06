import Protobuf

/// An enum's values as they are to be generated.
struct EnumPlan {
  /// One value.
  struct Case {
    let proto: EnumValueDescriptorProto
    /// The position among the enum's values in the file.
    let index: Int
    let name: String
    var number: Int32 { proto.number ?? 0 }
  }

  /// The first value of each number.
  private(set) var cases: [Case] = []

  /// Further names of a number, with the case they stand for.
  private(set) var aliases: [(alias: Case, of: Case)] = []

  init(_ proto: EnumDescriptorProto) {
    let canStrip = proto.value.allSatisfy { EnumPlan.withoutPrefix($0.name ?? "", proto.name ?? "") != nil }
    var used: Set<String> = []
    for (index, value) in proto.value.enumerated() {
      let original = value.name ?? ""
      let short = canStrip ? EnumPlan.withoutPrefix(original, proto.name ?? "") ?? original : original
      var name = SwiftName.enumCase(SwiftName.lowerCamel(short))
      if !used.insert(name).inserted {
        name = "\(name)_\((value.number ?? 0).magnitude)"
        if !used.insert(name).inserted { continue }
      }
      let plan = Case(proto: value, index: index, name: name)
      if let first = cases.first(where: { $0.number == plan.number }) {
        aliases.append((plan, first))
      } else {
        cases.append(plan)
      }
    }
  }

  /// `STATUS_DRAFT` of the enum `Status` without `STATUS_`; nil when it does not begin so or nothing would be left.
  private static func withoutPrefix(_ value: String, _ enumName: String) -> String? {
    var rest = Substring(value)
    for character in enumName.lowercased() where character != "_" {
      while rest.first == "_" { rest.removeFirst() }
      guard rest.first?.lowercased() == String(character) else { return nil }
      rest.removeFirst()
    }
    guard rest.first == "_" else { return nil }
    rest = rest.drop { $0 == "_" }
    return rest.isEmpty || rest.first?.isNumber == true ? nil : String(rest)
  }
}
