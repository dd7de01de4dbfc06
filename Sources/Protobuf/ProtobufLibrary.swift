internal import CProtobufC

/// The library that packs and unpacks messages.
public enum ProtobufLibrary {
  /// The version of libprotobuf-c that is loaded, for example `1.4.1`.
  public static var version: String { String(cString: protobuf_c_version()) }
}
