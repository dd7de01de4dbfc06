// What a caller has to name to use this module comes with it: messages and services, calls and their errors, the loops that a
// server of his own runs on, TLS, traces. There is no other way to re-export a module, and a program that imports one
// product should not have to know what it is made of.
@_exported import ArticleAPI
@_exported import class EventLoops.EventLoopGroup
@_exported import GRPC
@_exported import Protobuf
@_exported import struct TLS.ClientTLSConfiguration
@_exported import struct TLS.PEM
@_exported import struct TLS.TLSIdentity
@_exported import struct Tracing.TraceContext
