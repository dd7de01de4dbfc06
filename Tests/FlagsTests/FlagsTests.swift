import Flags
import Testing

private let sample = Command(
  "sample", "Does nothing.", operands: "[FILE]", operandCount: 0...1,
  flags: [
    Flag("data-dir", "DIR", default: "./data", "Where data lives."),
    Flag("threads", letter: "t", "N", "How many."),
    Flag("token", "TEXT", secret: true, "Secret."),
    Flag("grace", "TIME", "How long."),
    Flag(switch: "quiet", letter: "q", "Say nothing."),
    Flag(switch: "help", letter: "h", "Show this help."),
  ])

private func parse(_ arguments: String..., environment: [String: String] = [:]) throws -> Settings {
  try sample.parse(arguments, environment: environment)
}

@Test func `a flag wins over its variable and the variable over the default`() throws {
  #expect(try parse().text("data-dir") == "./data")
  let environment = ["MATIANE_DATA_DIR": "/b"]
  #expect(try parse(environment: environment).text("data-dir") == "/b")
  #expect(try parse("--data-dir", "/a", environment: environment).text("data-dir") == "/a")
}

@Test func `values may be attached or follow, by name or by letter`() throws {
  for arguments in [["--threads=3"], ["--threads", "3"], ["-t", "3"], ["-t3"]] {
    let settings = try sample.parse(arguments, environment: [:])
    #expect(try settings.integer("threads", in: 1...64) == 3)
  }
}

@Test func `a switch can be turned on and off again`() throws {
  #expect(try parse("-q").isOn("quiet"))
  #expect(try !parse("-q", "--no-quiet").isOn("quiet"))
  #expect(try parse(environment: ["MATIANE_QUIET": "yes"]).isOn("quiet"))
}

@Test func `an unknown flag is refused with the nearest known one`() {
  #expect(throws: UsageError("unknown flag --data-dri; did you mean --data-dir?")) {
    try parse("--data-dri", "x")
  }
}

@Test func `a number out of bounds names the flag, the bounds and what was found`() throws {
  let settings = try parse(environment: ["MATIANE_THREADS": "0"])
  #expect(throws: UsageError("MATIANE_THREADS: expected a whole number from 1 to 64, found '0'")) {
    try settings.integer("threads", in: 1...64)
  }
}

@Test func `a missing value and superfluous operands are refused`() {
  #expect(throws: UsageError("--threads: expected N, found the end of the command line")) {
    try parse("--threads")
  }
  #expect(throws: UsageError("sample: expected [FILE], found 2 operands")) { try parse("a", "b") }
}

@Test func `everything after two dashes is an operand`() throws {
  #expect(try parse("--", "--quiet").operands == ["--quiet"])
}

@Test func `durations have a unit`() throws {
  #expect(try parse("--grace", "15m").duration("grace") == .seconds(900))
  let settings = try parse("--grace", "15")
  #expect(throws: UsageError.self) { try settings.duration("grace") }
}

@Test func `sizes are bytes or have a unit of 1024`() throws {
  for (text, bytes) in [
    ("0", 0), ("1500", 1500), ("3K", 3072), ("2m", 2 << 20), ("2GiB", 2 << 30), ("1TB", 1 << 40),
  ] {
    #expect(try parse("--grace", text).bytes("grace") == bytes)
  }
  for text in ["", "M", "5X", "-1", "1.5G", "99999999999T"] {
    let settings = try parse("--grace", text)
    #expect(throws: UsageError.self) { try settings.bytes("grace") }
  }
}

@Test func `a secret may stand in a file`() throws {
  let settings = try parse(environment: ["MATIANE_TOKEN_FILE": "/nonexistent/token"])
  #expect(throws: UsageError.self) { try settings.text("token") }
}

@Test func `help names every flag with its default and variable`() {
  #expect(sample.help.contains("--data-dir DIR"))
  #expect(sample.help.contains("[default ./data; MATIANE_DATA_DIR]"))
  #expect(sample.help.contains("MATIANE_TOKEN or MATIANE_TOKEN_FILE"))
}
