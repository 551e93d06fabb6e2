// The files of build/web and openapi.yaml, as the build put them into the program.
#pragma once
#include <span>
#include <string_view>

namespace digue::server {

struct EmbeddedFile {
  std::string_view name;  // "build/web/index.html"
  std::string_view bytes;
};

// Constant; thread-safe.
std::span<const EmbeddedFile> embedded_files();

}  // namespace digue::server
