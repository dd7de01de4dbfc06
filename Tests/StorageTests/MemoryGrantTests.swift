import Glibc
import Storage
import Testing

/// A made-up `/proc` and `/sys` in a folder that goes away at the end.
private final class MachineFiles {
  let root: String

  init(groups: String, _ files: [String: String]) throws {
    var template = Array("/tmp/matiane-cgroup-XXXXXX".utf8CString)
    root = String(cString: try #require(mkdtemp(&template)))
    try write(groups, to: "/proc/self/cgroup")
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { remove(root) }

  private func write(_ text: String, to path: String) throws {
    var folder = root
    for name in path.split(separator: "/").dropLast() {
      folder += "/\(name)"
      mkdir(folder, 0o755)
    }
    let file = try #require(fopen(root + path, "w"))
    fputs(text, file)
    fclose(file)
  }

  /// Everything below a folder, and the folder.
  private func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    Glibc.remove(path)
  }
}

@Suite struct MemoryGrantTests {
  private func limit(_ groups: String, _ files: [String: String]) throws -> Int? {
    let machine = try MachineFiles(groups: groups, files)
    return withExtendedLifetime(machine) { MemoryGrant.limit(root: machine.root) }
  }

  @Test func `A group of the unified hierarchy bounds its processes`() throws {
    #expect(
      try limit(
        "0::/system.slice/matiane.service\n",
        [
          "/sys/fs/cgroup/system.slice/memory.max": "max\n",
          "/sys/fs/cgroup/system.slice/matiane.service/memory.max": "268435456\n",
        ]) == 268_435_456)
  }

  @Test func `The least bound on the way up counts`() throws {
    #expect(
      try limit(
        "0::/pods/one\n",
        [
          "/sys/fs/cgroup/pods/memory.max": "1000000\n",
          "/sys/fs/cgroup/pods/one/memory.max": "2000000\n",
        ]) == 1_000_000)
  }

  @Test(arguments: ["0::/\n", "0::/../../outside\n", "0::/kubepods/pod1/what-it-is-called-outside\n"])
  func `In a container the root is the group, whatever it is called`(_ groups: String) throws {
    #expect(try limit(groups, ["/sys/fs/cgroup/memory.max": "536870912\n"]) == 536_870_912)
  }

  @Test func `A group of the older memory hierarchy bounds its processes`() throws {
    let groups = "12:cpu,cpuacct:/other\n5:memory:/docker/abc\n1:name=systemd:/\n"
    #expect(
      try limit(
        groups,
        [
          "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
          "/sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes": "134217728\n",
          "/sys/fs/cgroup/memory/other/memory.limit_in_bytes": "1\n",
        ]) == 134_217_728)
  }

  @Test func `Where both hierarchies are mounted both bound`() throws {
    let files = [
      "/sys/fs/cgroup/memory/a/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/unified/b/memory.max": "7000000\n",
    ]
    #expect(try limit("4:memory:/a\n0::/b\n", files) == 7_000_000)
  }

  @Test(arguments: [
    "", "\n", "0::", "nonsense", "0::/a\n", "::::\n", "x:memory\n", "99999999999999999999:memory:/a\n",
  ])
  func `Without a bound, or with what is no list of groups, there is none`(_ groups: String) throws {
    #expect(
      try limit(
        groups, ["/sys/fs/cgroup/a/memory.max": "max\n", "/sys/fs/cgroup/memory.max": "\n"]) == nil)
  }

  @Test func `A bound that fits no number is none`() throws {
    #expect(
      try limit("0::/\n", ["/sys/fs/cgroup/memory.max": "99999999999999999999999\n"]) == .max)
  }

  @Test func `This process is granted some memory, and no more than the machine has`() {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    #expect((1...machine).contains(MemoryGrant.bytes()))
  }
}
