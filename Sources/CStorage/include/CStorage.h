// What Storage needs of C: an instruction and two calls of Linux that Swift cannot reach.
#ifndef MATIANE_CSTORAGE_H
#define MATIANE_CSTORAGE_H
#include <stddef.h>
#include <stdint.h>

// CRC-32C (Castagnoli, RFC 3720 §B.4), continued from `crc` (0 to begin) over `count` bytes of any alignment, by the
// processor's own instruction: an intrinsic needs a function compiled for that instruction set, and the choice at run
// time needs the compiler's CPU check.
uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count);

// The same result from tables alone, as processors without the instruction compute it. For tests.
uint32_t matiane_crc32c_portable(uint32_t crc, const void *bytes, size_t count);

// fallocate(2) with mode 0; declared by glibc only under _GNU_SOURCE, which Swift does not define.
int matiane_fallocate(int descriptor, int64_t offset, int64_t count);

// pthread_setname_np(3) for the calling thread; at most 15 bytes.
void matiane_name_thread(const char *name);
#endif
