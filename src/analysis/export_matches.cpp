#include "analysis/export_matches.h"

#include <vector>

#include "analysis/event_log.h"
#include "analysis/export_reader.h"
#include "analysis/rule_facts.h"
#include "analysis/sentences.h"
#include "detect/sigma/own_rules.h"
#include "read/filler.h"

namespace digue::analysis {

namespace {

class Matches {
 public:
  Matches(std::string_view channel, event::Family family, const detect::sigma::RuleSet& rules,
          WireSink& sink)
      : family_(family),
        rules_(rules),
        sink_(sink),
        filler_(sink),
        reader_(rules, channel),
        counts_(rules.rules().size()) {}

  void run(std::string_view text) {
    if (reader_.bucket() == nullptr) return;
    reader_.read(text, [this] {
      for (const auto rule : reader_.matched()) take(rule);
    });
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (counts_[i] > max_matches_of_rule)
        sink_.remark(tell<sentences::matches_not_kept>(detect::sigma::title_of(rules_.rules()[i]),
                                                       counts_[i] - max_matches_of_rule));
    if (const auto count = reader_.matcher().given_up(); count != 0)
      sink_.remark(tell<sentences::regexes_given_up>(count));
  }

 private:
  void take(std::uint32_t index) {
    if (++counts_[index] > max_matches_of_rule) return;
    const auto& rule = rules_.rules()[index];
    auto& event = filler_.begin(family_);
    event.action = event::Action::rule_matched;
    event.time = reader_.time();
    event.place.offset = reader_.offset();
    event.place.line = reader_.line();
    event.account = filler_.name(reader_.account());
    event.address = filler_.address(reader_.address());
    event.object = filler_.text(rule.id);
    event.id = event::record_id_from_content(rule.id + "\n" + reader_.identity());
    add_details(rule, index);
    sink_.commit_record(static_cast<std::uint32_t>(reader_.records()));
  }

  // What correlations need, and what people read of the first ones.
  void add_details(const detect::sigma::Rule& rule, std::uint32_t index) {
    auto& matcher = reader_.matcher();
    const auto& bucket = *reader_.bucket();
    const auto kept = matcher.kept(bucket, index);
    for (std::size_t i = 0; i < kept.size(); ++i)
      filler_.detail_unless_empty(rule.kept[i], kept[i]);
    if (rule.silent || counts_[index] > max_matches_with_facts) return;
    for (const auto& fact : facts_of(matcher, bucket, rules_, index))
      filler_.detail(fact.name, fact.value);
  }

  event::Family family_;
  const detect::sigma::RuleSet& rules_;
  WireSink& sink_;
  read::Filler filler_;
  ExportReader reader_;
  std::vector<std::uint64_t> counts_;  // of each rule
};

}  // namespace

void match_export(std::string_view text, std::string_view channel, event::Family family,
                  const detect::sigma::RuleSet& rules, WireSink& sink) {
  Matches(channel, family, rules, sink).run(text);
}

}  // namespace digue::analysis
