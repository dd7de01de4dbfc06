// Calls GetArticle as fast as it can and prints what a call costs the client.
import ArticleAPI
import EventLoops
import Flags
import GRPC
import Glibc

let command = Command(
  "rpc-bench-client", "Call GetArticle as fast as it goes, and tell what a call costs the client.",
  flags: [
    Flag("target", "TARGET", default: "127.0.0.1:50151", "Server to call."),
    Flag("calls", .integer(1...1_000_000_000), "N", default: "200000", "Calls to make."),
    Flag("concurrency", .integer(1...100_000), "N", default: "10", "Calls in flight on each channel."),
    Flag("channels", .integer(1...1024), "N", default: "1", "Channels."),
    Flag(switch: "elsewhere", "Call from tasks on Swift's global pool, not on the channel's event loop."),
    Flag(switch: "help", letter: "h", "Show this help."),
  ])

struct Options {
  let target: String
  let calls: Int
  let concurrency: Int
  let channels: Int
  let runsElsewhere: Bool

  init(_ settings: Settings) throws(UsageError) {
    target = try settings.text("target")
    calls = try settings.integer("calls")
    concurrency = try settings.integer("concurrency")
    channels = try settings.integer("channels")
    runsElsewhere = try settings.isOn("elsewhere")
  }
}

/// The processor time of this process so far, in microseconds.
func cpuMicroseconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let times = [usage.ru_utime, usage.ru_stime]
  return times.reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
}

/// Makes calls one after the other and returns how long each took, in nanoseconds.
func callRepeatedly(_ client: ArticleServiceClient, _ count: Int) async throws -> [UInt64] {
  var request = GetArticleRequest()
  request.name = "articles/0"
  var times: [UInt64] = []
  times.reserveCapacity(count)
  for _ in 0..<count {
    let start = MonotonicInstant.now.nanoseconds
    _ = try await client.getArticle(request)
    times.append(MonotonicInstant.now.nanoseconds - start)
  }
  return times
}

func run(_ clients: [ArticleServiceClient], _ options: Options, calls: Int) async throws -> [UInt64] {
  try await withThrowingTaskGroup(of: [UInt64].self) { group in
    let share = calls / (clients.count * options.concurrency)
    for client in clients {
      for _ in 0..<options.concurrency {
        let loop = options.runsElsewhere ? nil : client.channel.loop
        group.addTask(executorPreference: loop) { try await callRepeatedly(client, share) }
      }
    }
    return try await group.reduce(into: []) { $0 += $1 }
  }
}

let options: Options
do {
  let settings = try command.parse(commandLineArguments(), environment: [:])
  if try settings.isOn("help") {
    print(command.help, terminator: "")
    exit(0)
  }
  options = try Options(settings)
} catch {
  var line = "rpc-bench-client: \(error)\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(2)
}
let loops = try EventLoopGroup(count: 1)
let clients = try (0..<options.channels).map { _ in
  ArticleServiceClient(try Channel(options.target, group: loops))
}
_ = try await run(clients, options, calls: options.calls / 10)
let (start, cpuStart) = (MonotonicInstant.now, cpuMicroseconds())
let times = try await run(clients, options, calls: options.calls).sorted()
let seconds = start.duration(to: .now) / .seconds(1)
let cpu = (cpuMicroseconds() - cpuStart) / Double(times.count)

func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

print(
  "calls/s \(Int(Double(times.count) / seconds))  cpu_us/call \(hundredths(cpu))  "
    + "p50_us \(times[times.count / 2] / 1000)  p99_us \(times[times.count * 99 / 100] / 1000)")
