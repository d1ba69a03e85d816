// Apart from the header: Glibc's own module defines parts of <sys/resource.h> differently.
#include "CPosix.h"
#include <sys/prctl.h>
#include <sys/resource.h>

void posix_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

int posix_may_open(unsigned long files) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= files) return 1;
  limit.rlim_cur = limit.rlim_max < files ? limit.rlim_max : files;
  return setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= files;
}
