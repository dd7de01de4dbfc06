import RandomTesting
import Storage

/// A file's bytes as programs see them, and as they would be after a power cut.
// SAFETY: touched only under the lock of the disk that owns it.
final class SimulatedInode: @unchecked Sendable {
  enum Change {
    case write(Int, [UInt8])
    case resize(Int)
  }

  var current: [UInt8] = []
  private(set) var synced: [UInt8] = []
  private(set) var pending: [Change] = []

  func write(_ bytes: [UInt8], at offset: Int) {
    Self.apply(.write(offset, bytes), to: &current)
    pending.append(.write(offset, bytes))
  }

  func resize(_ size: Int) {
    Self.apply(.resize(size), to: &current)
    pending.append(.resize(size))
  }

  func synchronize() {
    for change in pending { Self.apply(change, to: &synced) }
    pending = []
  }

  /// A failed fdatasync on Linux: the pages count as clean although they never reached the disk.
  func loseWrites() { pending = [] }

  /// Keeps any subset of what was not synchronized, sector by sector.
  func powerCut(_ generator: inout SeededGenerator) {
    for change in pending {
      switch change {
      case .resize:
        if Bool.random(using: &generator) { Self.apply(change, to: &synced) }
      case .write(let offset, let bytes):
        var start = 0
        while start < bytes.count {
          let end = min(bytes.count, ((offset + start) / Self.sector + 1) * Self.sector - offset)
          if Bool.random(using: &generator) {
            Self.apply(.write(offset + start, Array(bytes[start..<end])), to: &synced)
          }
          start = end
        }
      }
    }
    pending = []
    current = synced
  }

  /// Small, so that short records tear as well.
  private static let sector = 64

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .write(let offset, let written):
      if bytes.count < offset + written.count {
        bytes.append(contentsOf: repeatElement(0, count: offset + written.count - bytes.count))
      }
      bytes.replaceSubrange(offset..<offset + written.count, with: written)
    case .resize(let size):
      if size < bytes.count {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
      }
    }
  }
}

/// A folder's names as programs see them, and as they would be after a power cut.
// SAFETY: touched only under the lock of the disk that owns it.
final class SimulatedFolder: @unchecked Sendable {
  enum Entry {
    case file(SimulatedInode)
    case folder(SimulatedFolder)
  }

  enum Change {
    case set(String, Entry)
    case remove(String)
    case rename(String, String)
  }

  private(set) var current: [String: Entry] = [:]
  private var synced: [String: Entry] = [:]
  private var pending: [Change] = []

  func change(_ change: Change) {
    Self.apply(change, to: &current)
    pending.append(change)
  }

  func synchronize() {
    for change in pending { Self.apply(change, to: &synced) }
    pending = []
  }

  func copy() -> SimulatedFolder {
    let folder = SimulatedFolder()
    for (name, entry) in current {
      switch entry {
      case .file(let inode):
        let file = SimulatedInode()
        file.write(inode.current, at: 0)
        file.synchronize()
        folder.change(.set(name, .file(file)))
      case .folder(let other): folder.change(.set(name, .folder(other.copy())))
      }
    }
    folder.synchronize()
    return folder
  }

  /// Keeps a first part of the unsynchronized changes: file systems journal names in order.
  func powerCut(_ generator: inout SeededGenerator) {
    for change in pending.prefix(Int.random(in: 0...pending.count, using: &generator)) {
      Self.apply(change, to: &synced)
    }
    pending = []
    current = synced
    for name in current.keys.sorted() {
      switch current[name]! {
      case .file(let inode): inode.powerCut(&generator)
      case .folder(let folder): folder.powerCut(&generator)
      }
    }
  }

  private static func apply(_ change: Change, to names: inout [String: Entry]) {
    switch change {
    case .set(let name, let entry): names[name] = entry
    case .remove(let name): names[name] = nil
    case .rename(let old, let new):
      if let entry = names.removeValue(forKey: old) { names[new] = entry }
    }
  }
}
