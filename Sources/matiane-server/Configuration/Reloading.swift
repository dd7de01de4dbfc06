import Flags
import Logging
import Synchronization

/// A part of the server that takes new settings while it runs.
protocol Reloadable: Sendable {
  /// The settings that it concerns.
  var reloadable: [String] { get }

  /// Reads what the settings name, and changes nothing yet.
  ///
  /// - Returns: what makes the change, which cannot fail; nil when there is nothing to do.
  /// - Throws: what is wrong, with file and remedy.
  func prepare(_ command: ServerCommand) throws -> PreparedReload?
}

/// A change that is ready to be made.
struct PreparedReload {
  /// Makes it.
  let commit: () -> Void
}

/// What of a reload did not take effect, and what did.
struct ReloadError: Error, CustomStringConvertible {
  /// What stays as it was, and why.
  var failures: [(settings: [String], reason: String)] = []
  /// The settings that were read anew.
  var reloaded: [String] = []

  var description: String {
    let stays = failures.map { failure in
      let names = failure.settings.isEmpty ? "" : " for " + failure.settings.joined(separator: ", ")
      return "the configuration stays as it was\(names): \(failure.reason)"
    }
    let taken = reloaded.isEmpty ? "nothing was changed" : "read anew: \(reloaded.joined(separator: ", "))"
    return (stays + [taken]).joined(separator: "; ")
  }
}

/// Reads the configuration anew while the server runs: each part of it by itself, so that a broken certificate does not keep a revoked
/// key good.
final class Reloading: Sendable {
  private let source: ConfigurationSource
  private let parts: [any Reloadable]
  private let current: Mutex<Settings>
  private let log: EventLog

  init(_ source: ConfigurationSource, current: Settings, parts: [any Reloadable], log: EventLog) {
    self.source = source
    self.parts = parts
    self.log = log
    self.current = Mutex(current)
  }

  /// Reads configuration file, certificates and keys. A configuration file that is wrong keeps settings as they are; the files
  /// that they name are read all the same.
  ///
  /// - Returns: the settings that were read anew.
  /// - Throws: `ReloadError`: what is wrong and stays as it was, and what took effect.
  func reload() throws -> [String] {
    try current.withLock { current in
      var outcome = ReloadError()
      let command = try self.command(&current, &outcome)
      for part in parts {
        do {
          guard let change = try part.prepare(command) else { continue }
          change.commit()
          outcome.reloaded += part.reloadable
        } catch {
          outcome.failures.append((part.reloadable, "\(error)"))
        }
      }
      outcome.reloaded.sort()
      if !outcome.reloaded.isEmpty {
        log.write(.info, "read anew: \(outcome.reloaded.joined(separator: ", "))")
      }
      guard outcome.failures.isEmpty else { throw outcome }
      return outcome.reloaded
    }
  }

  /// The settings of the configuration file, or those of before where it is wrong.
  private func command(_ current: inout Settings, _ outcome: inout ReloadError) throws -> ServerCommand {
    do {
      let settings = try source.settings()
      let command = try ServerCommand(settings)
      let stuck = try Self.changed(from: current, to: settings).filter { !$0.isReloadable }
      if !stuck.isEmpty {
        log.write(.warning, "changed, but needs a restart: \(stuck.map(\.name).joined(separator: ", "))")
      }
      current = settings
      return command
    } catch {
      outcome.failures.append(([], "\(error)"))
      return try ServerCommand(current)
    }
  }

  private static func changed(from old: Settings, to new: Settings) throws(UsageError) -> [Flag] {
    var changed: [Flag] = []
    for flag in ServerCommand.command.flags
    where try old.text(ifGiven: flag.name) != new.text(ifGiven: flag.name) {
      changed.append(flag)
    }
    return changed
  }
}
