// Mapped files whose pages can no longer be read: a file that was cut, or a disk that fails.
//
// The kernel says so with SIGBUS, in whatever thread touched the page. There is no answer that could be given then, so the
// process ends by that signal; before, it names the file, for the next start has to do without it.
#define _GNU_SOURCE
#include "CStorage.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { MAPPINGS = 1024, PATH_BYTES = 504 };

// `start` is 0 while the entry is free, and set last, so that the handler sees whole entries only.
typedef struct {
  atomic_uintptr_t start;
  size_t count;
  char path[PATH_BYTES];
} mapping;

static mapping mappings[MAPPINGS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct sigaction handler_before;

// Appends text; write(2) and copying are all that a handler may do.
typedef struct {
  char bytes[1024];
  size_t count;
} line;

static void append(line *line, const char *text) {
  while (*text && line->count < sizeof line->bytes) line->bytes[line->count++] = *text++;
}

static void append_number(line *line, size_t number) {
  char digits[24];
  size_t first = sizeof digits;
  digits[--first] = 0;
  do digits[--first] = (char)('0' + number % 10);
  while (number /= 10);
  append(line, digits + first);
}

static void name_file(uintptr_t address) {
  for (size_t index = 0; index < MAPPINGS; index++) {
    uintptr_t start = atomic_load(&mappings[index].start);
    if (start == 0 || address < start || address - start >= mappings[index].count) continue;
    line text = {.count = 0};
    append(&text, program_invocation_short_name);
    append(&text, ": ");
    append(&text, mappings[index].path);
    append(&text, ": byte ");
    append_number(&text, address - start);
    append(&text, " can no longer be read: the file was cut while it was in use, or its disk fails;"
                  " the process ends, and the next start says what it can do without the file\n");
    if (write(STDERR_FILENO, text.bytes, text.count) < 0) return;
    return;
  }
}

static void page_is_gone(int signal, siginfo_t *info, void *context) {
  (void)context;
  // Below one is what another process has sent, without an address.
  if (info->si_code > 0) name_file((uintptr_t)info->si_addr);
  // Whoever was there before has the rest: the process ends as it would have without us.
  sigaction(signal, &handler_before, NULL);
  raise(signal);
}

static void install(void) {
  struct sigaction action = {.sa_sigaction = page_is_gone, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &handler_before);
}

int matiane_watch_mapping(const void *start, size_t count, const char *path) {
  pthread_once(&once, install);
  int found = -1;
  pthread_mutex_lock(&lock);
  for (int index = 0; index < MAPPINGS && found < 0; index++) {
    if (atomic_load_explicit(&mappings[index].start, memory_order_relaxed) == 0) found = index;
  }
  if (found >= 0) {
    mapping *entry = &mappings[found];
    entry->count = count;
    strncpy(entry->path, path, PATH_BYTES - 1);
    atomic_store(&entry->start, (uintptr_t)start);
  }
  pthread_mutex_unlock(&lock);
  return found;
}

void matiane_unwatch_mapping(int mapping) {
  if (mapping >= 0) atomic_store(&mappings[mapping].start, 0);
}
