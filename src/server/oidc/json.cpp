#include "server/oidc/json.h"

#include <simdjson.h>

namespace digue::server {

struct JsonText::Parsed {
  simdjson::dom::parser parser;
  simdjson::dom::object root;
  bool is_object = false;
};

JsonText::JsonText(std::string_view text, std::size_t most)
    : parsed_(std::make_unique<Parsed>(Parsed{simdjson::dom::parser(most), {}})) {
  parsed_->is_object =
      !text.empty() && text.size() <= most &&
      parsed_->parser.allocate(most, max_provider_depth) == simdjson::SUCCESS &&
      parsed_->parser.parse(text.data(), text.size()).get(parsed_->root) == simdjson::SUCCESS;
}

JsonText::~JsonText() = default;

const simdjson::dom::object* JsonText::root() const {
  return parsed_->is_object ? &parsed_->root : nullptr;
}

std::string_view text_in(const simdjson::dom::object& from, std::string_view name) {
  std::string_view out;
  if (from[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

}  // namespace digue::server
