#include "CChecksum.h"

#include <string.h>

#define POLYNOMIAL 0x82f63b78u // the Castagnoli polynomial, reflected

static uint32_t table[8][256];

__attribute__((constructor)) static void fill_table(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t crc = i;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (POLYNOMIAL & (0u - (crc & 1)));
    table[0][i] = crc;
  }
  for (uint32_t i = 0; i < 256; i++)
    for (int k = 1; k < 8; k++) table[k][i] = (table[k - 1][i] >> 8) ^ table[0][table[k - 1][i] & 0xff];
}

// Eight bytes a step ("slicing by 8", Kounavis and Berry 2005). Words are read as little-endian.
uint32_t matiane_crc32c_portable(uint32_t crc, const void *bytes, size_t count) {
  const unsigned char *p = bytes;
  crc = ~crc;
  while (count >= 8) {
    uint32_t low = crc ^ ((uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24);
    crc = table[7][low & 0xff] ^ table[6][(low >> 8) & 0xff] ^ table[5][(low >> 16) & 0xff] ^
          table[4][low >> 24] ^ table[3][p[4]] ^ table[2][p[5]] ^ table[1][p[6]] ^ table[0][p[7]];
    p += 8;
    count -= 8;
  }
  while (count--) crc = (crc >> 8) ^ table[0][(crc ^ *p++) & 0xff];
  return ~crc;
}

static uint32_t times(const uint32_t matrix[32], uint32_t vector) {
  uint32_t sum = 0;
  for (int bit = 0; bit < 32; bit++) sum ^= matrix[bit] & (0u - (vector >> bit & 1));
  return sum;
}

static void square(uint32_t result[32], const uint32_t matrix[32]) {
  for (int bit = 0; bit < 32; bit++) result[bit] = times(matrix, matrix[bit]);
}

// Appending zeros is linear over GF(2): `operator` appends so many of them, beginning with one bit, and is squared for each
// bit of the count.
uint32_t matiane_crc32c_combine(uint32_t first, uint32_t second, uint64_t second_count) {
  uint32_t operator[32], next[32];
  operator[0] = POLYNOMIAL;
  for (int bit = 1; bit < 32; bit++) operator[bit] = 1u << (bit - 1);
  for (uint64_t bits = second_count * 8; bits > 0; bits >>= 1) {
    if (bits & 1) first = times(operator, first);
    square(next, operator);
    memcpy(operator, next, sizeof operator);
  }
  return first ^ second;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t hardware(uint32_t crc, const void *bytes, size_t count) {
  const unsigned char *p = bytes;
  uint64_t state = ~crc;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    state = _mm_crc32_u64(state, word);
    p += 8;
    count -= 8;
  }
  uint32_t tail = (uint32_t)state;
  while (count--) tail = _mm_crc32_u8(tail, *p++);
  return ~tail;
}

uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count) {
  return __builtin_cpu_supports("sse4.2") ? hardware(crc, bytes, count)
                                          : matiane_crc32c_portable(crc, bytes, count);
}
#elif defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count) {
  const unsigned char *p = bytes;
  crc = ~crc;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    crc = __crc32cd(crc, word);
    p += 8;
    count -= 8;
  }
  while (count--) crc = __crc32cb(crc, *p++);
  return ~crc;
}
#else
uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count) {
  return matiane_crc32c_portable(crc, bytes, count);
}
#endif
