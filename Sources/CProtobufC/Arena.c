#include "CProtobufC.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

enum { kFirstChunkBytes = 64 * 1024, kLargestChunkBytes = 1024 * 1024 };

struct matiane_arena_chunk {
  struct matiane_arena_chunk *older;
  size_t bytes;
  char storage[];
};

static _Thread_local struct matiane_arena *current;
static pthread_key_t cleanup;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *allocate_for_library(void *arena, size_t size) { return matiane_arena_allocate(arena, size); }

static void free_nothing(void *arena, void *pointer) {
  (void)arena;
  (void)pointer;
}

static void free_arena(void *pointer) {
  struct matiane_arena *arena = pointer;
  current = NULL;
  while (arena->newest) {
    struct matiane_arena_chunk *older = arena->newest->older;
    free(arena->newest);
    arena->newest = older;
  }
  free(arena);
}

static void make_key(void) { pthread_key_create(&cleanup, free_arena); }

static int push_chunk(struct matiane_arena *arena, size_t bytes) {
  struct matiane_arena_chunk *chunk = malloc(sizeof *chunk + bytes);
  if (!chunk) return 0;
  chunk->older = arena->newest;
  chunk->bytes = bytes;
  arena->newest = chunk;
  arena->cursor = chunk->storage;
  arena->end = chunk->storage + bytes;
  return 1;
}

struct matiane_arena *matiane_arena_current(void) {
  if (current) return current;
  pthread_once(&once, make_key);
  struct matiane_arena *arena = calloc(1, sizeof *arena);
  if (!arena) return NULL;
  if (!push_chunk(arena, kFirstChunkBytes)) {
    free(arena);
    return NULL;
  }
  arena->allocator = (ProtobufCAllocator){allocate_for_library, free_nothing, arena};
  pthread_setspecific(cleanup, arena);
  current = arena;
  return arena;
}

struct matiane_arena_mark matiane_arena_enter(struct matiane_arena *arena, size_t limit) {
  struct matiane_arena_mark mark = {arena->newest, arena->cursor, arena->used, arena->limit, arena->referenced};
  arena->used = 0;
  arena->referenced = 0;
  arena->limit = limit;
  arena->exhausted = 0;
  return mark;
}

void matiane_arena_leave(struct matiane_arena *arena, struct matiane_arena_mark mark) {
  while (arena->newest != mark.newest) {
    struct matiane_arena_chunk *older = arena->newest->older;
    free(arena->newest);
    arena->newest = older;
  }
  arena->cursor = mark.cursor;
  arena->end = mark.newest->storage + mark.newest->bytes;
  arena->used = mark.used;
  arena->referenced = mark.referenced;
  arena->limit = mark.limit;
}

// Chunks double up to a bound, so that the memory held stays within a small factor of what is used.
void *matiane_arena_allocate_slowly(struct matiane_arena *arena, size_t size) {
  size_t rounded = (size + 7) & ~(size_t)7;
  if (rounded < size || rounded > arena->limit - arena->used) {
    arena->exhausted = 1;
    return NULL;
  }
  size_t bytes = arena->newest->bytes * 2;
  if (bytes > kLargestChunkBytes) bytes = kLargestChunkBytes;
  if (bytes < rounded) bytes = rounded;
  if (!push_chunk(arena, bytes)) return NULL;
  void *result = arena->cursor;
  arena->cursor += rounded;
  arena->used += rounded;
  return result;
}
