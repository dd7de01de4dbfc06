#define _GNU_SOURCE
#include "CStorage.h"

#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>

int matiane_fallocate(int descriptor, int64_t offset, int64_t count) { return fallocate(descriptor, 0, offset, count); }

matiane_allocator_bytes matiane_allocator(void) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  struct mallinfo2 info = mallinfo2();
  return (matiane_allocator_bytes){info.uordblks + info.hblkhd, info.fordblks};
#else
  // Counts in 32 bits, so that what it tells is right below 4 GiB only.
  struct mallinfo info = mallinfo();
  return (matiane_allocator_bytes){(size_t)(unsigned)info.uordblks + (unsigned)info.hblkhd, (unsigned)info.fordblks};
#endif
}

void matiane_map_blocks(int bytes) {
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, 2 * bytes);
}

void matiane_trim_memory(void) { malloc_trim(0); }

void matiane_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }
