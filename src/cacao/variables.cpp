#include "cacao/variables.h"

#include <algorithm>

#include "cacao/sentences.h"

namespace digue::cacao {

using sheet::Condition;

// "__answer_mail-account_1_a_1__"
static std::string name_of(std::string_view kind, std::string_view item) {
  auto out = "__" + std::string(kind) + "_";
  for (const char c : item) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    out += word ? c : '_';
  }
  return out + "__";
}

std::string Variables::declared(Variable variable) {
  const auto same = [&](const Variable& other) { return other.name == variable.name; };
  auto& all = playbook_.variables;
  if (std::none_of(all.begin(), all.end(), same)) all.push_back(variable);
  return variable.name;
}

std::string Variables::about(Condition::Kind kind, std::string_view item) {
  const std::string id(item);
  if (kind == Condition::Kind::accounts)
    return declared({"__compromised_accounts__", "integer",
                     tell<sentences::variable_accounts>().in(language_), "1", true});
  if (kind == Condition::Kind::evidence)
    return declared({name_of("evidence", item), "string",
                     tell<sentences::variable_evidence>(id).in(language_), "", true});
  if (kind == Condition::Kind::state)
    return declared({name_of("state", item), "string",
                     tell<sentences::variable_state>(id).in(language_), "to-do"});
  const auto* step = sheet_.step(item);
  const auto title = step == nullptr ? as_message(id) : step->title;
  return declared({name_of("answer", item), "string",
                   tell<sentences::variable_answer>(title).in(language_), "", step == nullptr});
}

std::string Variables::opening(const sheet::Step& step, const sheet::Link& link) {
  return declared({name_of("open_" + link.sheet, step.id), "string",
                   tell<sentences::variable_open>(link.title).in(language_), ""});
}

}  // namespace digue::cacao
