// Linux calls that Swift's Glibc overlay does not reach: variadic functions, macros, flags.
#ifndef MATIANE_CLINUX_H
#define MATIANE_CLINUX_H
#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#endif
