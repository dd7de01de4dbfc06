#include <microhttpd.h>

// Swift calls no variadic function: starts a daemon with one thread on a socket that listens already.
static inline struct MHD_Daemon *cmicrohttpd_start(int socket, MHD_AccessHandlerCallback handler, void *context) {
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, handler, context, MHD_OPTION_LISTEN_SOCKET, socket,
      MHD_OPTION_CONNECTION_LIMIT, 64u, MHD_OPTION_PER_IP_CONNECTION_LIMIT, 32u, MHD_OPTION_CONNECTION_TIMEOUT, 10u,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)16384, MHD_OPTION_END);
}

static inline enum MHD_Result cmicrohttpd_no(void) { return MHD_NO; }

// Queues an answer; the body is copied.
static inline enum MHD_Result cmicrohttpd_answer(
    struct MHD_Connection *connection, unsigned status, const char *type, const void *body, size_t count) {
  struct MHD_Response *response = MHD_create_response_from_buffer(count, (void *)body, MHD_RESPMEM_MUST_COPY);
  if (!response) return MHD_NO;
  MHD_add_response_header(response, "Content-Type", type);
  if (status == 405) MHD_add_response_header(response, "Allow", "GET, HEAD");
  enum MHD_Result result = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return result;
}
