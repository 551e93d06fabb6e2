#include "detect/sigma/rules_by_channel.h"

#include "detect/sigma/compiling.h"
#include "detect/sigma/fold.h"

namespace digue::detect::sigma {

RulesByChannel::RulesByChannel(RuleBook book) : book_(std::move(book)) {
  for (const Rule& rule : book_.rules)
    for (const LogPlace& place : places_of(rule.source)) named_.emplace(place.channel);
}

const RuleSet& RulesByChannel::of(std::string_view channel) {
  std::string name = folded(channel);
  if (!named_.contains(name)) name.clear();  // rules for any channel alone
  auto& set = sets_[name];
  if (set) return *set;
  static const Placeholders none;  // rules that ask for some were refused
  RuleCompiler compiler(book_.filters, none);
  for (const Rule& rule : book_.rules) (void)compiler.add(rule, name);
  set = std::make_unique<const RuleSet>(compiler.finish({}));
  return *set;
}

}  // namespace digue::detect::sigma
