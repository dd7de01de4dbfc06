#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CNghttp2.h"

// Blocks are of a multiple of kStep bytes, up to kClasses of them; kMaxKept of each size are kept at most.
enum { kStep = 64, kClasses = 8, kMaxKept = 256 };

// Stands before each block, which is aligned as malloc aligns.
struct header {
  size_t capacity;
  struct header *next;
};

struct pool {
  struct header *kept[kClasses];
  unsigned count[kClasses];
  int is_registered;
};

static _Thread_local struct pool pool;
static pthread_key_t cleanup;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void empty(void *pointer) {
  struct pool *ending = pointer;
  for (int class = 0; class < kClasses; class++) {
    while (ending->kept[class]) {
      struct header *block = ending->kept[class];
      ending->kept[class] = block->next;
      free(block);
    }
    // What is freed from now on, the thread has nobody to keep for.
    ending->count[class] = kMaxKept;
  }
}

static void make_key(void) { pthread_key_create(&cleanup, empty); }

static void enlist(void) {
  pool.is_registered = 1;
  pthread_once(&once, make_key);
  pthread_setspecific(cleanup, &pool);
}

static size_t class_of(size_t size) { return size ? (size - 1) / kStep : 0; }

static void *make(size_t capacity) {
  if (capacity > SIZE_MAX - sizeof(struct header)) return NULL;
  struct header *block = malloc(sizeof *block + capacity);
  if (!block) return NULL;
  block->capacity = capacity;
  return block + 1;
}

static void *take(size_t size, void *user_data) {
  (void)user_data;
  size_t class = class_of(size);
  if (class >= kClasses) return make(size);
  struct header *block = pool.kept[class];
  if (!block) return make((class + 1) * kStep);
  pool.kept[class] = block->next;
  pool.count[class]--;
  return block + 1;
}

static void put(void *pointer, void *user_data) {
  (void)user_data;
  if (!pointer) return;
  struct header *block = (struct header *)pointer - 1;
  size_t class = class_of(block->capacity);
  if (class >= kClasses || pool.count[class] >= kMaxKept) {
    free(block);
    return;
  }
  if (!pool.is_registered) enlist();
  block->next = pool.kept[class];
  pool.kept[class] = block;
  pool.count[class]++;
}

static void *take_zeroed(size_t count, size_t size, void *user_data) {
  if (size && count > SIZE_MAX / size) return NULL;
  void *block = take(count * size, user_data);
  return block ? memset(block, 0, count * size) : NULL;
}

static void *resize(void *pointer, size_t size, void *user_data) {
  if (!pointer) return take(size, user_data);
  size_t capacity = ((struct header *)pointer - 1)->capacity;
  if (size <= capacity) return pointer;
  void *larger = take(size, user_data);
  if (!larger) return NULL;
  memcpy(larger, pointer, capacity);
  put(pointer, user_data);
  return larger;
}

nghttp2_mem *matiane_nghttp2_memory(void) {
  static nghttp2_mem memory = {NULL, take, put, take_zeroed, resize};
  return &memory;
}
