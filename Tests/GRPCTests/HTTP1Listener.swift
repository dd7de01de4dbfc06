import Glibc

/// Accepts one TCP connection after another and answers each with an HTTP/1.1 error.
final class HTTP1Listener: Sendable {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length)
        listen(descriptor, 8)
        return getsockname(descriptor, pointer, &length)
      }
    }
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
    var thread = pthread_t()
    let argument = UnsafeMutableRawPointer(bitPattern: Int(descriptor))
    pthread_create(&thread, nil, { HTTP1Listener.serve(Int32(Int(bitPattern: $0))) }, argument)
    pthread_detach(thread)
  }

  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private static func serve(_ descriptor: Int32) -> UnsafeMutableRawPointer? {
    let answer = Array("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n".utf8)
    while case let connection = accept(descriptor, nil, nil), connection >= 0 {
      _ = write(connection, answer, answer.count)
      close(connection)
    }
    close(descriptor)
    return nil
  }
}
