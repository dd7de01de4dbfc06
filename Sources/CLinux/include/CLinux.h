// Linux calls that Swift's Glibc overlay does not reach: variadic functions, macros, GNU extensions, thread locals.
#ifndef MATIANE_CLINUX_H
#define MATIANE_CLINUX_H

#include <errno.h>
#include <netdb.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>

// The event loop whose thread this is; NULL on every other thread. Unretained: the loop outlives its thread's body.
void *_Nullable clinux_current_loop(void);
void clinux_set_current_loop(void *_Nullable loop);

// accept4(2) with SOCK_NONBLOCK and SOCK_CLOEXEC. Returns the descriptor, or a negated errno.
int clinux_accept(int listener, struct sockaddr_storage *_Nonnull address, socklen_t *_Nonnull length);

// recv(2), send(2) without SIGPIPE; EINTR is retried. Return the count, or a negated errno.
ssize_t clinux_receive(int descriptor, void *_Nullable buffer, size_t count);
ssize_t clinux_send(int descriptor, const void *_Nullable buffer, size_t count);

// Whether the peer will send nothing more: its direction is ended, or the connection is broken.
int clinux_peer_has_finished(int descriptor);

// Whether bytes wait to be read.
int clinux_has_input(int descriptor);

// Names the calling thread (at most 15 bytes are kept).
void clinux_name_thread(const char *_Nonnull name);

// Asks for slices of so many nanoseconds for the calling thread (sched_setattr(2)); 0 for those of everybody. Without effect where
// it is not allowed, on kernels before 6.12, and on threads that are not scheduled as SCHED_OTHER.
void clinux_set_slice(uint64_t nanoseconds);

// The number of cores that the process may run on; at least 1.
int clinux_available_cores(void);

// Makes `signal` add one to `eventfd` (async-signal-safe) instead of its default action. -1 restores the default.
// Returns 0 or a negated errno.
int clinux_watch_signal(int signal, int eventfd);

#endif
