// The variables of a playbook that stand for what a sheet's rules look at.
#pragma once
#include <string>
#include <string_view>

#include "cacao/condition_text.h"
#include "cacao/export.h"
#include "cacao/playbook.h"

namespace digue::cacao {

// Declares each in the playbook the first time that it is named.  Not thread-safe; keeps references
// to its arguments.
class Variables {
 public:
  Variables(Playbook& playbook, const sheet::Sheet& sheet, Language language)
      : playbook_(playbook), sheet_(sheet), language_(language) {}

  // The answer or the state of a step, what the evidence says of an item, the number of accounts.
  std::string about(sheet::Condition::Kind kind, std::string_view item);
  // Whether a person wants the sheet that a step links to.
  std::string opening(const sheet::Step& step, const sheet::Link& link);

  VariableName names() {
    return [this](sheet::Condition::Kind kind, std::string_view item) { return about(kind, item); };
  }

 private:
  std::string declared(Variable variable);

  Playbook& playbook_;
  const sheet::Sheet& sheet_;
  Language language_;
};

}  // namespace digue::cacao
