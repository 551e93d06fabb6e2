// From the bytes of a JSON file (RFC 8259) to the same tree as a YAML file's: an object is a
// mapping, an array a list, and everything else a text.  A text that was not a string in the file
// (a number, true, false, null) is `plain`, and is as it was written there.
//
// UTF-8 only; a key written twice is refused, for nobody can say which one is meant.  Caps:
// max_json_bytes, max_json_depth, max_json_values.  Thread-safe.
#pragma once
#include <cstddef>
#include <string_view>

#include "base/json_writer.h"
#include "base/yaml.h"

namespace digue::cacao {

inline constexpr std::size_t max_json_bytes = 4 << 20;
inline constexpr int max_json_depth = 64;
inline constexpr std::size_t max_json_values = 200000;

tl::expected<YamlNode, YamlFault> parse_json(std::string_view bytes);

// Writes a tree: every text as a string, even one that is plain.
void write_json(JsonWriter& json, const YamlNode& node);

// True when both hold the same values in the same order, wherever they stand in their files.
bool same_values(const YamlNode& a, const YamlNode& b);

}  // namespace digue::cacao
