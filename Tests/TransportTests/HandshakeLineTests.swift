import EventLoops
import Testing

@testable import Transport

/// Whose turn it is when more TLS handshakes wait than can be gone on with.
@Suite struct HandshakeLineTests {
  private static func address(_ number: UInt32, port: UInt16 = 1) -> SocketAddress {
    .ipv4(number, port: port)
  }

  private func drain(_ line: inout HandshakeLine<String>) -> [String] {
    var order: [String] = []
    while let next = line.next() { order.append(next) }
    return order
  }

  @Test func `of one address the last and the first to come are taken by turns`() {
    var line = HandshakeLine<String>(limit: 100)
    for number in 1...6 {
      #expect(line.addNewcomer("\(number)", from: Self.address(1, port: UInt16(number))) == nil)
    }
    #expect(drain(&line) == ["6", "1", "5", "2", "4", "3"])
  }

  @Test func `addresses have their turns one after the other, whatever crowd comes from one`() {
    var line = HandshakeLine<String>(limit: 100)
    for number in 0..<50 { _ = line.addNewcomer("crowd \(number)", from: Self.address(1)) }
    _ = line.addNewcomer("honest", from: Self.address(2))
    let turns = [line.next(), line.next()]
    #expect(turns.contains("honest"))
  }

  @Test func `addresses of one IPv6 network count as one`() {
    var line = HandshakeLine<String>(limit: 100)
    for host in 0..<50 {
      _ = line.addNewcomer("crowd", from: .ipv6(7, UInt64(host), port: 1, scope: 0))
    }
    _ = line.addNewcomer("honest", from: .ipv6(8, 0, port: 1, scope: 0))
    let turns = [line.next(), line.next()]
    #expect(turns.contains("honest"))
  }

  @Test func `a crowd that comes again as soon as it is served buries nobody`() {
    var line = HandshakeLine<String>(limit: 100)
    _ = line.addNewcomer("honest", from: Self.address(1))
    for _ in 0..<10 { _ = line.addNewcomer("crowd", from: Self.address(1)) }
    var turns = 0
    while line.next() != "honest" {
      turns += 1
      _ = line.addNewcomer("crowd", from: Self.address(1))
      #expect(turns < 3)
    }
  }

  @Test func `who has answered comes first, but for every fourth turn`() {
    var line = HandshakeLine<String>(limit: 100)
    for number in 1...2 { _ = line.addNewcomer("new \(number)", from: Self.address(UInt32(number))) }
    for number in 1...5 { line.addAnswered("\(number)") }
    #expect(drain(&line) == ["1", "2", "3", "new 1", "4", "5", "new 2"])
  }

  @Test func `the first to come of the largest crowd makes room for a newcomer`() {
    var line = HandshakeLine<String>(limit: 4)
    _ = line.addNewcomer("honest", from: Self.address(2))
    for number in 1...3 { #expect(line.addNewcomer("\(number)", from: Self.address(1)) == nil) }
    #expect(line.addNewcomer("4", from: Self.address(1)) == "1")
    #expect(line.addNewcomer("late", from: Self.address(3)) == "2")
    #expect(Set(drain(&line)) == ["honest", "3", "4", "late"])
  }
}
