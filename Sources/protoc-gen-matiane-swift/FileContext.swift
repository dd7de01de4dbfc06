import Protobuf

/// What the generators of one file's declarations share.
struct FileContext {
  let proto: FileDescriptorProto
  let types: TypeIndex
  let comments: Comments
  let parameters: Parameters

  /// The access modifier with a space behind it, or nothing.
  var visibility: String { parameters.visibility == "internal" ? "" : "\(parameters.visibility) " }

  /// The scope of the file's declarations: the package with a dot before it.
  var scope: String { proto.package.map { ".\($0)" } ?? "" }

  /// A type of the GRPC module; with the module's name where a message or an enum hides it.
  func runtime(_ name: String) -> String { types.hasType(named: name) ? "GRPC.\(name)" : name }

  /// The static constant of `FileDescriptor` that describes the file.
  var constant: String { FileContext.constant(proto.name ?? "") }

  /// The constant of any file: `google/protobuf/any.proto` is `googleProtobufAny`.
  static func constant(_ path: String) -> String {
    let stem = path.hasSuffix(".proto") ? String(path.dropLast(6)) : path
    let words = stem.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    return SwiftName.member(SwiftName.lowerCamel(String(words)))
  }

  /// The name of the generated file without its extensions: that of the `.proto` file, with its folders where another file
  /// generated with it has the same.
  var outputName: String {
    let path = proto.name ?? ""
    let name = FileContext.lastName(path)
    let isShared = parameters.ownFiles.contains { $0 != path && FileContext.lastName($0) == name }
    let folders = path.split(separator: "/").dropLast().map { SwiftName.upperCamel(String($0)) }.joined()
    return parameters.typePrefix + (isShared ? folders : "") + name
  }

  private static func lastName(_ path: String) -> String {
    let base = path.split(separator: "/").last.map(String.init) ?? ""
    return SwiftName.upperCamel(base.hasSuffix(".proto") ? String(base.dropLast(6)) : base)
  }

  /// The modules of the files that this one imports, and those of the runtime, sorted, without the file's own.
  func imports(_ runtime: [String]) -> [String] {
    let modules = proto.dependency.map(parameters.module(ofFile:)) + runtime
    return Set(modules).subtracting([parameters.module, ""]).sorted()
  }
}
