#include "CChecksum.h"

#include <string.h>

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).
static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, int bits) { return word >> bits | word << (32 - bits); }

static uint32_t big_endian(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void add_blocks_portably(uint32_t state[8], const uint8_t *p, size_t count) {
  for (; count > 0; count--, p += 64) {
    uint32_t w[64];
    for (int t = 0; t < 16; t++) w[t] = big_endian(p + 4 * t);
    for (int t = 16; t < 64; t++) {
      uint32_t small0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
      uint32_t small1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
      w[t] = small1 + w[t - 7] + small0 + w[t - 16];
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int t = 0; t < 64; t++) {
      uint32_t one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + w[t];
      uint32_t two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + two;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
  }
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static int has_instructions;

__attribute__((constructor)) static void find_instructions(void) {
  unsigned a, b, c, d;
  has_instructions = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1) && __builtin_cpu_supports("sse4.1");
}

// Four rounds a step by the processor's own instructions; the state is kept as they want it, ABEF and CDGH.
__attribute__((target("sha,sse4.1,ssse3"))) static void add_blocks_by_instruction(
    uint32_t state[8], const uint8_t *p, size_t count) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)&state[0]), 0xb1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)&state[4]), 0x1b);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xf0);
  for (; count > 0; count--, p += 64) {
    __m128i abef_before = abef, cdgh_before = cdgh, w[4];
    for (int i = 0; i < 4; i++)
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(p + 16 * i)), swap);
    for (int step = 0; step < 16; step++) {
      __m128i w0 = w[step & 3], w1 = w[(step + 1) & 3], w2 = w[(step + 2) & 3], w3 = w[(step + 3) & 3];
      __m128i sum = _mm_add_epi32(w0, _mm_load_si128((const __m128i *)&constants[4 * step]));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
      if (step < 12) {
        __m128i partial = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4));
        w[step & 3] = _mm_sha256msg2_epu32(partial, w3);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  low = _mm_shuffle_epi32(abef, 0x1b);
  high = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)&state[0], _mm_blend_epi16(low, high, 0xf0));
  _mm_storeu_si128((__m128i *)&state[4], _mm_alignr_epi8(high, low, 8));
}
#endif

static void add_blocks(const matiane_sha256 *sum, uint32_t state[8], const uint8_t *p, size_t count) {
#if defined(__x86_64__)
  if (has_instructions && !sum->is_portable) {
    add_blocks_by_instruction(state, p, count);
    return;
  }
#endif
  (void)sum;
  add_blocks_portably(state, p, count);
}

void matiane_sha256_begin(matiane_sha256 *sum, int is_portable) {
  // The fractional parts of the square roots of the first eight primes (FIPS 180-4 §5.3.3).
  static const uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  memcpy(sum->state, initial, sizeof initial);
  sum->byte_count = 0;
  sum->is_portable = is_portable;
}

void matiane_sha256_add(matiane_sha256 *sum, const void *bytes, size_t count) {
  const uint8_t *p = bytes;
  size_t waiting = sum->byte_count % 64;
  sum->byte_count += count;
  if (waiting > 0) {
    size_t taken = count < 64 - waiting ? count : 64 - waiting;
    if (taken > 0) memcpy(sum->block + waiting, p, taken);
    if (waiting + taken < 64) return;
    add_blocks(sum, sum->state, sum->block, 1);
    p += taken, count -= taken;
  }
  add_blocks(sum, sum->state, p, count / 64);
  if (count % 64 > 0) memcpy(sum->block, p + count / 64 * 64, count % 64);
}

void matiane_sha256_finish(const matiane_sha256 *sum, uint8_t digest[32]) {
  uint32_t state[8];
  memcpy(state, sum->state, sizeof state);
  uint8_t tail[128] = {0};
  size_t waiting = sum->byte_count % 64;
  memcpy(tail, sum->block, waiting);
  tail[waiting] = 0x80;
  size_t blocks = waiting < 56 ? 1 : 2;
  for (int i = 0; i < 8; i++) tail[64 * blocks - 1 - i] = (uint8_t)(sum->byte_count * 8 >> 8 * i);
  add_blocks(sum, state, tail, blocks);
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(state[i / 4] >> (24 - i % 4 * 8));
}
