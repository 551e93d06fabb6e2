#include "analysis/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "analysis/sentences.h"

namespace digue::analysis {

// What reading, mapping, hashing and answering on a pipe need, and nothing else.  Anything not here
// fails with EPERM: a library that tries something harmless gets an error, not a silent death.
static constexpr int allowed_calls[] = {
    SCMP_SYS(read),         SCMP_SYS(pread64),      SCMP_SYS(readv),
    SCMP_SYS(write),        SCMP_SYS(pwrite64),     SCMP_SYS(writev),
    SCMP_SYS(lseek),        SCMP_SYS(fstat),        SCMP_SYS(newfstatat),
    SCMP_SYS(close),        SCMP_SYS(ftruncate),    SCMP_SYS(fcntl),
    SCMP_SYS(munmap),       SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(brk),          SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),  SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(time),         SCMP_SYS(getrandom),
    SCMP_SYS(futex),        SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(tgkill),       SCMP_SYS(exit),         SCMP_SYS(exit_group),
    SCMP_SYS(sched_yield),  SCMP_SYS(statx),        SCMP_SYS(getrusage),
    SCMP_SYS(prlimit64),    SCMP_SYS(fadvise64),    SCMP_SYS(set_robust_list),
};

// Only in builds for tests: the sanitizers' shadow is anonymous memory by the terabyte, they try an
// address by writing it to a pipe, and their search for leaks needs what no worker may do.
[[maybe_unused]] static bool is_shut_in = false;
#ifdef DIGUE_SANITIZED
static constexpr bool bounds_memory = false;
static constexpr int sanitizers_calls[] = {SCMP_SYS(pipe), SCMP_SYS(pipe2)};
extern "C" int __lsan_is_turned_off();  // NOLINT(bugprone-reserved-identifier): their hook
extern "C" int __lsan_is_turned_off() {
  return is_shut_in ? 1 : 0;
}
#else
static constexpr bool bounds_memory = true;
static constexpr std::array<int, 0> sanitizers_calls;
#endif

// Every call of this kind whose argument 2, masked, is `value`.  (The library's own macros are no
// C++.)
static bool allow_when(scmp_filter_ctx filter, int call, unsigned mask, unsigned value) {
  const scmp_arg_cmp condition{2, SCMP_CMP_MASKED_EQ, mask, value};
  return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

static bool add_rules(scmp_filter_ctx filter) {
  for (const int call : allowed_calls)
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  for (const int call : sanitizers_calls)
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  // Memory may be mapped, but never made executable.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    if (!allow_when(filter, call, PROT_EXEC, 0)) return false;
  // The only files that can be opened are new ones without a name (archives are unpacked there).
  return allow_when(filter, SCMP_SYS(openat), O_TMPFILE, O_TMPFILE);
}

static bool limit(int resource, std::uint64_t value) {
  const rlimit bound{value, value};
  return ::setrlimit(static_cast<__rlimit_resource>(resource), &bound) == 0;
}

Outcome shut_in(const Limits& limits) {
  const bool bounded = (!bounds_memory || limit(RLIMIT_DATA, limits.memory_bytes)) &&
                       limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, limits.processor_seconds) &&
                       limit(RLIMIT_FSIZE, limits.temporary_file_bytes);
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  const bool shut = bounded && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter &&
                    add_rules(filter.get()) && seccomp_load(filter.get()) == 0;
  if (!shut) return fail<sentences::cannot_shut_in>(Error::Kind::internal, std::strerror(errno));
  is_shut_in = true;
  return {};
}

}  // namespace digue::analysis
