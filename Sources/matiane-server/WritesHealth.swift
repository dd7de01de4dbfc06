import Catalog
import GRPC
import Synchronization

/// What health says about writes alone: not serving while they are refused, for whatever reason, though reads are served.
final class WritesHealth: Sendable {
  /// The service under which health speaks of writes.
  static let name = "matiane.writes"

  private struct State {
    var isOpen = false
    var isSwitchedOff = false
    var isShortOfRoom = false
    var hasFailed = false

    var status: HealthCheckResponse.ServingStatus {
      isOpen && !isSwitchedOff && !isShortOfRoom && !hasFailed ? .serving : .notServing
    }
  }

  private let health: HealthService
  private let state = Mutex(State())

  init(_ health: HealthService) { self.health = health }

  /// The archive is open.
  func opened() { change { $0.isOpen = true } }

  /// Takes in what happened to the archive.
  func happened(_ event: CatalogEvent) {
    switch event {
    case .becameReadOnly: change { $0.hasFailed = true }
    case .writesPaused: change { $0.isShortOfRoom = true }
    case .writesResumed: change { $0.isShortOfRoom = false }
    case .writesSwitchedOff: change { $0.isSwitchedOff = true }
    case .writesSwitchedOn: change { $0.isSwitchedOff = false }
    default: break
    }
  }

  private func change(_ body: (inout State) -> Void) {
    // Told under the lock: of two changes at once the later one has the last word.
    state.withLock { state in
      body(&state)
      health.set(state.status, of: Self.name)
    }
  }
}
