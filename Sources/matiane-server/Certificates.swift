import Glibc
import Logging
import Synchronization
import TLS

/// The server's certificates and keys, which can be read anew while it runs.
final class Certificates: Sendable {
  private struct State {
    var context: TLSContext
    var settings: TLSSettings
    var watch: FileWatch
    /// How often settings were taken.
    var generation = 0
    /// What has been said of the certificate that expires at a time.
    var told: (until: Int64, hasExpired: Bool)?
  }

  /// How long before its end a certificate is near it, unless a tenth of its time is less.
  private static let secondsOfWarning: Int64 = 14 * 86_400

  private let state: Mutex<State>

  /// Reads the files.
  ///
  /// - Throws: `TLSError` naming the file, when one cannot be read or they do not fit together.
  init(_ settings: TLSSettings) throws(TLSError) {
    let watch = FileWatch(settings.paths)
    state = Mutex(State(context: try settings.context(), settings: settings, watch: watch))
  }

  /// When the first of them expires, in seconds since 1970.
  var expiry: Int64? { context.firstToExpire?.until }

  /// What new connections use.
  var context: TLSContext { state.withLock { $0.context } }

  /// Says once that a certificate is about to expire, and once that it has: clients would be the first to notice.
  func warn(_ log: EventLog, at now: Int64 = Int64(time(nil))) {
    guard let validity = context.firstToExpire else { return }
    let left = validity.until - now
    let near = min(Self.secondsOfWarning, (validity.until - validity.since) / 10)
    guard left <= near else { return }
    let isNews = state.withLock { state in
      if let told = state.told, told.until == validity.until, told.hasExpired || left > 0 { return false }
      state.told = (validity.until, left <= 0)
      return true
    }
    guard isNews else { return }
    if left <= 0 {
      log.write(
        .error, "a TLS certificate has expired: new clients refuse it until there is another in its place")
    } else {
      let time = left < 2 * 86_400 ? "\(left / 3600) h" : "\(left / 86_400) days"
      log.write(.warning, "a TLS certificate expires in \(time): clients will want another in its place")
    }
  }

  /// Looks at the files every so often, and takes them when they have changed, until the task is cancelled.
  ///
  /// Files that cannot be used are reported, and the old ones stay: certificate and key may be replaced one after the
  /// other.
  func watch(every interval: Duration, _ log: EventLog) async {
    while !Task.isCancelled {
      do { try await Task.sleep(for: interval) } catch { return }
      defer { warn(log) }
      do {
        if try readIfChanged() { log.write(.info, "read anew: the TLS certificates, which have changed") }
      } catch {
        log.write(.error, "the TLS certificates have changed and cannot be used; the old ones stay: \(error)")
      }
    }
  }

  private func readIfChanged() throws(TLSError) -> Bool {
    let changed: (settings: TLSSettings, generation: Int)? = state.withLock { state in
      state.watch.hasChanged(state.settings.paths) ? (state.settings, state.generation) : nil
    }
    guard let changed else { return false }
    let context = try changed.settings.context()
    return state.withLock { state in
      // Settings that were taken meanwhile have read their files themselves.
      guard state.generation == changed.generation else { return false }
      state.context = context
      return true
    }
  }
}

extension Certificates: Reloadable {
  var reloadable: [String] { ["tls-cert", "tls-client-auth", "tls-client-ca", "tls-key"] }

  /// Reads the files anew; connections that exist go on as they are.
  ///
  /// - Throws: `TLSError`.
  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    // Switching TLS off needs a restart.
    guard let settings = command.tls else { return nil }
    let watch = FileWatch(settings.paths)
    let context = try settings.context()
    return PreparedReload { [self] in
      state.withLock { state in
        state = State(context: context, settings: settings, watch: watch, generation: state.generation + 1)
      }
    }
  }
}
