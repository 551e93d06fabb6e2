// Sigma files to a set of rules, with what became of each document.
//
// Not thread-safe; opens no file.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/choice.h"
#include "detect/sigma/compiling.h"
#include "detect/sigma/engine.h"
#include "detect/sigma/reading.h"
#include "detect/sigma/references.h"

namespace digue::detect::sigma {

// A good rule that this run has no use for.
struct LeftOut {
  std::string file, id, title;
  int line = 0;
  Message why;
  bool no_log = false;  // nothing of what we read holds its log source
};

struct Loaded {
  RuleSet rules;
  std::vector<LeftOut> left_out;  // in the order of the files
  std::vector<Refusal> refusals;  // likewise
  std::vector<Filter> filters;
};

// A file of rules is told by its name: where it stands is nobody's business.
std::string_view file_name(std::string_view path);

class Loader {
 public:
  explicit Loader(Choice choice) : choice_(std::move(choice)) {}
  // `name` is how the person calls the file.
  void add(std::string_view bytes, const std::string& name);
  // One that was read already (reading.h): on another thread, for one.
  void add(FileContent content);
  // Once all files are there.
  Loaded finish();

 private:
  bool is_new(const std::string& id, const std::string& file, int line, const std::string& title);
  void take(Rule rule);
  bool leave_out(const Rule& rule, bool asked_for);
  void leave_out(const Correlation& correlation);
  void compile_rule(RuleCompiler& compiler, const Rule& rule);
  void refuse(const std::string& file, int line, const std::string& title, Message why);
  void note_left_out(const Rule& rule, Message why, bool no_log = false);

  Choice choice_;
  std::vector<Rule> waiting_;
  std::vector<Filter> filters_;
  std::vector<Correlation> correlations_;
  std::map<std::string, std::string, std::less<>> files_by_id_;
  std::vector<LeftOut> left_out_;
  std::vector<Refusal> refusals_;
};

}  // namespace digue::detect::sigma
