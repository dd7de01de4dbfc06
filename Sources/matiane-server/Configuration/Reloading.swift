import Flags
import Logging
import Synchronization

/// A part of the server that takes new settings while it runs.
protocol Reloadable: Sendable {
  /// Reads what the settings name, and changes nothing yet.
  ///
  /// - Returns: what makes the change, which cannot fail, and the settings that it concerns; nil when there is nothing
  ///   to do.
  /// - Throws: what is wrong, with file and remedy.
  func prepare(_ command: ServerCommand) throws -> PreparedReload?
}

/// A change that is ready to be made.
struct PreparedReload {
  /// The settings that it concerns.
  let settings: [String]
  /// Makes it.
  let commit: () -> Void
}

/// Reads the configuration anew while the server runs: all of it takes effect, or nothing.
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

  /// Reads configuration file, certificates and keys.
  ///
  /// - Returns: the settings that were read anew.
  /// - Throws: what is wrong; then nothing was changed.
  func reload() throws -> [String] {
    try current.withLock { current in
      let settings = try source.settings()
      let command = try ServerCommand(settings)
      let changes = try parts.compactMap { try $0.prepare(command) }
      for change in changes { change.commit() }
      let stuck = try Self.changed(from: current, to: settings).filter { !$0.isReloadable }
      if !stuck.isEmpty {
        log.write(.warning, "changed, but needs a restart: \(stuck.map(\.name).joined(separator: ", "))")
      }
      current = settings
      let names = changes.flatMap(\.settings).sorted()
      log.write(.info, "read anew: \(names.joined(separator: ", "))")
      return names
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
