#include "detect/sigma/choice.h"

#include <algorithm>
#include <filesystem>

namespace digue::detect::sigma {

bool Choice::asks_for(const std::string& file, std::string_view id, std::string_view name) const {
  if (rules.empty()) return true;
  const auto stem = std::filesystem::path(file).stem().string();
  return std::any_of(rules.begin(), rules.end(), [&](const std::string& wanted) {
    return !wanted.empty() && (wanted == id || wanted == name || wanted == stem);
  });
}

}  // namespace digue::detect::sigma
