// Faults at the system-call boundary: preloaded into the real server (LD_PRELOAD), it lets calls on files below one folder
// fail on request and keeps a journal of them, from which a power cut can be played through afterwards.
//
//   FAULTS_DIR      the folder; calls on anything else pass untouched
//   FAULTS_CONTROL  a file of eight 64-bit numbers, mapped, by which a test arms and disarms while the server runs
//   FAULTS_JOURNAL  where every call that changes something is written down, if given
//
// Build: cc -shared -fPIC -O1 -o faults.so faults.c -ldl -lpthread
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { WRITE = 1, SYNC = 2, OPEN = 4, RENAME = 8, ALLOCATE = 16, TRUNCATE = 32, LINK = 64, UNLINK = 128, MKDIR = 256 };
enum mode { FAIL = 0, SHORT = 1, DIE = 2, GROW = 3 }; // GROW: a call fails if the file would take more room by it

// What stands in the control file.
struct control {
  int64_t calls;  // calls of the wanted kinds so far; a test may set it back
  int64_t first;  // the first call that goes wrong, counted from 1; 0 for none
  int64_t count;  // how many calls from there on
  int64_t error;  // the error number that they get
  int64_t mode;
  int64_t kinds;  // which calls are counted
  int64_t hits;   // how many went wrong
  int64_t unused;
};

#define MAX_FILES 65536
static const char *folder;
static struct control *control;
static int journal = -1;
static uint64_t inodes[MAX_FILES]; // of open files below the folder; 0 for others
static char is_folder[MAX_FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void begin(void) {
  real_open = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
  real_write = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  const char *control_path = getenv("FAULTS_CONTROL"), *journal_path = getenv("FAULTS_JOURNAL");
  if (control_path) {
    int fd = real_open(control_path, O_RDWR | O_CLOEXEC);
    void *map = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map == MAP_FAILED) abort();
    control = map;
  }
  if (journal_path) journal = real_open(journal_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  folder = getenv("FAULTS_DIR");
}

static int is_ours(const char *path) {
  size_t length = folder ? strlen(folder) : 0;
  return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == 0 || path[length] == '/');
}

static uint64_t inode_of(int fd) { return fd >= 0 && fd < MAX_FILES ? inodes[fd] : 0; }

// Notes a call; `data` follows the line.
static void note(const void *data, size_t count, const char *format, ...) {
  if (journal < 0) return;
  char line[2048];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  pthread_mutex_lock(&lock);
  char *whole = malloc((size_t)length + count);
  memcpy(whole, line, (size_t)length);
  if (count > 0) memcpy(whole + length, data, count);
  if (real_write(journal, whole, (size_t)length + count) < 0) abort();
  free(whole);
  pthread_mutex_unlock(&lock);
}

// Counts a call; true when it is to go wrong, and then errno is set.
static int goes_wrong(enum kind kind) {
  if (!control || !(__atomic_load_n(&control->kinds, __ATOMIC_SEQ_CST) & kind)) return 0;
  int64_t call = __atomic_add_fetch(&control->calls, 1, __ATOMIC_SEQ_CST);
  int64_t first = __atomic_load_n(&control->first, __ATOMIC_SEQ_CST);
  if (first == 0 || call < first || call >= first + control->count) return 0;
  if (control->mode == SHORT && kind != WRITE) return 0;
  __atomic_add_fetch(&control->hits, 1, __ATOMIC_SEQ_CST);
  if (control->mode == DIE && kind != WRITE) raise(SIGKILL);
  errno = (int)control->error;
  return 1;
}

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= MAX_FILES) return fd;
  struct stat status;
  if (fstat(fd, &status) != 0) return fd;
  inodes[fd] = status.st_ino;
  is_folder[fd] = S_ISDIR(status.st_mode);
  if (!is_folder[fd] && (flags & O_CREAT) && !existed) note(NULL, 0, "create %llu %s\n", (unsigned long long)status.st_ino, path);
  if (!is_folder[fd] && (flags & O_TRUNC) && existed) note(NULL, 0, "truncate %llu 0\n", (unsigned long long)status.st_ino);
  return fd;
}

static int open_file(const char *path, int flags, mode_t mode) {
  if (!is_ours(path)) return real_open(path, flags, mode);
  int existed = access(path, F_OK) == 0;
  int takes_room = (flags & O_CREAT) && !existed;
  if ((flags & (O_CREAT | O_DIRECTORY)) || (flags & O_ACCMODE) != O_RDONLY) {
    if ((!control || control->mode != GROW || takes_room) && goes_wrong(OPEN)) return -1;
  }
  return opened(real_open(path, flags, mode), path, flags, existed);
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list arguments; va_start(arguments, flags); mode = va_arg(arguments, mode_t); va_end(arguments); }

int open(const char *path, int flags, ...) { MODE(flags) return open_file(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_file(path, flags, mode); }

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < MAX_FILES) inodes[fd] = 0;
  return real(fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  uint64_t inode = inode_of(fd);
  if (!inode) return real(fd, bytes, count, offset);
  struct stat status;
  int grows = fstat(fd, &status) == 0 && offset + (off_t)count > status.st_size;
  if ((!control || control->mode != GROW || grows) && goes_wrong(WRITE)) {
    if (control->mode == FAIL || control->mode == GROW) return -1;
    if (count > 1) count /= 2;
    if (control->mode == DIE) {
      note(bytes, count, "write %llu %lld %zu\n", (unsigned long long)inode, (long long)offset, count);
      if (real(fd, bytes, count, offset) >= 0) raise(SIGKILL);
    }
  }
  note(bytes, count, "write %llu %lld %zu\n", (unsigned long long)inode, (long long)offset, count);
  return real(fd, bytes, count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return write_at(fd, bytes, count, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) { return write_at(fd, bytes, count, offset); }

static int synchronize(int fd, int (*real)(int)) {
  uint64_t inode = inode_of(fd);
  if (!inode) return real(fd);
  if (goes_wrong(SYNC)) return -1;
  const char *what = is_folder[fd] ? "folder" : "file";
  note(NULL, 0, "syncing %llu %s\n", (unsigned long long)inode, what);
  int result = real(fd);
  if (result == 0) note(NULL, 0, "synced %llu %s\n", (unsigned long long)inode, what);
  return result;
}

int fsync(int fd) {
  REAL(int, "fsync", int);
  return synchronize(fd, real);
}

int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  return synchronize(fd, real);
}

static int truncate_file(int fd, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  uint64_t inode = inode_of(fd);
  if (inode) {
    if (goes_wrong(TRUNCATE)) return -1;
    note(NULL, 0, "truncate %llu %lld\n", (unsigned long long)inode, (long long)size);
  }
  return real(fd, size);
}

int ftruncate(int fd, off_t size) { return truncate_file(fd, size); }
int ftruncate64(int fd, off_t size) { return truncate_file(fd, size); }

static int allocate(int fd, int mode, off_t offset, off_t count) {
  REAL(int, "fallocate", int, int, off_t, off_t);
  uint64_t inode = inode_of(fd);
  if (inode) {
    if (goes_wrong(ALLOCATE)) return -1;
    note(NULL, 0, "allocate %llu %lld\n", (unsigned long long)inode, (long long)(offset + count));
  }
  return real(fd, mode, offset, count);
}

int fallocate(int fd, int mode, off_t offset, off_t count) { return allocate(fd, mode, offset, count); }
int fallocate64(int fd, int mode, off_t offset, off_t count) { return allocate(fd, mode, offset, count); }

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (is_ours(to)) {
    if (goes_wrong(RENAME)) return -1;
    note(NULL, 0, "rename %s %s\n", from, to);
  }
  return real(from, to);
}

int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  if (is_ours(to)) {
    if (goes_wrong(LINK)) return -1;
    note(NULL, 0, "link %s %s\n", from, to);
  }
  return real(from, to);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (is_ours(path)) {
    if (goes_wrong(UNLINK)) return -1;
    note(NULL, 0, "unlink %s\n", path);
  }
  return real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  if (!is_ours(path)) return real(path, mode);
  if (goes_wrong(MKDIR)) return -1;
  int result = real(path, mode);
  struct stat status;
  if (result == 0 && stat(path, &status) == 0) note(NULL, 0, "mkdir %llu %s\n", (unsigned long long)status.st_ino, path);
  return result;
}

int rmdir(const char *path) {
  REAL(int, "rmdir", const char *);
  if (is_ours(path)) {
    if (goes_wrong(UNLINK)) return -1;
    note(NULL, 0, "rmdir %s\n", path);
  }
  return real(path);
}
