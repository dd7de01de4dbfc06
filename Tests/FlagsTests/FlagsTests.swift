import Flags
import Foundation
import Testing

private let sample = Command(
  "sample", "Does nothing.", operands: "[FILE]", operandCount: 0...1,
  flags: [
    Flag("data-dir", "DIR", default: "./data", "Where data lives."),
    Flag("threads", letter: "t", .integer(1...64), "N", "How many."),
    Flag("token", "TEXT", secret: true, "Secret."),
    Flag("grace", .duration, "TIME", "How long."),
    Flag("room", .bytes, "SIZE", default: "1M", "How much."),
    Flag("mode", .choice(["plain", "loud"]), "MODE", default: "plain", "How."),
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
    #expect(try settings.integer(ifGiven: "threads") == 3)
  }
}

@Test func `a switch can be turned on and off again`() throws {
  #expect(try parse("-q").isOn("quiet"))
  #expect(try !parse("-q", "--no-quiet").isOn("quiet"))
  #expect(try parse(environment: ["MATIANE_QUIET": "yes"]).isOn("quiet"))
}

@Test(arguments: [
  ("true", true), ("yes", true), ("on", true), ("1", true), ("ON", true), ("false", false), ("no", false),
  ("off", false),
  ("0", false), ("Off", false),
])
func `a switch takes the words that people write for on and off, wherever it is set`(word: String, isOn: Bool)
  throws
{
  #expect(try parse("--quiet=\(word)").isOn("quiet") == isOn)
  #expect(try parse(environment: ["MATIANE_QUIET": word]).isOn("quiet") == isOn)
  #expect(try parse().reading([entry("quiet", word)]).isOn("quiet") == isOn)
}

@Test func `another word for a switch is refused with those that it takes`() throws {
  let words = "expected true, yes, on or 1, or false, no, off or 0, found 'maybe'"
  #expect(throws: UsageError("--quiet: \(words)")) { try parse("--quiet=maybe") }
  let settings = try parse(environment: ["MATIANE_QUIET": "maybe"])
  #expect(throws: UsageError("MATIANE_QUIET: \(words)")) { try settings.isOn("quiet") }
}

@Test(
  arguments: [
    ("foo", nil), ("serach", "search"), ("ge", "get"), ("gte", "get"), ("lsit", "list"),
    ("explan", "explain"),
    ("xyz", nil), ("", nil),
  ] as [(String, String?)])
func `a word is suggested when most of its letters are right`(_ word: String, _ meant: String?) {
  #expect(nearest(to: word, among: ["get", "list", "search", "explain"]) == meant)
}

@Test func `an unknown flag is refused with the nearest known one`() {
  #expect(throws: UsageError("unknown flag --data-dri; did you mean --data-dir?")) {
    try parse("--data-dri", "x")
  }
}

@Test func `a number out of bounds names the flag, the bounds and what was found`() throws {
  let settings = try parse(environment: ["MATIANE_THREADS": "0"])
  #expect(throws: UsageError("MATIANE_THREADS: expected a whole number from 1 to 64, found '0'")) {
    try settings.integer(ifGiven: "threads")
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
  #expect(try parse("--grace", "15m").duration(ifGiven: "grace") == .seconds(900))
  let settings = try parse("--grace", "15")
  #expect(throws: UsageError.self) { try settings.duration(ifGiven: "grace") }
}

@Test func `sizes are bytes or have a unit of 1024`() throws {
  for (text, bytes) in [
    ("0", 0), ("1500", 1500), ("3K", 3072), ("2m", 2 << 20), ("2GiB", 2 << 30), ("1TB", 1 << 40),
  ] {
    #expect(try parse("--room", text).bytes("room") == bytes)
  }
  for text in ["", "M", "5X", "-1", "1.5G", "99999999999T"] {
    let settings = try parse("--room", text)
    #expect(throws: UsageError.self) { try settings.bytes("room") }
  }
}

@Test func `a secret is the first line of the file that its variable names, and wins over the configuration`()
  throws
{
  let path =
    "\(FileManager.default.temporaryDirectory.path)/matiane-flags-\(UInt64.random(in: 0...UInt64.max))"
  try Data("s3cret words\nmore\n".utf8).write(to: URL(fileURLWithPath: path))
  defer { unlink(path) }
  let environment = ["MATIANE_TOKEN_FILE": path]
  let settings = try parse(environment: environment).reading([entry("token", "configured")])
  #expect(try settings.text(ifGiven: "token") == "s3cret words")
  #expect(settings.source(of: "token") == "MATIANE_TOKEN_FILE")
  // What is given outright wins; a file for what is no secret is not looked at.
  #expect(try parse("--token", "given", environment: environment).text(ifGiven: "token") == "given")
  #expect(
    try parse(environment: ["MATIANE_TOKEN": "variable"].merging(environment) { a, _ in a }).text(
      ifGiven: "token")
      == "variable")
  #expect(try parse(environment: ["MATIANE_GRACE_FILE": path]).text(ifGiven: "grace") == nil)
}

@Test func `a secret's file that cannot be read is named with its variable`() throws {
  let settings = try parse(environment: ["MATIANE_TOKEN_FILE": "/nonexistent/token"])
  let expected = UsageError("MATIANE_TOKEN_FILE: cannot read '/nonexistent/token': No such file or directory")
  #expect(throws: expected) { try settings.text(ifGiven: "token") }
}

@Test
func `a secret's file that can be opened and not read, or is too large for one, is no empty or cut secret`()
  throws
{
  let folder = FileManager.default.temporaryDirectory.path
  let unreadable = try parse(environment: ["MATIANE_TOKEN_FILE": folder])
  #expect(throws: UsageError("MATIANE_TOKEN_FILE: cannot read '\(folder)': Is a directory")) {
    try unreadable.text(ifGiven: "token")
  }
  let path = "\(folder)/matiane-flags-\(UInt64.random(in: 0...UInt64.max))"
  try Data(repeating: UInt8(ascii: "s"), count: 65_537).write(to: URL(fileURLWithPath: path))
  defer { unlink(path) }
  let large = try parse(environment: ["MATIANE_TOKEN_FILE": path])
  let expected = "MATIANE_TOKEN_FILE: cannot read '\(path)': expected at most 65536 bytes, found more"
  #expect(throws: UsageError(expected)) { try large.text(ifGiven: "token") }
}

@Test func `what is not given has its default, of its kind, or is nil`() throws {
  #expect(try parse().bytes("room") == 1 << 20)
  #expect(try parse().choice("mode") { $0 == "loud" } == false)
  #expect(try parse("--mode", "loud").choice("mode") { $0 == "loud" })
  #expect(try parse().integer(ifGiven: "threads") == nil)
  #expect(try parse().duration(ifGiven: "grace") == nil)
}

@Test func `help names every flag with its default and variable`() {
  #expect(sample.help.contains("--data-dir DIR"))
  #expect(sample.help.contains("[default ./data; MATIANE_DATA_DIR]"))
  #expect(sample.help.contains("MATIANE_TOKEN or MATIANE_TOKEN_FILE"))
}

private func entry(_ key: String, _ values: String..., isList: Bool = false, line: Int = 1) -> ConfigEntry {
  ConfigEntry(key, values, isList: isList, place: "f.yaml:\(line)")
}

@Test func `a variable wins over the file and the file over the default`() throws {
  let file = [entry("data-dir", "/c")]
  #expect(try parse().reading(file).text("data-dir") == "/c")
  let settings = try parse(environment: ["MATIANE_DATA_DIR": "/b"]).reading(file)
  #expect(try settings.text("data-dir") == "/b")
  #expect(settings.valueSource(of: "data-dir") == .variable("MATIANE_DATA_DIR"))
  #expect(try parse().reading(file).valueSource(of: "data-dir") == .file("f.yaml:1"))
  #expect(try parse().valueSource(of: "data-dir") == .preset)
}

@Test func `an unknown key of a file is refused with the nearest setting`() throws {
  let settings = try parse()
  #expect(throws: UsageError("f.yaml:1: unknown setting 'data_dir'; did you mean 'data-dir'?")) {
    try settings.reading([entry("data_dir", "x")])
  }
  #expect(throws: UsageError("f.yaml:1: unknown setting 'colour'")) {
    try settings.reading([entry("colour", "red")])
  }
}

@Test func `a key that occurs twice is refused with both places`() throws {
  let settings = try parse()
  #expect(throws: UsageError("f.yaml:4: threads is set a second time; f.yaml:2 sets it already")) {
    try settings.reading([entry("threads", "1", line: 2), entry("threads", "2", line: 4)])
  }
}

@Test func `values are checked against the kind of their setting wherever they come from`() throws {
  let command = Command(
    "typed", "Checks.",
    sections: [
      FlagSection(
        "One",
        [
          Flag("size", .integer(1...9), "N", "A number."), Flag("wait", .duration, "TIME", "A time."),
          Flag("mode", .choice(["a", "b"]), "MODE", "A word."), Flag("name", .list, "NAME", "Names."),
          Flag(switch: "on", "A switch."), Flag("config", "FILE", "The file."),
        ])
    ], commandLineOnly: ["config"])
  let settings = try command.parse([], environment: [:])
  for (key, value) in [("size", "10"), ("wait", "5"), ("mode", "c"), ("on", "maybe")] {
    let read = try settings.reading([entry(key, value)])
    let error = #expect(throws: UsageError.self) { try read.validate() }
    #expect(error?.description.hasPrefix("f.yaml:1: \(key): expected") == true)
  }
  #expect(throws: UsageError.self) { try settings.reading([entry("config", "other.yaml")]) }
  #expect(throws: UsageError.self) { try settings.reading([entry("size", "1", "2", isList: true)]) }
  try settings.reading([entry("size", "3"), entry("name", "x", "y,z", isList: true)]).validate()
}

@Test func `a list comes from repeated flags, a file's list, or a variable with commas`() throws {
  let command = Command("listing", "Lists.", flags: [Flag("name", .list, "NAME", "Names.")])
  let flags = try command.parse(["--name", "a,b", "--name=c"], environment: [:])
  #expect(try flags.list("name") == ["a,b", "c"])
  #expect(try command.parse([], environment: ["MATIANE_NAME": "a,b"]).list("name") == ["a", "b"])
  let none = try command.parse([], environment: [:])
  #expect(try none.list("name").isEmpty)
  #expect(try none.reading([entry("name", "a", "b,c", isList: true)]).list("name") == ["a", "b,c"])
}
