// Generated from google/protobuf/compiler/plugin.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The version number of protocol compiler.
struct Version: Message {
  /// The field `major`.
  var major: Int32?

  /// The field `minor`.
  var minor: Int32?

  /// The field `patch`.
  var patch: Int32?

  /// A suffix for alpha, beta or rc release, e.g., "alpha-1", "rc2". It should
  /// be empty for mainline stable releases.
  var suffix: String?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "google.protobuf.compiler.Version", in: .googleProtobufCompilerPlugin,
    fields: [
      .optional(1, "major", .int32),
      .optional(2, "minor", .int32),
      .optional(3, "patch", .int32),
      .optional(4, "suffix", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    major = r.has(0) ? r.int32(0) : nil
    minor = r.has(1) ? r.int32(1) : nil
    patch = r.has(2) ? r.int32(2) : nil
    suffix = try r.has(3) ? r.string(3) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, major)
    w.int32(1, minor)
    w.int32(2, patch)
    w.string(3, suffix)
    w.unknown(unknownFields)
  }
}

/// An encoded CodeGeneratorRequest is written to the plugin's stdin.
struct CodeGeneratorRequest: Message {
  /// The .proto files that were explicitly listed on the command-line.  The
  /// code generator should generate code only for these files.  Each file's
  /// descriptor will be included in proto_file, below.
  var fileToGenerate: [String] = []

  /// The generator parameter passed on the command-line.
  var parameter: String?

  /// FileDescriptorProtos for all files in files_to_generate and everything
  /// they import.  The files will appear in topological order, so each file
  /// appears before any file that imports it.
  ///
  /// Note: the files listed in files_to_generate will include runtime-retention
  /// options only, but all other files will include source-retention options.
  /// The source_file_descriptors field below is available in case you need
  /// source-retention options for files_to_generate.
  ///
  /// protoc guarantees that all proto_files will be written after
  /// the fields above, even though this is not technically guaranteed by the
  /// protobuf wire format.  This theoretically could allow a plugin to stream
  /// in the FileDescriptorProtos and handle them one by one rather than read
  /// the entire set into memory at once.  However, as of this writing, this
  /// is not similarly optimized on protoc's end -- it will store all fields in
  /// memory at once before sending them to the plugin.
  ///
  /// Type names of fields and extensions in the FileDescriptorProto are always
  /// fully qualified.
  var protoFile: [FileDescriptorProto] = []

  /// File descriptors with all options, including source-retention options.
  /// These descriptors are only provided for the files listed in
  /// files_to_generate.
  var sourceFileDescriptors: [FileDescriptorProto] = []

  /// The version number of protocol compiler.
  var compilerVersion: Version?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "google.protobuf.compiler.CodeGeneratorRequest", in: .googleProtobufCompilerPlugin,
    fields: [
      .repeated(1, "file_to_generate", .string),
      .optional(2, "parameter", .string),
      .repeated(15, "proto_file", .message(FileDescriptorProto.self)),
      .repeated(17, "source_file_descriptors", .message(FileDescriptorProto.self)),
      .singular(3, "compiler_version", .message(Version.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    fileToGenerate = try r.strings(0)
    parameter = try r.has(1) ? r.string(1) : nil
    protoFile = try r.messages(2)
    sourceFileDescriptors = try r.messages(3)
    compilerVersion = try r.message(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, fileToGenerate)
    w.string(1, parameter)
    w.messages(2, protoFile)
    w.messages(3, sourceFileDescriptors)
    w.message(4, compilerVersion)
    w.unknown(unknownFields)
  }
}

/// The plugin writes an encoded CodeGeneratorResponse to stdout.
struct CodeGeneratorResponse: Message {
  /// Error message.  If non-empty, code generation failed.  The plugin process
  /// should exit with status code zero even if it reports an error in this way.
  ///
  /// This should be used to indicate errors in .proto files which prevent the
  /// code generator from generating correct code.  Errors which indicate a
  /// problem in protoc itself -- such as the input CodeGeneratorRequest being
  /// unparseable -- should be reported by writing a message to stderr and
  /// exiting with a non-zero status code.
  var error: String?

  /// A bitmask of supported features that the code generator supports.
  /// This is a bitwise "or" of values from the Feature enum.
  var supportedFeatures: UInt64?

  /// The field `file`.
  var file: [CodeGeneratorResponse.File] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// Sync with code_generator.h.
  enum Feature: OpenEnum {
    /// The value `FEATURE_NONE`.
    case none
    /// The value `FEATURE_PROTO3_OPTIONAL`.
    case proto3Optional
    /// The value `FEATURE_SUPPORTS_EDITIONS`.
    case supportsEditions
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    init() { self = .none }

    /// The value of a number.
    init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .none
      case 1: self = .proto3Optional
      case 2: self = .supportsEditions
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    var rawValue: Int32 {
      switch self {
      case .none: 0
      case .proto3Optional: 1
      case .supportsEditions: 2
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    static let descriptor = EnumDescriptor(
      "google.protobuf.compiler.CodeGeneratorResponse.Feature", in: .googleProtobufCompilerPlugin,
      closed: true,
      values: [
        (0, "FEATURE_NONE"),
        (1, "FEATURE_PROTO3_OPTIONAL"),
        (2, "FEATURE_SUPPORTS_EDITIONS"),
      ])
  }

  /// Represents a single generated file.
  struct File: Message {
    /// The file name, relative to the output directory.  The name must not
    /// contain "." or ".." components and must be relative, not be absolute (so,
    /// the file cannot lie outside the output directory).  "/" must be used as
    /// the path separator, not "\".
    ///
    /// If the name is omitted, the content will be appended to the previous
    /// file.  This allows the generator to break large files into small chunks,
    /// and allows the generated text to be streamed back to protoc so that large
    /// files need not reside completely in memory at one time.  Note that as of
    /// this writing protoc does not optimize for this -- it will read the entire
    /// CodeGeneratorResponse before writing files to disk.
    var name: String?

    /// If non-empty, indicates that the named file should already exist, and the
    /// content here is to be inserted into that file at a defined insertion
    /// point.  This feature allows a code generator to extend the output
    /// produced by another code generator.  The original generator may provide
    /// insertion points by placing special annotations in the file that look
    /// like:
    ///   @@protoc_insertion_point(NAME)
    /// The annotation can have arbitrary text before and after it on the line,
    /// which allows it to be placed in a comment.  NAME should be replaced with
    /// an identifier naming the point -- this is what other generators will use
    /// as the insertion_point.  Code inserted at this point will be placed
    /// immediately above the line containing the insertion point (thus multiple
    /// insertions to the same point will come out in the order they were added).
    /// The double-@ is intended to make it unlikely that the generated code
    /// could contain things that look like insertion points by accident.
    ///
    /// For example, the C++ code generator places the following line in the
    /// .pb.h files that it generates:
    ///   // @@protoc_insertion_point(namespace_scope)
    /// This line appears within the scope of the file's package namespace, but
    /// outside of any particular class.  Another plugin can then specify the
    /// insertion_point "namespace_scope" to generate additional classes or
    /// other declarations that should be placed in this scope.
    ///
    /// Note that if the line containing the insertion point begins with
    /// whitespace, the same whitespace will be added to every line of the
    /// inserted text.  This is useful for languages like Python, where
    /// indentation matters.  In these languages, the insertion point comment
    /// should be indented the same amount as any inserted code will need to be
    /// in order to work correctly in that context.
    ///
    /// The code generator that generates the initial file and the one which
    /// inserts into it must both run as part of a single invocation of protoc.
    /// Code generators are executed in the order in which they appear on the
    /// command line.
    ///
    /// If |insertion_point| is present, |name| must also be present.
    var insertionPoint: String?

    /// The file contents.
    var content: String?

    /// Information describing the file content being inserted. If an insertion
    /// point is used, this information will be appropriately offset and inserted
    /// into the code generation metadata for the generated files.
    var generatedCodeInfo: GeneratedCodeInfo?

    /// Fields that this version of the message does not know.
    var unknownFields = UnknownFields()

    /// The message with every field at its default.
    init() {}

    /// The message's name and fields.
    static let descriptor = MessageDescriptor(
      "google.protobuf.compiler.CodeGeneratorResponse.File", in: .googleProtobufCompilerPlugin,
      fields: [
        .optional(1, "name", .string),
        .optional(2, "insertion_point", .string),
        .optional(15, "content", .string),
        .singular(16, "generated_code_info", .message(GeneratedCodeInfo.self)),
      ])

    /// Reads an unpacked message.
    init(reading r: MessageReader) throws(DecodingError) {
      name = try r.has(0) ? r.string(0) : nil
      insertionPoint = try r.has(1) ? r.string(1) : nil
      content = try r.has(2) ? r.string(2) : nil
      generatedCodeInfo = try r.message(3)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, name)
      w.string(1, insertionPoint)
      w.string(2, content)
      w.message(3, generatedCodeInfo)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "google.protobuf.compiler.CodeGeneratorResponse", in: .googleProtobufCompilerPlugin,
    fields: [
      .optional(1, "error", .string),
      .optional(2, "supported_features", .uint64),
      .repeated(15, "file", .message(CodeGeneratorResponse.File.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    error = try r.has(0) ? r.string(0) : nil
    supportedFeatures = r.has(1) ? r.uint64(1) : nil
    file = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, error)
    w.uint64(1, supportedFeatures)
    w.messages(2, file)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/protobuf/compiler/plugin.proto`.
  static let googleProtobufCompilerPlugin = FileDescriptor(
    "google/protobuf/compiler/plugin.proto", package: "google.protobuf.compiler",
    dependencies: [.googleProtobufDescriptor],
    messages: [
      "google.protobuf.compiler.Version": Version.self,
      "google.protobuf.compiler.CodeGeneratorRequest": CodeGeneratorRequest.self,
      "google.protobuf.compiler.CodeGeneratorResponse": CodeGeneratorResponse.self,
      "google.protobuf.compiler.CodeGeneratorResponse.File": CodeGeneratorResponse.File.self,
    ],
    encoded: """
      CiVnb29nbGUvcHJvdG9idWYvY29tcGlsZXIvcGx1Z2luLnByb3RvEhhnb29nbGUucHJvdG9idWYuY29tcGlsZXIaIGdv\
      b2dsZS9wcm90b2J1Zi9kZXNjcmlwdG9yLnByb3RvImMKB1ZlcnNpb24SFAoFbWFqb3IYASABKAVSBW1ham9yEhQKBW1p\
      bm9yGAIgASgFUgVtaW5vchIUCgVwYXRjaBgDIAEoBVIFcGF0Y2gSFgoGc3VmZml4GAQgASgJUgZzdWZmaXgizwIKFENv\
      ZGVHZW5lcmF0b3JSZXF1ZXN0EigKEGZpbGVfdG9fZ2VuZXJhdGUYASADKAlSDmZpbGVUb0dlbmVyYXRlEhwKCXBhcmFt\
      ZXRlchgCIAEoCVIJcGFyYW1ldGVyEkMKCnByb3RvX2ZpbGUYDyADKAsyJC5nb29nbGUucHJvdG9idWYuRmlsZURlc2Ny\
      aXB0b3JQcm90b1IJcHJvdG9GaWxlElwKF3NvdXJjZV9maWxlX2Rlc2NyaXB0b3JzGBEgAygLMiQuZ29vZ2xlLnByb3Rv\
      YnVmLkZpbGVEZXNjcmlwdG9yUHJvdG9SFXNvdXJjZUZpbGVEZXNjcmlwdG9ycxJMChBjb21waWxlcl92ZXJzaW9uGAMg\
      ASgLMiEuZ29vZ2xlLnByb3RvYnVmLmNvbXBpbGVyLlZlcnNpb25SD2NvbXBpbGVyVmVyc2lvbiKzAwoVQ29kZUdlbmVy\
      YXRvclJlc3BvbnNlEhQKBWVycm9yGAEgASgJUgVlcnJvchItChJzdXBwb3J0ZWRfZmVhdHVyZXMYAiABKARSEXN1cHBv\
      cnRlZEZlYXR1cmVzEkgKBGZpbGUYDyADKAsyNC5nb29nbGUucHJvdG9idWYuY29tcGlsZXIuQ29kZUdlbmVyYXRvclJl\
      c3BvbnNlLkZpbGVSBGZpbGUasQEKBEZpbGUSEgoEbmFtZRgBIAEoCVIEbmFtZRInCg9pbnNlcnRpb25fcG9pbnQYAiAB\
      KAlSDmluc2VydGlvblBvaW50EhgKB2NvbnRlbnQYDyABKAlSB2NvbnRlbnQSUgoTZ2VuZXJhdGVkX2NvZGVfaW5mbxgQ\
      IAEoCzIiLmdvb2dsZS5wcm90b2J1Zi5HZW5lcmF0ZWRDb2RlSW5mb1IRZ2VuZXJhdGVkQ29kZUluZm8iVwoHRmVhdHVy\
      ZRIQCgxGRUFUVVJFX05PTkUQABIbChdGRUFUVVJFX1BST1RPM19PUFRJT05BTBABEh0KGUZFQVRVUkVfU1VQUE9SVFNf\
      RURJVElPTlMQAkJyChxjb20uZ29vZ2xlLnByb3RvYnVmLmNvbXBpbGVyQgxQbHVnaW5Qcm90b3NaKWdvb2dsZS5nb2xh\
      bmcub3JnL3Byb3RvYnVmL3R5cGVzL3BsdWdpbnBiqgIYR29vZ2xlLlByb3RvYnVmLkNvbXBpbGVy
      """)
}
