// Any text, taken as the settings of the organisation.
#include "organisation/organisation.h"

struct OneFile final : digue::Files {
  std::string bytes;
  digue::Result<std::string> read(const std::filesystem::path&) override { return bytes; }
  digue::Outcome write(const std::filesystem::path&, std::string_view) override { return {}; }
};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  OneFile files;
  files.bytes.assign(reinterpret_cast<const char*>(data), size);
  const auto read = digue::organisation::load(files, "fuzz.yaml");
  if (!read) return 0;
  for (const auto& network : read->known_networks) (void)network.holds("203.0.113.7");
  return 0;
}
