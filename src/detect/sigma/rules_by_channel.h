// The rules of a book, put together for a channel when its first record turns up: most logs hold
// one channel, and most rules are for others.  Of one thread.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "detect/sigma/engine.h"
#include "detect/sigma/rule_image.h"

namespace digue::detect::sigma {

class RulesByChannel {
 public:
  // Whose rules all have been compiled before.
  explicit RulesByChannel(RuleBook book);
  // Case is ignored.  The set stays as long as this.
  const RuleSet& of(std::string_view channel);

 private:
  RuleBook book_;
  std::set<std::string, std::less<>> named_;  // channels that a rule is for, lower case
  std::map<std::string, std::unique_ptr<const RuleSet>, std::less<>> sets_;
};

}  // namespace digue::detect::sigma
