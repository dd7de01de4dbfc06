// What Storage needs of C: a signal handler, and calls of Linux that Swift cannot reach.
#ifndef MATIANE_CSTORAGE_H
#define MATIANE_CSTORAGE_H
#include <stddef.h>
#include <stdint.h>

// fallocate(2) with mode 0; declared by glibc only under _GNU_SOURCE, which Swift does not define.
int matiane_fallocate(int descriptor, int64_t offset, int64_t count);

// What the allocator has handed out, and what it holds ready beside that, in bytes (mallinfo2(3)).
typedef struct {
  size_t used;
  size_t spare;
} matiane_allocator_bytes;
matiane_allocator_bytes matiane_allocator(void);

// Has blocks of at least so many bytes mapped one by one (mallopt(3), M_MMAP_THRESHOLD): freeing one gives it back to the system. Of
// smaller ones twice as much may lie free at the end of each pool (M_TRIM_THRESHOLD).
void matiane_map_blocks(int bytes);

// malloc_trim(3): gives freed memory back to the system.
void matiane_trim_memory(void);

// Lets the end of the process by SIGBUS name the file when a page of this mapping can no longer be read. Returns what to
// unwatch before unmapping: -1 when so many are watched that this one is not.
int matiane_watch_mapping(const void *start, size_t count, const char *path);
void matiane_unwatch_mapping(int mapping);

// pthread_setname_np(3) for the calling thread; at most 15 bytes.
void matiane_name_thread(const char *name);
#endif
