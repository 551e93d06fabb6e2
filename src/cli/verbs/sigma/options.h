// What a person may ask of `digue sigma`.
#pragma once
#include <string>
#include <vector>

namespace digue::cli::verbs::sigma {

struct Options {
  std::vector<std::string> rules, paths;
  std::string level, fail_on, placeholders;
  std::vector<std::string> only;  // rules, by id, name or name of file
  unsigned threads = 0;           // 0: as many as there are processors
};

}  // namespace digue::cli::verbs::sigma
