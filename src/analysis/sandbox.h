// Shuts a worker in before it reads a hostile byte: no network, no new program, no file opened but
// unnamed temporary ones, bounded memory and time.  Linux only (seccomp, resource limits).
#pragma once
#include <cstdint>

#include "base/result.h"

namespace digue::analysis {

struct Limits {
  std::uint64_t memory_bytes = 512ULL << 20;  // anonymous memory; mapped files apart
  std::uint64_t processor_seconds = 600;
  std::uint64_t temporary_file_bytes = 16ULL << 30;
};

// For the calling process, for good.  Fails when the kernel refuses; a worker then does not start.
Outcome shut_in(const Limits& limits);

}  // namespace digue::analysis
