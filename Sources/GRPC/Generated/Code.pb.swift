// Generated from google/rpc/code.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The outcome of a call.
public enum Code: OpenEnum {
  /// The call succeeded.
  case ok
  /// The call was cancelled, usually by its caller.
  case cancelled
  /// An error that names no better code.
  case unknown
  /// The request is wrong whatever the state of the system.
  case invalidArgument
  /// The deadline passed before the call completed.
  case deadlineExceeded
  /// What the request names does not exist.
  case notFound
  /// What the request wants to create exists already.
  case alreadyExists
  /// The caller is known but not allowed to do this.
  case permissionDenied
  /// The caller did not prove who it is.
  case unauthenticated
  /// A quota, a size limit or a resource is used up.
  case resourceExhausted
  /// The system is not in the state that the request needs.
  case failedPrecondition
  /// A concurrent change got in the way.
  case aborted
  /// The request reaches past the valid range.
  case outOfRange
  /// The method does not exist or is not supported here.
  case unimplemented
  /// An invariant of one side is broken.
  case `internal`
  /// The service cannot be reached now.
  case unavailable
  /// Data is lost or damaged for good.
  case dataLoss
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .ok }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .ok
    case 1: self = .cancelled
    case 2: self = .unknown
    case 3: self = .invalidArgument
    case 4: self = .deadlineExceeded
    case 5: self = .notFound
    case 6: self = .alreadyExists
    case 7: self = .permissionDenied
    case 16: self = .unauthenticated
    case 8: self = .resourceExhausted
    case 9: self = .failedPrecondition
    case 10: self = .aborted
    case 11: self = .outOfRange
    case 12: self = .unimplemented
    case 13: self = .`internal`
    case 14: self = .unavailable
    case 15: self = .dataLoss
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .ok: 0
    case .cancelled: 1
    case .unknown: 2
    case .invalidArgument: 3
    case .deadlineExceeded: 4
    case .notFound: 5
    case .alreadyExists: 6
    case .permissionDenied: 7
    case .unauthenticated: 16
    case .resourceExhausted: 8
    case .failedPrecondition: 9
    case .aborted: 10
    case .outOfRange: 11
    case .unimplemented: 12
    case .`internal`: 13
    case .unavailable: 14
    case .dataLoss: 15
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "google.rpc.Code", in: .googleRpcCode,
    values: [
      (0, "OK"),
      (1, "CANCELLED"),
      (2, "UNKNOWN"),
      (3, "INVALID_ARGUMENT"),
      (4, "DEADLINE_EXCEEDED"),
      (5, "NOT_FOUND"),
      (6, "ALREADY_EXISTS"),
      (7, "PERMISSION_DENIED"),
      (16, "UNAUTHENTICATED"),
      (8, "RESOURCE_EXHAUSTED"),
      (9, "FAILED_PRECONDITION"),
      (10, "ABORTED"),
      (11, "OUT_OF_RANGE"),
      (12, "UNIMPLEMENTED"),
      (13, "INTERNAL"),
      (14, "UNAVAILABLE"),
      (15, "DATA_LOSS"),
    ])
}

extension FileDescriptor {
  /// The file `google/rpc/code.proto`.
  public static let googleRpcCode = FileDescriptor(
    "google/rpc/code.proto", package: "google.rpc",
    dependencies: [],
    messages: [:],
    encoded: """
      ChVnb29nbGUvcnBjL2NvZGUucHJvdG8SCmdvb2dsZS5ycGMqtwIKBENvZGUSBgoCT0sQABINCglDQU5DRUxMRUQQARIL\
      CgdVTktOT1dOEAISFAoQSU5WQUxJRF9BUkdVTUVOVBADEhUKEURFQURMSU5FX0VYQ0VFREVEEAQSDQoJTk9UX0ZPVU5E\
      EAUSEgoOQUxSRUFEWV9FWElTVFMQBhIVChFQRVJNSVNTSU9OX0RFTklFRBAHEhMKD1VOQVVUSEVOVElDQVRFRBAQEhYK\
      ElJFU09VUkNFX0VYSEFVU1RFRBAIEhcKE0ZBSUxFRF9QUkVDT05ESVRJT04QCRILCgdBQk9SVEVEEAoSEAoMT1VUX09G\
      X1JBTkdFEAsSEQoNVU5JTVBMRU1FTlRFRBAMEgwKCElOVEVSTkFMEA0SDwoLVU5BVkFJTEFCTEUQDhINCglEQVRBX0xP\
      U1MQD0JSCg5jb20uZ29vZ2xlLnJwY0IJQ29kZVByb3RvUAFaM2dvb2dsZS5nb2xhbmcub3JnL2dlbnByb3RvL2dvb2ds\
      ZWFwaXMvcnBjL2NvZGU7Y29kZWIGcHJvdG8z
      """)
}
