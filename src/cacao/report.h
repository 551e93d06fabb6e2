// Gathers the problems of one playbook; for the files of this room.  Not thread-safe.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/yaml.h"
#include "cacao/check.h"

namespace digue::cacao {

class Report {
 public:
  explicit Report(std::string file) : file_(std::move(file)) {}

  template <const Sentence& sentence, class... Arguments>
  void error(const YamlNode& at, Arguments&&... arguments) {
    note(sheet::Problem::Level::error, at, tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  template <const Sentence& sentence, class... Arguments>
  void warn(const YamlNode& at, Arguments&&... arguments) {
    note(sheet::Problem::Level::warning, at, tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  std::vector<sheet::Problem> take() { return std::move(problems_); }

 private:
  void note(sheet::Problem::Level level, const YamlNode& at, Message message) {
    if (problems_.size() < max_playbook_problems)
      problems_.push_back({level, file_, {at.line, at.column}, std::move(message)});
  }

  std::string file_;
  std::vector<sheet::Problem> problems_;
};

// A value as a message shows it: its start.
inline std::string shown_value(std::string_view text) {
  return std::string(text.substr(0, 80));
}

}  // namespace digue::cacao
