// What Storage needs of C: instructions, a signal handler, and calls of Linux that Swift cannot reach.
#ifndef MATIANE_CSTORAGE_H
#define MATIANE_CSTORAGE_H
#include <stddef.h>
#include <stdint.h>

// SHA-256 (FIPS 180-4) of bytes that come in pieces.
typedef struct {
  uint32_t state[8];
  uint64_t byte_count;
  int is_portable;
  uint8_t block[64];
} matiane_sha256;

// Begins a sum, by the processor's instructions where it has them unless `is_portable` is set (for tests).
void matiane_sha256_begin(matiane_sha256 *sum, int is_portable);

// Continues it over `count` bytes.
void matiane_sha256_add(matiane_sha256 *sum, const void *bytes, size_t count);

// The digest of what was added so far; the sum may go on.
void matiane_sha256_finish(const matiane_sha256 *sum, uint8_t digest[32]);

// fallocate(2) with mode 0; declared by glibc only under _GNU_SOURCE, which Swift does not define.
int matiane_fallocate(int descriptor, int64_t offset, int64_t count);

// What the allocator has handed out, and what it holds ready beside that, in bytes (mallinfo2(3)).
typedef struct {
  size_t used;
  size_t spare;
} matiane_allocator_bytes;
matiane_allocator_bytes matiane_allocator(void);

// Has blocks of at least so many bytes mapped one by one (mallopt(3), M_MMAP_THRESHOLD): freeing one gives it back to the system.
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
