#include "cli/casework/paper.h"

#include "base/hash.h"
#include "base/json_writer.h"

namespace digue::cli::casework {

void tell_paper(Session& session, std::string_view kind, const std::string& file,
                std::string_view bytes) {
  if (!session.json) return;
  JsonWriter json;
  json.begin_object().member("type", "paper").member("kind", kind).member("file", file);
  json.member("sha256", to_hex(sha256(bytes))).member("bytes", bytes.size()).end_object();
  session.line(json.bytes());
}

}  // namespace digue::cli::casework
