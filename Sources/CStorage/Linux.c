#define _GNU_SOURCE
#include "CStorage.h"

#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>

int matiane_fallocate(int descriptor, int64_t offset, int64_t count) { return fallocate(descriptor, 0, offset, count); }

void matiane_trim_memory(void) { malloc_trim(0); }

void matiane_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }
