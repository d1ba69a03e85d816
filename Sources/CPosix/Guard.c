// A process that dies of a fault inside the console would leave its terminal raw, on the alternate
// screen. What restores it is prepared beforehand: a handler may call very little.
#include "CPosix.h"
#include <poll.h>
#include <termios.h>

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { fault_count = sizeof faults / sizeof *faults };

static struct sigaction before[fault_count];
static struct termios modes;
static const char *restore_bytes;
static size_t restore_length;
static volatile sig_atomic_t is_guarded;
// The handler's own stack: the fault may be that the other is used up.
static char stack[32768];

static void give_back(int number) {
  if (is_guarded) {
    is_guarded = 0;
    // A terminal that takes nothing is not waited for.
    struct pollfd out = {.fd = 1, .events = POLLOUT};
    if (poll(&out, 1, 0) == 1 && (out.revents & POLLOUT)) {
      ssize_t written = write(1, restore_bytes, restore_length);
      (void)written;
    }
    tcsetattr(0, TCSANOW, &modes);
  }
  // The signal kills: a backtrace, which another handler may print, could show a PIN and would ask
  // the officer on duty what to do. A fault that an instruction made comes again by itself, one that
  // was sent has to be sent again.
  signal(number, SIG_DFL);
  raise(number);
}

void posix_guard_terminal(const char *restore, size_t length) {
  if (tcgetattr(0, &modes) != 0) return;
  restore_bytes = restore;
  restore_length = length;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  struct sigaction action = {.sa_handler = give_back, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fault_count; index++) sigaction(faults[index], &action, &before[index]);
  is_guarded = 1;
}

void posix_unguard_terminal(void) {
  if (!is_guarded) return;
  is_guarded = 0;
  for (int index = 0; index < fault_count; index++) sigaction(faults[index], &before[index], NULL);
}
