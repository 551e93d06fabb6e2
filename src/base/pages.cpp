#include "base/pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace digue {

// What lies further back than a step was released by then, and to walk it again each time would
// cost more than the release.
void release_pages_before(const char* mapping, std::size_t size, std::size_t offset) {
  constexpr std::size_t page = 4096, step = 64 << 20;
  if (offset > size) return;
  const std::size_t end = offset / page * page;
  const std::size_t begin = end > step ? end - step : 0;
  if (end != begin) ::madvise(const_cast<char*>(mapping) + begin, end - begin, MADV_DONTNEED);
}

void prefer_large_pages(const void* memory, std::size_t size) {
  constexpr std::uintptr_t large = 2 << 20;
  const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + large - 1) / large * large;
  const auto end = (reinterpret_cast<std::uintptr_t>(memory) + size) / large * large;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace digue
