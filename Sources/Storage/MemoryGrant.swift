import Glibc

/// The memory that the system grants a process: that of the machine, or of the control groups that it is in where that is
/// less.
///
/// Source: Linux, "Control Group v2", "Memory Interface Files"; "Memory Resource Controller" for the older hierarchy.
public enum MemoryGrant {
  /// The bytes granted to this process.
  public static func bytes() -> Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return limit(root: "").map { min($0, machine) } ?? machine
  }

  /// What the control groups of this process leave it; nil where they set no bound.
  ///
  /// - Parameter root: the folder that stands for `/`.
  public static func limit(root: String) -> Int? {
    let groups = smallFile(root + "/proc/self/cgroup") ?? ""
    // "max" is no number, and says that there is no bound.
    return limitFiles(ofGroups: groups).compactMap { smallFile(root + $0).flatMap(number) }.min()
  }

  /// The files that may bound the memory of a process in these control groups (cgroups(7), /proc/[pid]/cgroup).
  ///
  /// A group is bounded by those above it, too. In a container its own may be the root, whatever it is called outside.
  private static func limitFiles(ofGroups groups: String) -> [String] {
    groups.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      let isUnified = parts[0] == "0" && parts[1].isEmpty
      guard isUnified || parts[1].split(separator: ",").contains("memory") else { return [] }
      // Where both hierarchies are mounted the newer one has a folder of its own.
      let roots = isUnified ? ["/sys/fs/cgroup", "/sys/fs/cgroup/unified"] : ["/sys/fs/cgroup/memory"]
      let file = isUnified ? "memory.max" : "memory.limit_in_bytes"
      return roots.flatMap { root in folders(of: parts[2], under: root).map { "\($0)/\(file)" } }
    }
  }

  /// The folder of a group and of all those above it.
  private static func folders(of group: Substring, under root: String) -> [String] {
    var folders = [root]
    for name in group.split(separator: "/") where name != ".." { folders.append(folders.last! + "/\(name)") }
    return folders
  }

  private static func number(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    // The older hierarchy writes "no bound" as a number of nearly 63 bits; what is more than that is none either.
    return digits.isEmpty ? nil : Int(digits) ?? .max
  }

  /// The text of one of the small files by which the kernel tells something; nil when it is not there.
  private static func smallFile(_ path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
