// The files of sheets/, as the build put them into the program.
#pragma once
#include <span>
#include <string_view>

namespace digue::sheet {

struct EmbeddedFile {
  std::string_view name;  // "sheets/mail-account.yaml"
  std::string_view bytes;
};

// In the order of their names.  Constant; thread-safe.
std::span<const EmbeddedFile> embedded_files();

}  // namespace digue::sheet
