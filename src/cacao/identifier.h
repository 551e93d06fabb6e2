// Identifiers of CACAO objects: "type--UUID".  The same words give the same identifier, on any
// machine and on any day.  Pure; thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace digue::cacao {

// A UUID whose bits come from the SHA-256 of the words, with the version and variant of a UUIDv4:
// what CACAO asks of a step.
std::string step_uuid(std::string_view sheet, std::string_view name);
// UUIDv5 (RFC 4122) of a name in our own namespace.  That of CACAO is not used: it asks for the
// name of the playbook, which changes with the language.
std::string named_uuid(std::string_view name);

struct Identifier {
  std::string_view type, uuid;
};
// Cut at its "--", when its shape is right; views into `text`.
std::optional<Identifier> identifier_of(std::string_view text);
// The version digit of a well-formed UUID.
char uuid_version(std::string_view uuid);

}  // namespace digue::cacao
