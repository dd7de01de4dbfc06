// Under ThreadSanitizer: the contended half of Swift's Mutex.
//
// The uncontended half is inlined into our code, which is instrumented. Where threads meet the Mutex calls into its library, which
// is not: there the kernel hands the lock from one thread to the next, and ThreadSanitizer takes what both do under it for a race.
// These functions take the place of that library's in a program that is linked to them. They do the same (futex(2), priority
// inheritance: the word holds the owner's thread id) and touch the word once with an instrumented atomic, so that what one thread
// did before it let go is seen to come before what the next one does.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#define METHOD __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

typedef _Atomic(uint32_t) word_t;

// Returns the error number, 0 when the call succeeded. Callers of a Mutex expect errno to stay.
static int futex(word_t *word, int operation) {
  int before = errno;
  int error = syscall(SYS_futex, word, operation, 0, 0) == -1 ? errno : 0;
  errno = before;
  return error;
}

METHOD void lock_slow(uint32_t owner, SELF word_t *word) __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
METHOD void unlock_slow(SELF word_t *word) __asm__("$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
METHOD bool try_lock_slow(SELF word_t *word) __asm__("$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF");

METHOD void lock_slow(uint32_t owner, SELF word_t *word) {
  int error;
  do { error = futex(word, FUTEX_LOCK_PI_PRIVATE); } while (error == EINTR || error == EAGAIN);
  if (error != 0) abort();
  atomic_load_explicit(word, memory_order_acquire);
}

METHOD void unlock_slow(SELF word_t *word) {
  atomic_fetch_or_explicit(word, 0, memory_order_release);
  int error;
  do { error = futex(word, FUTEX_UNLOCK_PI_PRIVATE); } while (error == EINTR);
  if (error != 0) abort();
}

METHOD bool try_lock_slow(SELF word_t *word) {
  int error;
  do { error = futex(word, FUTEX_TRYLOCK_PI_PRIVATE); } while (error == EINTR);
  if (error == 0) atomic_load_explicit(word, memory_order_acquire);
  return error == 0;
}
#endif
#endif
