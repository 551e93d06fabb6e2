// Any bytes, taken as a file that may be an archive.
#include "evidence/archive.h"

#include <vector>

struct Deaf final : digue::evidence::ItemVisitor {
  digue::Outcome item(const digue::evidence::Item&) override { return {}; }
  void unreadable(const digue::evidence::Unreadable&) override {}
  void skipped(const digue::evidence::Skipped&) override {}
};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  Deaf visitor;
  digue::evidence::ArchiveLimits limits{.total_bytes = 4 << 20, .items = 100};
  (void)digue::evidence::open_items_of({"x", {bytes.data(), size}, {}}, visitor, limits);
  return 0;
}
