// Builds the tree of a sheet, piece by piece.  Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "base/sentence.h"
#include "base/yaml.h"

namespace digue::cacao {

YamlNode text_node(std::string text);
YamlNode mapping_node();
YamlNode list_node();
// A mapping of `fr` and `en`.
YamlNode texts_node(const Message& message);
// Adds a member to a mapping; the value, until the next one is added.
YamlNode& put(YamlNode& mapping, std::string key, YamlNode value);

// The words of a name that an id can be made of: "Bad MAC Address" is "bad-mac-address".
std::string slug(std::string_view name);

}  // namespace digue::cacao
