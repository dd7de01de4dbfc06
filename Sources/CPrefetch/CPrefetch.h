#pragma once

/// Asks the processor to bring the memory at an address, which need not be readable, near; waits for nothing. Swift has no word
/// for it.
static inline void prefetch(const void *address) { __builtin_prefetch(address); }
