// libnghttp2, and the memory that its sessions allocate from.
//
// The pool is C because libnghttp2 calls it for every stream and frame, and because C can keep it in thread-local
// storage, which Swift cannot.
#ifndef MATIANE_CNGHTTP2_H
#define MATIANE_CNGHTTP2_H

#include <nghttp2/nghttp2.h>

/// An allocator whose small blocks go from stream to stream: each thread keeps those that were freed on it.
///
/// The C library's own per-thread cache holds seven blocks of a size, too few for the streams of one turn of a loop. A
/// block may be freed on another thread than it was taken on. Immutable, alive as long as the process.
nghttp2_mem *matiane_nghttp2_memory(void);

#endif
