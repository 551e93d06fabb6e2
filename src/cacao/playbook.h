// A CACAO 2.0 playbook as we write it: the part of the format that our sheets need.  Values in one
// language, UTF-8.  docs/cacao.md says what becomes what.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/yaml.h"

namespace digue::cacao {

struct Command {
  std::string text;
  std::string activity;  // of the vocabulary of playbook activities
};

struct Reference {
  std::string name, description, external_id;  // the last two may be empty
  bool operator==(const Reference&) const = default;
};

struct Variable {
  std::string name;  // "__x__"
  std::string type;  // "string" or "integer"
  std::string description, value;
  bool external = false;  // whoever runs the playbook gives its value
};

struct WorkflowStep {
  std::string type;  // "action"...
  std::string id;    // "action--..."
  std::string name, description;
  std::string on_completion;
  std::int64_t timeout_ms = 0;  // none when 0
  std::vector<Reference> references;
  std::vector<Command> commands;  // of an action, with its agent
  std::string agent;
  std::vector<std::string> targets, out_args;
  std::string condition, on_true;       // of an if-condition
  std::vector<std::string> next_steps;  // of a parallel
  std::string switched;                 // of a switch-condition: a variable, and its cases
  std::vector<std::pair<std::string, std::string>> cases;
  std::string playbook_id;              // of a playbook-action
  const YamlNode* extension = nullptr;  // the step of the sheet, whole; owned by the sheet's tree
};

struct Group {
  std::string id, name, description;
};

struct Playbook {
  std::string id, name, description;
  std::string created, modified;  // RFC 3339 with milliseconds
  std::vector<std::string> types, activities, labels, related;
  std::vector<Reference> references;
  std::string statement, statement_id;  // the licence
  std::string marking;                  // "TLP:CLEAR"
  std::vector<Variable> variables;
  std::vector<WorkflowStep> steps;
  std::string start;
  std::vector<Group> agents, targets;
  bool parallel = false, conditions = false, switches = false, other_playbooks = false;
};

}  // namespace digue::cacao
