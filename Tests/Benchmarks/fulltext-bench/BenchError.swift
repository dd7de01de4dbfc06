/// Why a request cannot be answered.
struct BenchError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
