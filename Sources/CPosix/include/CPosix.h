// What Glibc's module map leaves out, or Swift can't import because it is a macro or variadic.
#ifndef CPOSIX_H
#define CPOSIX_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

static inline const void *posix_memmem(const void *text, size_t size, const void *word, size_t length) {
  return memmem(text, size, word, length);
}
// Where an entry's name begins: what readdir gives is as long as its name, and not as the struct says.
static inline const char *posix_entry_name(const struct dirent *entry) { return entry->d_name; }
static inline int posix_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int posix_openat(int folder, const char *name, int flags) { return openat(folder, name, flags); }
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
static inline long long posix_ctime_ns(const struct stat *status) {
  return (long long)status->st_ctim.tv_sec * 1000000000LL + status->st_ctim.tv_nsec;
}
static inline int posix_is_directory(const struct stat *status) { return S_ISDIR(status->st_mode); }
static inline int posix_is_plain(const struct stat *status) { return S_ISREG(status->st_mode); }
static inline int posix_is_link(const struct stat *status) { return S_ISLNK(status->st_mode); }
static inline int posix_nonblocking(int fd) {
  return fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) | fcntl(fd, F_SETFD, FD_CLOEXEC);
}
// Blocks the signals a console answers to and returns where they can be read from.
static inline int posix_signal_fd(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGWINCH);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGQUIT);
  sigaddset(&set, SIGCONT);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_CLOEXEC);
}
// No core dump of this process, and no other process of the same user may look into its memory: a
// PIN is in it for a moment.
void posix_keep_memory_private(void);
/* Lets the process open so many files if its hard limit does: 1 when it may. */
int posix_may_open(unsigned long files);
static inline int posix_next_signal(int fd) {
  struct signalfd_siginfo info;
  ssize_t count = read(fd, &info, sizeof info);
  return count == (ssize_t)sizeof info ? (int)info.ssi_signo : -1;
}
// Remembers how the terminal is now, and gives it back when this process dies of a fault: writes
// `restore` (`length` bytes, kept until the end), then lets the fault kill as it would have.
void posix_guard_terminal(const char *restore, size_t length);
void posix_unguard_terminal(void);
// A socket whose other end is gone is an error to be read, no reason to die.
static inline void posix_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }
#endif
