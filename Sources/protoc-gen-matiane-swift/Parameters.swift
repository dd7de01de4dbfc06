/// What the caller of protoc asked for with `--matiane-swift_opt=Name=value` (several times, or joined by commas).
struct Parameters {
  /// Which side of a service is generated.
  enum Services: String {
    case none, client, server, both
  }

  /// The access level of everything generated.
  var visibility = "public"

  /// Which side of services is generated.
  var services = Services.both

  /// The module that the generated files become part of; it is not imported.
  var module = ""

  /// The module of each file whose path begins with a prefix.
  var imports: [(prefix: String, module: String)] = [("google/protobuf/", "Protobuf")]

  /// The files being generated, which belong to `module` whatever their path.
  var ownFiles: Set<String> = []

  /// Put before the name of every type outside a type, where two files of one module would clash.
  var typePrefix = ""

  /// - Throws: `PluginError` for a name or value that is not known.
  init(_ text: String) throws(PluginError) {
    for item in text.split(separator: ",") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw PluginError("parameter \(item): expected Name=value") }
      try set(parts[0], parts[1])
    }
  }

  private mutating func set(_ name: String, _ value: String) throws(PluginError) {
    switch name {
    case "Visibility":
      guard ["public", "package", "internal"].contains(value) else {
        throw PluginError("parameter Visibility=\(value): expected public, package or internal")
      }
      visibility = value
    case "Services":
      guard let side = Services(rawValue: value) else {
        throw PluginError("parameter Services=\(value): expected none, client, server or both")
      }
      services = side
    case "Module": module = value
    case "TypePrefix": typePrefix = value
    case "Import":
      let parts = value.split(separator: ":").map(String.init)
      guard parts.count == 2 else {
        throw PluginError("parameter Import=\(value): expected path/prefix/:Module")
      }
      imports.append((parts[0], parts[1]))
    default:
      throw PluginError("parameter \(name): expected Visibility, Services, Module, Import or TypePrefix")
    }
  }

  /// The module that a file's types live in; the longest matching prefix decides, and this module without one.
  func module(ofFile path: String) -> String {
    if ownFiles.contains(path) { return module }
    return imports.filter { path.hasPrefix($0.prefix) }.max { $0.prefix.count < $1.prefix.count }?.module
      ?? module
  }
}
