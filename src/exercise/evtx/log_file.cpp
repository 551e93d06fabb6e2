#include "exercise/evtx/log_file.h"

#include "exercise/evtx/chunk.h"
#include "exercise/evtx/value.h"
#include "exercise/output.h"

namespace digue::exercise::evtx {

// Version 3.1: a log that was closed properly.
static std::string head_of(std::size_t chunks, std::uint64_t next_record) {
  std::string head(4096, '\0');
  const auto set = [&](std::size_t at, std::string_view with) {
    head.replace(at, with.size(), with);
  };
  set(0, std::string_view("ElfFile\0", 8));
  set(16, little(chunks == 0 ? 0 : chunks - 1, 8) + little(next_record, 8) + little(128, 4));
  set(36, little(1, 2) + little(3, 2) + little(head.size(), 2) + little(chunks, 2));
  set(124, little(crc32(std::string_view(head).substr(0, 120)), 4));
  return head;
}

Outcome write_log(const std::filesystem::path& path, std::string_view computer,
                  const std::vector<Event>& events, std::uint64_t first_record) {
  std::string body;
  std::uint64_t record = first_record;
  Chunk chunk;
  for (const auto& event : events) {
    if (!chunk.has_room(event)) {
      body += chunk.finish();
      chunk = Chunk();
    }
    chunk.add(event, record++, computer);
  }
  if (!chunk.empty()) body += chunk.finish();
  DIGUE_TRY(auto file, OutFile::create(path));
  file.write(head_of(body.size() / Chunk::size, record));
  file.write(body);
  return file.close();
}

}  // namespace digue::exercise::evtx
