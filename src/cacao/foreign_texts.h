// The texts of a playbook that is not ours, made fit for a sheet: one line, nothing that controls a
// terminal, no longer than a sheet allows.  What had to be cut is noted.  Not thread-safe.
#pragma once
#include <string>
#include <vector>

#include "base/yaml.h"
#include "sheet/problem.h"

namespace digue::cacao {

class ForeignTexts {
 public:
  ForeignTexts(std::string file, std::vector<sheet::Problem>& lost)
      : file_(std::move(file)), lost_(lost) {}

  std::string clean(const YamlNode& node) { return fitted(node.text, node); }
  // The same for both languages, or something else when it is empty.
  Message both(const YamlNode& node, const Message& otherwise);
  // `at` is where it comes from.
  std::string fitted(std::string_view text, const YamlNode& at);

 private:
  std::string file_;
  std::vector<sheet::Problem>& lost_;
};

}  // namespace digue::cacao
