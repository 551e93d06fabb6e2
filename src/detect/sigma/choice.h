// Which rules are wanted, and what they need.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/modifiers.h"
#include "finding/finding.h"

namespace digue::detect::sigma {

struct Choice {
  finding::Severity level = finding::Severity::info;  // and above
  std::vector<std::string> rules;  // ids, names, or names of their files; empty: all
  Placeholders placeholders;

  bool asks_for(const std::string& file, std::string_view id, std::string_view name) const;
};

}  // namespace digue::detect::sigma
