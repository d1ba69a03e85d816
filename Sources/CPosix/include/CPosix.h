// What Glibc's module map leaves out, or Swift can't import because it is a macro or variadic.
#ifndef CPOSIX_H
#define CPOSIX_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

static inline const void *posix_memmem(const void *text, size_t size, const void *word, size_t length) {
  return memmem(text, size, word, length);
}
static inline int posix_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int posix_window_size(int fd, unsigned short *rows, unsigned short *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}
static inline long long posix_mtime_ns(const struct stat *status) {
  return (long long)status->st_mtim.tv_sec * 1000000000LL + status->st_mtim.tv_nsec;
}
static inline int posix_is_directory(const struct stat *status) { return S_ISDIR(status->st_mode); }
#endif
