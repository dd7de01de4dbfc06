#include "CChecksum.h"

#include <string.h>

#define POLYNOMIAL 0x82f63b78u // the Castagnoli polynomial, reflected

// The instruction takes three cycles and could begin each cycle: so long inputs are worked on in three lanes of so many bytes.
// Short ones, for then what the processor fetches ahead serves all three.
#define LANE_BYTES 256

static uint32_t table[8][256];
// What each byte of a state becomes when a lane of zeros follows.
static uint32_t lane_table[4][256];

static uint32_t times(const uint32_t matrix[32], uint32_t vector) {
  uint32_t sum = 0;
  for (int bit = 0; bit < 32; bit++) sum ^= matrix[bit] & (0u - (vector >> bit & 1));
  return sum;
}

static void square(uint32_t result[32], const uint32_t matrix[32]) {
  for (int bit = 0; bit < 32; bit++) result[bit] = times(matrix, matrix[bit]);
}

// The state after zeros. Appending them is linear over GF(2): `operator` appends so many, beginning with one bit, and is squared
// for each bit of the count.
static uint32_t append_zeros(uint32_t state, uint64_t byte_count) {
  uint32_t operator[32], next[32];
  operator[0] = POLYNOMIAL;
  for (int bit = 1; bit < 32; bit++) operator[bit] = 1u << (bit - 1);
  for (uint64_t bits = byte_count * 8; bits > 0; bits >>= 1) {
    if (bits & 1) state = times(operator, state);
    square(next, operator);
    memcpy(operator, next, sizeof operator);
  }
  return state;
}

__attribute__((constructor)) static void fill_tables(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t crc = i;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (POLYNOMIAL & (0u - (crc & 1)));
    table[0][i] = crc;
  }
  for (uint32_t i = 0; i < 256; i++)
    for (int k = 1; k < 8; k++) table[k][i] = (table[k - 1][i] >> 8) ^ table[0][table[k - 1][i] & 0xff];
  uint32_t bits[32];
  for (int bit = 0; bit < 32; bit++) bits[bit] = append_zeros(1u << bit, LANE_BYTES);
  for (uint32_t i = 0; i < 256; i++)
    for (int k = 0; k < 4; k++) lane_table[k][i] = times(bits, i << 8 * k);
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

uint32_t matiane_crc32c_combine(uint32_t first, uint32_t second, uint64_t second_count) {
  return append_zeros(first, second_count) ^ second;
}

#if defined(__x86_64__)
#include <nmmintrin.h>
#define INSTRUCTION __attribute__((target("sse4.2")))
#define CRC_WORD(state, word) ((uint32_t)_mm_crc32_u64(state, word))
#define CRC_BYTE(state, byte) _mm_crc32_u8(state, byte)
#elif defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>
#define INSTRUCTION
#define CRC_WORD(state, word) __crc32cd(state, word)
#define CRC_BYTE(state, byte) __crc32cb(state, byte)
#endif

#ifdef INSTRUCTION
static uint64_t word_at(const unsigned char *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

static uint32_t append_lane(uint32_t state) {
  return lane_table[0][state & 0xff] ^ lane_table[1][state >> 8 & 0xff] ^ lane_table[2][state >> 16 & 0xff] ^
         lane_table[3][state >> 24];
}

INSTRUCTION static uint32_t hardware(uint32_t crc, const void *bytes, size_t count) {
  const unsigned char *p = bytes;
  uint32_t state = ~crc;
  while (count >= 3 * LANE_BYTES) {
    uint32_t second = 0, third = 0;
    for (size_t i = 0; i < LANE_BYTES; i += 8) {
      state = CRC_WORD(state, word_at(p + i));
      second = CRC_WORD(second, word_at(p + LANE_BYTES + i));
      third = CRC_WORD(third, word_at(p + 2 * LANE_BYTES + i));
    }
    state = append_lane(append_lane(state) ^ second) ^ third;
    p += 3 * LANE_BYTES;
    count -= 3 * LANE_BYTES;
  }
  while (count >= 8) {
    state = CRC_WORD(state, word_at(p));
    p += 8;
    count -= 8;
  }
  while (count--) state = CRC_BYTE(state, *p++);
  return ~state;
}
#endif

uint32_t matiane_crc32c(uint32_t crc, const void *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) return hardware(crc, bytes, count);
#elif defined(INSTRUCTION)
  return hardware(crc, bytes, count);
#endif
  return matiane_crc32c_portable(crc, bytes, count);
}
