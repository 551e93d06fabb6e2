// Any lines "header TAB body", taken as the entries of a logbook whose signatures hold; then, after
// an empty line, the checkpoint that stands in its head.
#include "logbook/audit.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(text.find("\n\n"), size);
  const std::string head = text.substr(std::min(size, end + 2)), salt(16, 's');
  digue::logbook::Audit audit("fuzz", false);
  for (std::uint64_t at = 0, position = 0; at < end; ++position) {
    const auto line = std::string_view(text).substr(at, std::min(text.find('\n', at), end) - at);
    const auto tab = std::min(line.find('\t'), line.size());
    const auto body = line.substr(std::min(line.size(), tab + 1));
    audit.add({position, line.substr(0, tab), {}, tab < line.size(), salt, body});
    at += line.size() + 1;
  }
  (void)audit.finish(head, {&head, 1});
  return 0;
}
