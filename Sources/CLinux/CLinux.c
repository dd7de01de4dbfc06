#define _GNU_SOURCE
#include "CLinux.h"

#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Thread_local void *current_loop;

void *clinux_current_loop(void) { return current_loop; }
void clinux_set_current_loop(void *loop) { current_loop = loop; }

int clinux_accept(int listener, struct sockaddr_storage *address, socklen_t *length) {
  int descriptor;
  do {
    descriptor = accept4(listener, (struct sockaddr *)address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor < 0 ? -errno : descriptor;
}

ssize_t clinux_receive(int descriptor, void *buffer, size_t count) {
  ssize_t received;
  do {
    received = recv(descriptor, buffer, count, 0);
  } while (received < 0 && errno == EINTR);
  return received < 0 ? -errno : received;
}

ssize_t clinux_send(int descriptor, const void *buffer, size_t count) {
  ssize_t sent;
  do {
    sent = send(descriptor, buffer, count, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent < 0 ? -errno : sent;
}

int clinux_peer_has_finished(int descriptor) {
  struct pollfd watched = {descriptor, POLLRDHUP, 0};
  return poll(&watched, 1, 0) > 0;
}

int clinux_has_input(int descriptor) {
  char byte;
  return recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void clinux_name_thread(const char *name) {
  char kept[16];
  strncpy(kept, name, sizeof kept - 1);
  kept[sizeof kept - 1] = 0;
  pthread_setname_np(pthread_self(), kept);
}

// The first version of the kernel's struct, which newer glibc declares, too.
struct thread_scheduling {
  uint32_t size, policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t runtime, deadline, period;
};

void clinux_set_slice(uint64_t nanoseconds) {
  struct thread_scheduling present = {.size = sizeof present};
  if (syscall(SYS_sched_getattr, 0, &present, sizeof present, 0) < 0 || present.policy != SCHED_OTHER) return;
  present.runtime = nanoseconds;
  syscall(SYS_sched_setattr, 0, &present, 0);
}

int clinux_available_cores(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) < 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? count : 1;
}

// One slot a signal number; the handler only reads it and writes to the descriptor.
static _Atomic int watched[65];

static void note_signal(int signal) {
  int saved = errno;
  int descriptor = atomic_load(&watched[signal]) - 1;
  uint64_t one = 1;
  if (descriptor >= 0) {
    ssize_t ignored = write(descriptor, &one, sizeof one);
    (void)ignored;
  }
  errno = saved;
}

int clinux_watch_signal(int signal, int eventfd) {
  if (signal < 1 || signal > 64) return -EINVAL;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = eventfd < 0 ? SIG_DFL : note_signal;
  if (eventfd >= 0) atomic_store(&watched[signal], eventfd + 1);
  if (sigaction(signal, &action, NULL) < 0) return -errno;
  if (eventfd < 0) atomic_store(&watched[signal], 0);
  return 0;
}
