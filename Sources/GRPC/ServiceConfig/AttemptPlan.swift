/// How one call goes on after attempts that failed; only calls whose method has a policy have one.
///
/// Belongs to the channel's event loop.
final class AttemptPlan {
  private enum Machine {
    case retry(RetryMachine)
    case hedging(HedgingMachine)
  }

  private var machine: Machine
  /// The attempts so far, without those that the server never looked at.
  private(set) var attempts = 0

  init(_ persistence: MethodConfig.Persistence) {
    switch persistence {
    case .retry(let policy): machine = .retry(RetryMachine(policy))
    case .hedge(let policy): machine = .hedging(HedgingMachine(policy))
    }
  }

  /// An attempt begins.
  func attemptBegan() { attempts += 1 }

  /// The attempt that began last was not looked at by the server.
  func attemptUndone() { attempts -= 1 }

  /// The time after which another attempt joins those under way; `nil` where none may.
  func timeToRival(_ tokens: RetryTokens?) -> Duration? {
    guard case .hedging(let machine) = machine, machine.permitsNext(attempts: attempts, tokens) else {
      return nil
    }
    return machine.delay
  }

  /// Whether a code is one that another attempt could mend.
  func isMendable(_ code: StatusCode) -> Bool {
    switch machine {
    case .retry(let machine): machine.isRetryable(code)
    case .hedging(let machine): machine.isNonFatal(code)
    }
  }

  /// An attempt has failed before its response began.
  ///
  /// - Parameter hasRivals: whether others are under way.
  func failed(_ status: CallStatus, hasRivals: Bool, _ tokens: inout RetryTokens?) -> AttemptDecision {
    let pushback = Pushback(status.trailers)
    switch machine {
    case .retry(var machine):
      var random = SystemRandomNumberGenerator()
      let decision = machine.failed(status.code, pushback, attempts: attempts, &tokens, using: &random)
      self.machine = .retry(machine)
      return decision
    case .hedging(var machine):
      let decision = machine.failed(status.code, pushback, attempts: attempts, hasRivals: hasRivals, &tokens)
      self.machine = .hedging(machine)
      return decision
    }
  }
}

/// What follows from a failed attempt.
enum AttemptDecision: Equatable {
  /// The failure is the call's; other attempts are given up.
  case fail
  /// Another attempt begins after this time.
  case next(after: Duration)
  /// The attempts under way go on, and no other joins them.
  case wait
}
