// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode (from the tools version) and no warning left standing.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

/// Every layer: asynchronous functions stay where their caller is, for each look at an executor costs a call as much as a
/// look at its route.
let staysPut: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

func layer(
  _ name: String, path: String? = nil, exclude: [String] = [], _ dependencies: [Target.Dependency]
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: staysPut)
}

func program(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: path ?? "Tests/\(name)", swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "matiane",
  products: [
    .executable(name: "matiane-server", targets: ["matiane-server"]),
    .executable(name: "matiane", targets: ["matiane"]),
    .executable(name: "protoc-gen-matiane-swift", targets: ["protoc-gen-matiane-swift"]),
    .executable(name: "grpc-interop-server", targets: ["grpc-interop-server"]),
    .executable(name: "grpc-interop-client", targets: ["grpc-interop-client"]),
    .library(name: "MatianeClient", targets: ["MatianeClient"]),
  ],
  targets: [
    // C libraries: headers and explained shims, each imported by exactly one Swift target.
    .target(name: "CLinux", path: "Sources/CLinux"),
    .target(name: "CArguments", path: "Sources/CArguments"),
    .target(name: "CStorage", path: "Sources/CStorage"),
    .target(name: "CChecksum", path: "Sources/CChecksum"),
    .target(name: "CNghttp2", path: "Sources/CNghttp2", linkerSettings: [.linkedLibrary("nghttp2")]),
    library("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
    .target(
      name: "CProtobufC", path: "Sources/CProtobufC", linkerSettings: [.linkedLibrary("protobuf-c")]),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CStemmer", apt: "libstemmer-dev"),
    library("CRoaring", apt: "libroaring-dev"),
    library("CUtf8proc", apt: "libutf8proc-dev"),
    library("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    .systemLibrary(name: "CPrefetch", path: "Sources/CPrefetch"),
    library("CYaml", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),

    // Bytes: threads, epoll, timers, task executors, sockets.
    layer("EventLoops", ["CLinux"]),
    // Ciphertext in, plaintext out.
    layer("TLS", ["COpenSSL", "InputFiles"]),
    // One nghttp2 session: bytes in, stream events out.
    layer("HTTP2", ["CNghttp2"]),
    // Listener, Connection (the pump), MemoryPipe.
    layer("Transport", ["EventLoops", "TLS", "HTTP2"]),
    // What generated messages stand on.
    layer("Protobuf", ["CProtobufC"]),
    // gzip and deflate, bounded.
    layer("Compression", ["CZlib"]),
    // Calls: server and client, metadata, status, deadlines, health, reflection.
    layer("GRPC", ["EventLoops", "TLS", "HTTP2", "Transport", "Protobuf", "Compression"]),
    // Generated from Protos/; committed, never edited.
    layer("ArticleAPI", ["GRPC", "Protobuf"]),
    // Who may call what, how often, and when it is too much.
    layer("Access", ["GRPC", "Protobuf", "TLS", "EventLoops", "Checksums", "InputFiles"]),
    // Lines of text or JSON that never wait.
    layer("Logging", []),
    // Spans of calls, and OTLP.
    layer("Tracing", ["GRPC", "Protobuf", "EventLoops"]),
    // Counts calls and connections, a loop for itself; Prometheus' text.
    layer("Metrics", ["GRPC", "EventLoops"]),
    // A few fixed paths over HTTP/1.1, for scrapers and probes.
    layer("HTTPEndpoint", ["CMicrohttpd", "EventLoops"]),
    // The handlers: a folder a service.
    layer(
      "ArticleService",
      [
        "Access", "Tracing", "EventLoops", "ArticleAPI", "GRPC", "Protobuf", "TLS", "Catalog", "FullText",
        "Checksums",
      ]),
    // Applies mutations in order; joins index and store; checkpoint and recovery.
    layer("Catalog", ["ArticleAPI", "Protobuf", "FullText", "Storage", "Checksums"]),
    // CRC-32C and SHA-256, by the processor's instructions, and FNV-1a.
    layer("Checksums", ["CChecksum"]),
    // The index: analysis, postings, query, scoring, facets.
    layer(
      "FullText", exclude: ["Segment/FORMAT.md"],
      ["Checksums", "CStemmer", "CRoaring", "CUtf8proc", "CPrefetch"]),
    // Records of bytes: log, snapshots, recovery. Knows no article.
    layer("Storage", exclude: ["FORMAT.md"], ["Checksums", "CStorage"]),
    // Command lines: flags with their environment variables.
    layer("Flags", ["CArguments", "InputFiles"]),
    // Files that settings name, read within bounds of size and time.
    layer("InputFiles", []),
    // Flat mappings of YAML: the server's configuration file.
    layer("YAML", ["CYaml"]),
    // XML in pieces, nothing expanded: exports of other systems.
    layer("XML", ["CExpat"]),

    program(
      "matiane-server",
      [
        "Access", "Logging", "Metrics", "HTTPEndpoint", "Tracing", "ArticleService", "ArticleAPI", "Catalog",
        "FullText", "Storage",
        "GRPC", "Protobuf", "Transport", "HTTP2", "TLS",
        "EventLoops", "Flags", "YAML",
      ]),
    program("protoc-gen-matiane-swift", ["Protobuf"]),

    // The SDK and the CLI.
    layer(
      "MatianeClient", path: "Clients/MatianeClient",
      [
        "ArticleAPI", "GRPC", "Protobuf", "Tracing", "Transport", "EventLoops", "TLS", "Compression",
        "Checksums",
      ]),
    // Articles as other systems write them: schema.org, ninjs, WordPress.
    layer(
      "ArticleFormats", path: "Clients/ArticleFormats", ["MatianeClient", "ArticleAPI", "Protobuf", "XML"]),
    program(
      "matiane", path: "Clients/matiane",
      [
        "MatianeClient", "ArticleFormats", "ArticleAPI", "GRPC", "Protobuf", "Tracing", "Flags",
        "Compression", "TLS",
        "Storage",
      ]),
    // Programs of users, as short as they can be: what to begin with.
    program("search-stories", path: "Clients/Examples/search-stories", ["MatianeClient"]),
    program("mirror-archive", path: "Clients/Examples/mirror-archive", ["MatianeClient"]),

    // Benchmarks: each prints its figures; see Tests/benchmark.
    layer("BenchmarkSupport", path: "Tests/Benchmarks/Support", []),
    program(
      "rpc-bench-client", path: "Tests/Benchmarks/rpc-bench-client",
      ["ArticleAPI", "Flags", "GRPC", "EventLoops"]),
    program("transport-bench", path: "Tests/Benchmarks/transport", ["Transport", "HTTP2", "EventLoops"]),
    program(
      "rpc-bench-server", path: "Tests/Benchmarks/rpc-bench-server",
      ["ArticleAPI", "Flags", "GRPC", "Protobuf", "EventLoops"]),
    program("index-bench", path: "Tests/Benchmarks/index", ["FullText", "BenchmarkSupport"]),
    program("quality-bench", path: "Tests/Benchmarks/quality", ["FullText", "BenchmarkSupport"]),
    program(
      "fulltext-bench", path: "Tests/Benchmarks/fulltext-bench", ["Flags", "FullText", "BenchmarkSupport"]),

    // Calls a server in every way at once: for Tests/soak and the scenarios.
    program(
      "mixed-load", path: "Tests/Benchmarks/mixed-load", ["MatianeClient", "ArticleAPI", "GRPC", "Protobuf"]),
    program(
      "search-latency", path: "Tests/Benchmarks/search-latency", ["MatianeClient", "ArticleAPI", "Protobuf"]),

    // gRPC's interoperability suite: its service, generated, and both sides of its cases.
    layer("Interop", path: "Tests/Conformance/Interop", ["GRPC", "Protobuf", "TLS"]),
    program(
      "grpc-interop-server", path: "Tests/Conformance/InteropServer",
      ["Interop", "Flags", "GRPC", "EventLoops", "TLS"]),
    program(
      "grpc-interop-client", path: "Tests/Conformance/InteropClient",
      ["Interop", "Flags", "GRPC", "EventLoops", "TLS"]),

    // A Mutex that ThreadSanitizer understands, for all tests: they are linked into one program.
    .target(name: "MutexRaces", path: "Tests/Support/MutexRaces"),
    // What is tried at random: numbers that a seed repeats, and how many rounds are made.
    layer("RandomTesting", path: "Tests/Support/RandomTesting", []),
    tests("EventLoopsTests", ["EventLoops", "MutexRaces", "RandomTesting"]),
    layer("TLSTesting", path: "Tests/Support/TLSTesting", ["TLS"]),
    tests("TLSTests", ["TLS", "TLSTesting"]),
    tests("CompressionTests", ["Compression"]),
    tests("HTTP2Tests", ["HTTP2", "RandomTesting"]),
    tests("TransportTests", ["Transport", "HTTP2", "EventLoops", "TLS", "TLSTesting"]),
    // The messages of the protobuf conformance suite and shapes of our own, generated.
    layer("TestMessages", path: "Tests/Support/TestMessages", ["Protobuf"]),
    // Speaks the protocol of the protobuf conformance suite.
    program(
      "protobuf-conformance-testee", path: "Tests/Conformance/ProtobufTestee", ["TestMessages", "Protobuf"]),
    tests("ProtobufTests", ["Protobuf", "TestMessages", "RandomTesting"]),
    tests(
      "GRPCTests",
      ["GRPC", "Protobuf", "Transport", "HTTP2", "EventLoops", "TLS", "TLSTesting", "RandomTesting"]),
    tests("FullTextTests", ["FullText", "Checksums", "RandomTesting"]),
    // A disk in memory with accidents, for the tests of what stands on Storage.
    layer("StorageTesting", path: "Tests/Support/StorageTesting", ["Storage", "RandomTesting"]),
    tests("StorageTests", ["Storage", "StorageTesting", "Checksums", "CChecksum", "RandomTesting"]),
    tests(
      "CatalogTests",
      ["Catalog", "ArticleAPI", "Protobuf", "FullText", "Storage", "StorageTesting", "RandomTesting"]),
    tests(
      "ArticleServiceTests",
      [
        "ArticleService", "ArticleAPI", "Catalog", "EventLoops", "FullText", "GRPC", "Protobuf",
        "MatianeClient",
      ]),
    // One dependency, as those have who use the SDK.
    tests("MatianeClientTests", ["MatianeClient"]),
    tests("FlagsTests", ["Flags"]),
    tests("InputFilesTests", ["InputFiles"]),
    tests("MetricsTests", ["Metrics", "HTTPEndpoint", "EventLoops", "GRPC"]),
    tests("LoggingTests", ["Logging"]),
    tests("TracingTests", ["Tracing", "GRPC"]),
    tests("YAMLTests", ["YAML"]),
    tests("XMLTests", ["XML"]),
    tests("ArticleFormatsTests", ["ArticleFormats", "ArticleAPI", "Protobuf"]),
    tests("AccessTests", ["Access", "GRPC", "Protobuf", "EventLoops", "TLS"]),
  ]
)

// libFuzzer's entry points. Only Tests/fuzz builds them, with coverage and by hand linked to libFuzzer.
if Context.environment["MATIANE_FUZZ"] != nil {
  package.targets.append(
    layer(
      "FuzzTargets", path: "Tests/Fuzz",
      ["HTTP2", "GRPC", "Protobuf", "ArticleAPI", "TestMessages", "FullText"]))
  package.products.append(.library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]))
}
