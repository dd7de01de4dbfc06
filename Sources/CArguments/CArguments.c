#include "CArguments.h"

#include <stddef.h>

static int count;
static char *const *arguments;

// glibc hands a constructor what it hands `main`.
__attribute__((constructor)) static void keep(int argc, char *const *argv) {
  if (argc < 0 || argv == NULL) return;
  count = argc;
  arguments = argv;
}

int carguments_count(void) { return count; }

const char *carguments_at(int index) { return index >= 0 && index < count ? arguments[index] : NULL; }
