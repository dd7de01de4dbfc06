import Glibc

/// How much is tried at random: `MATIANE_TEST_ROUNDS` is how many times the usual number of rounds, 0.25 a quarter of it.
///
/// `Tests/run --sanitize` asks for fewer, for under a sanitizer each takes many times as long.
public enum TestRounds {
  /// The factor; 1 where nothing is said.
  public static let factor = getenv("MATIANE_TEST_ROUNDS").flatMap { Double(String(cString: $0)) } ?? 1

  /// The number of rounds where usually there are so many; at least one.
  public static func of(_ usual: Int) -> Int { max(1, Int(Double(usual) * factor)) }
}
