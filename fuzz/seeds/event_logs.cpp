// Windows event logs: whole ones are golden inputs already.
#include "base/byte_cursor.h"
#include "read/evtx/samples_testing.h"
#include "seeds/seeds.h"

namespace seeds {

void add_event_logs(const Folder& out) {
  constexpr std::size_t first_record = 4096 + 512, header = 24;
  for (const auto& [name, log] : digue::read::evtx::testing::sample_logs()) {
    const auto size = digue::little_endian<std::uint32_t>(log.data() + first_record + 4);
    // In the target the record stands at the same place of its chunk, so that its names are found.
    out.add("binxml", name, std::string_view(log).substr(first_record + header, size - header - 4));
  }
}

}  // namespace seeds
