import Checksums
import Glibc

/// The sections of a snapshot, mapped and checked by their CRC-32C on all cores at once.
///
/// A large section is divided: the checksums of its pieces give that of the whole. What was read for that only does not stay
/// in the process's memory.
public struct CheckedSections: Sendable {
  private struct Piece: Sendable {
    let section: Int
    let range: Range<Int>
  }

  private struct Work: Sendable {
    var next = 0
    var checksums: [Result<Checksum, StorageError>]
  }

  private static let pieceBytes = 16 << 20

  private let path: String
  private var sections: [String: Result<MappedFile, StorageError>] = [:]

  /// Reads every byte of a snapshot; damage shows when its section is asked for.
  ///
  /// - Parameter left: names of sections that are left out, since nobody will ask for them.
  /// - Complexity: O(bytes), at the speed of memory once the files are cached.
  public init(_ snapshot: StoredSnapshot, leavingOut left: Set<String> = []) {
    path = snapshot.path
    var files: [(file: MappedFile, entry: Manifest.Section)] = []
    for entry in snapshot.manifest.sections where !left.contains(entry.name) {
      do throws(StorageError) { files.append(try snapshot.map(entry.name)) } catch {
        sections[entry.name] = .failure(error)
      }
    }
    let pieces = files.indices.flatMap { index -> [Piece] in
      let count = files[index].entry.byteCount
      return stride(from: 0, to: count, by: Self.pieceBytes).map {
        Piece(section: index, range: $0..<min($0 + Self.pieceBytes, count))
      }
    }
    let checksums = Self.checksums(of: pieces, in: files.map(\.file))
    var sums = [Result<Checksum, StorageError>](repeating: .success(Checksum()), count: files.count)
    for (piece, checksum) in zip(pieces, checksums) {
      sums[piece.section] = sums[piece.section].flatMap { sum in
        checksum.map { checksum in
          var sum = sum
          sum.add(checksum, of: piece.range.count)
          return sum
        }
      }
    }
    for (sum, (file, entry)) in zip(sums, files) {
      sections[entry.name] = sum.flatMap { sum in
        sum.value == entry.checksum
          ? .success(file)
          : .failure(StorageError(.damaged, file: file.path, problem: "the section fails its checksum"))
      }
    }
  }

  /// A section that is as it was written.
  ///
  /// - Throws: `damaged` when it is not there, too short, or different; or the call that failed.
  public func section(_ name: String) throws(StorageError) -> MappedFile {
    guard let section = sections[name] else {
      throw StorageError(.damaged, file: path + "/" + name, problem: "the manifest names no such section")
    }
    return try section.get()
  }

  private static func checksums(
    of pieces: [Piece], in files: [MappedFile]
  ) -> [Result<Checksum, StorageError>] {
    let work = Monitor(Work(checksums: .init(repeating: .success(Checksum()), count: pieces.count)))
    let check = { @Sendable in
      while true {
        let index = work.withLock { work in
          defer { work.next += 1 }
          return work.next
        }
        guard index < pieces.count else { return }
        let (file, range) = (files[pieces[index].section], pieces[index].range)
        let checksum = Result { () throws(StorageError) in
          try file.fetch(range)
          var checksum = Checksum()
          file.withUnsafeBytes { checksum.add(UnsafeRawBufferPointer(rebasing: $0[range])) }
          return checksum
        }
        file.letGo(of: range)
        work.withLock { $0.checksums[index] = checksum }
      }
    }
    let others = min(max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1), pieces.count - 1, 15)
    let threads = (0..<max(0, others)).map { _ in BackgroundThread(name: "snapshot-check", body: check) }
    check()
    for thread in threads { thread.join() }
    return work.withLock { $0.checksums }
  }
}
