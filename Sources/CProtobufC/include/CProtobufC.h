// libprotobuf-c, and the arena that it allocates from.
//
// The arena is C because libprotobuf-c calls it back once per field, and because C can keep it in
// thread-local storage, which Swift cannot.
#ifndef MATIANE_CPROTOBUFC_H
#define MATIANE_CPROTOBUFC_H

#include <protobuf-c/protobuf-c.h>
#include <stddef.h>

struct matiane_arena_chunk;

/// A bump allocator of one thread. Nothing in it is freed singly: an operation takes a mark at its start and
/// returns to it at its end. Operations nest.
struct matiane_arena {
  char *cursor;
  char *end;
  /// The newest chunk; each points to the one before it. The oldest stays for the life of the thread.
  struct matiane_arena_chunk *newest;
  /// Bytes handed out since the thread started an operation, and how many it may hand out.
  size_t used;
  size_t limit;
  /// Bytes that the operation's structs point to outside of the arena, and what their fields may add to them on the wire.
  size_t referenced;
  /// Whether the operation has asked for more than that.
  int exhausted;
  /// What libprotobuf-c is given: allocates here, frees nothing.
  ProtobufCAllocator allocator;
};

/// Where an arena stood when an operation began.
struct matiane_arena_mark {
  struct matiane_arena_chunk *newest;
  char *cursor;
  size_t used;
  size_t limit;
  size_t referenced;
};

/// The calling thread's arena, made on first use and freed with the thread; NULL without memory.
struct matiane_arena *matiane_arena_current(void);

/// Begins an operation that may take `limit` bytes.
struct matiane_arena_mark matiane_arena_enter(struct matiane_arena *arena, size_t limit);

/// Ends it: everything allocated since `mark` becomes invalid, and its extra chunks are freed.
void matiane_arena_leave(struct matiane_arena *arena, struct matiane_arena_mark mark);

/// A further chunk for `size` bytes, which the current one cannot hold; NULL beyond the limit or without memory.
void *matiane_arena_allocate_slowly(struct matiane_arena *arena, size_t size);

/// `size` bytes aligned to 8, uninitialised; NULL beyond the limit.
static inline void *matiane_arena_allocate(struct matiane_arena *arena, size_t size) {
  size_t rounded = (size + 7) & ~(size_t)7;
  if (rounded < size || rounded > (size_t)(arena->end - arena->cursor) || rounded > arena->limit - arena->used)
    return matiane_arena_allocate_slowly(arena, size);
  void *result = arena->cursor;
  arena->cursor += rounded;
  arena->used += rounded;
  return result;
}

#endif
