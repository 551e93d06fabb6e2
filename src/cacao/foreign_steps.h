// The workflow of a playbook that is not ours as the steps of a sheet, in the order in which they
// run.  Not thread-safe; keeps references to its arguments.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cacao/foreign_texts.h"

namespace digue::cacao {

class ForeignSteps {
 public:
  // `sheet` is the id that the draft gets.
  ForeignSteps(const YamlNode& playbook, std::string sheet, ForeignTexts& texts);

  // The mappings of the steps; one that is to be completed when there is nothing to do.
  std::vector<YamlNode> take();
  // The ids of the workflow that were read.
  const std::set<std::string_view>& read() const { return seen_; }

 private:
  using Ids = std::vector<std::string>;  // of the sheet's steps

  // The steps from this one on, in the order in which they run; the ids that they got.
  Ids follow(std::string_view from, bool hidden);
  // The step, the first time; a deep nest of branches is cut rather than followed.
  const YamlNode* visited(std::string_view id);
  Ids branch(const YamlNode& target, bool hidden);
  Ids add(const YamlNode& step, bool hidden);
  std::string add_step(const char* kind, const Message& title, bool hidden);
  // A step for each command: what it says, or the code that it runs.
  Ids add_action(const YamlNode& step, bool hidden);
  // In plain words, or as they were encoded.
  std::string code_of(const YamlNode& command);
  // Under its name when it has one; the condition is then the text.
  std::size_t add_question(const YamlNode& step, const Message& condition, bool hidden);
  void add_option(std::size_t question, const std::string& value, const Message& label,
                  const Ids& shown);
  Ids add_condition(const YamlNode& step, bool hidden);
  Ids add_switch(const YamlNode& step, bool hidden);

  const YamlNode& playbook_;
  std::string sheet_;
  ForeignTexts& texts_;
  std::map<std::string_view, const YamlNode*> workflow_;
  std::set<std::string_view> seen_;
  std::vector<YamlNode> steps_;
  int depth_ = 0;
};

}  // namespace digue::cacao
