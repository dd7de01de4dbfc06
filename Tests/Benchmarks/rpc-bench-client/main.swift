// Calls GetArticle as fast as it can and prints what a call costs the client.
//
// usage: rpc-bench-client [--target T] [--calls N] [--concurrency N] [--channels N] [--elsewhere]
//   --concurrency   calls in flight on each channel
//   --elsewhere     the calling tasks run on Swift's global pool, not on the channel's event loop
import ArticleAPI
import EventLoops
import GRPC
import Glibc

struct Options {
  var target = "127.0.0.1:50151"
  var calls = 200_000
  var concurrency = 10
  var channels = 1
  var runsElsewhere = false

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--target": target = rest.popFirst() ?? target
      case "--calls": calls = rest.popFirst().flatMap { Int($0) } ?? calls
      case "--concurrency": concurrency = rest.popFirst().flatMap { Int($0) } ?? concurrency
      case "--channels": channels = rest.popFirst().flatMap { Int($0) } ?? channels
      case "--elsewhere": runsElsewhere = true
      default: preconditionFailure("unknown option \(argument)")
      }
    }
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

let options = Options(CommandLine.arguments.dropFirst())
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
