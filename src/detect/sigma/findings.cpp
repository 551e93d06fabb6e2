#include "detect/sigma/findings.h"

#include "detect/sigma/own_rules.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

finding::Finding finding_of(const Correlator& correlator, const Correlation& written,
                            const Outcome& outcome) {
  finding::Finding found;
  found.rule = "sigma/" + written.id;
  found.rule_version = written.version;
  found.severity = written.level;
  found.title = title_of(written);
  found.items = items_of(written.id);
  found.time = outcome.first;
  found.time_end = outcome.last;
  std::string identity = rfc3339(outcome.first);
  for (std::size_t i = 0; i < outcome.group.size(); ++i) {
    const std::string fact = written.group_by[i] + "=" + outcome.group[i];
    found.why.push_back({fact, fact});
    identity += "\n" + fact;
  }
  found.id = finding::make_id(found.rule, identity);
  found.why.push_back(tell<sentences::matches_together>(outcome.matches));
  for (const auto index : outcome.examples) {
    const auto& one = correlator.occurrence(index);
    found.hosts.emplace_back(correlator.text(one.host));
    event::Place place;
    place.source = one.log;
    place.record = one.record;
    place.offset = one.offset;
    found.evidence.push_back({place});
  }
  finding::tidy(found);
  return found;
}

}  // namespace digue::detect::sigma
