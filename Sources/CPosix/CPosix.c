// Apart from the header: Glibc's own module defines parts of <sys/resource.h> differently.
#include "CPosix.h"
#include <sys/prctl.h>
#include <sys/resource.h>

void posix_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}
