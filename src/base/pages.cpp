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
  constexpr std::size_t large = 2 << 20;
  const auto before = reinterpret_cast<std::uintptr_t>(memory) % large;
  const std::size_t skipped = before == 0 ? 0 : large - before;
  if (size < skipped + large) return;
  auto* begin = static_cast<char*>(const_cast<void*>(memory)) + skipped;
  ::madvise(begin, (size - skipped) / large * large, MADV_HUGEPAGE);
}

}  // namespace digue
