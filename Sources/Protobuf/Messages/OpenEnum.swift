/// A protobuf enum: the values that the `.proto` file names, and any other number that a newer peer may send.
public protocol OpenEnum: RawRepresentable, Sendable, Hashable where RawValue == Int32 {
  /// The enum's name and values; built once, on first use.
  static var descriptor: EnumDescriptor { get }

  /// The value of this number; one that the file does not name stays itself.
  init(rawValue: Int32)

  /// The default: the value that is listed first, which is zero in proto3.
  init()
}
