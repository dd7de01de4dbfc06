// The checksum of everything that is written to disk, and SHA-256, by the processor's instructions where it has them.
#ifndef MATIANE_CCHECKSUM_H
#define MATIANE_CCHECKSUM_H
#include <stddef.h>
#include <stdint.h>

// CRC-32C (Castagnoli, RFC 3720 §B.4), continued from `crc` (0 to begin) over `count` bytes of any alignment, by the
// processor's own instruction: an intrinsic needs a function compiled for that instruction set, and the choice at run
// time needs the compiler's CPU check.
uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count);

// The same result from tables alone, as processors without the instruction compute it. For tests.
uint32_t matiane_crc32c_portable(uint32_t crc, const void *bytes, size_t count);

// The checksum of two pieces put together, from that of each and the length of the second.
uint32_t matiane_crc32c_combine(uint32_t first, uint32_t second, uint64_t second_count);
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
#endif
