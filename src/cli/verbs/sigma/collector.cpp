#include "cli/verbs/sigma/collector.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "cli/event_logs/logs.h"
#include "cli/verbs/sigma/sentences.h"
#include "detect/sigma/own_rules.h"
#include "finding/json.h"

namespace digue::cli::verbs::sigma {

using detect::sigma::Outcome;
using event_logs::Log;

namespace {

void widen(Tally& tally, Instant first, Instant last) {
  if (!tally.first.known() || first < tally.first) tally.first = first;
  tally.last = std::max(tally.last, last);
}

void add_host(Tally& tally, const std::string& host) {
  if (std::find(tally.hosts.begin(), tally.hosts.end(), host) != tally.hosts.end()) return;
  if (tally.hosts.size() < hosts_shown)
    tally.hosts.push_back(host);
  else
    tally.more_hosts = true;
}

}  // namespace

void Collector::begin(const Log& log) {
  told_ = 0;
  sources_.emplace_back().file = log.name;
}

bool Collector::piece(const Log& log, event_logs::Work& work) {
  auto& made = static_cast<MatchWork&>(work);
  totals.asked += made.asked;
  totals.given_up += made.given_up();
  for (std::uint32_t rule = 0; rule < made.counts.size(); ++rule)
    if (made.counts[rule] != 0) totals.rules[rule].matches += made.counts[rule];
  for (auto& match : made.matches) take(log, match);
  for (const Seen& seen : made.seen)
    correlator_.add({seen.time, seen.rule, static_cast<std::uint32_t>(sources_.size() - 1),
                     seen.record, seen.offset, seen.host, seen.values});
  return text(made.lines);
}

void Collector::take(const Log& log, Match& match) {
  Tally& tally = totals.rules[match.rule];
  widen(tally, match.time, match.time);
  add_host(tally, match.host);
  if (tally.examples.size() < examples_shown && !match.example.id.empty())
    tally.examples.push_back({log.name, std::move(match.example)});
}

void Collector::damage(const Log& log, const read::evtx::Damage& damage) {
  if (++told_ > event_logs::max_damage_told) return;
  if (session_.json)
    line(event_logs::damage_json(log, damage, session_.language));
  else
    session_.note(event_logs::damage_message(log, damage));
}

void Collector::end(const Log& log, const read::evtx::Facts& facts) {
  ++totals.logs;
  totals.records += facts.records;
  lost = lost || event_logs::is_lacking(log, facts);
  if (session_.json) line(event_logs::facts_json(log, facts));
}

void Collector::correlate() {
  for (const Outcome& outcome : correlator_.finish()) {
    finding::Finding found = finding_of(outcome);
    if (session_.json) line(to_json(found, sources_, session_.language));
    Tally& tally = totals.correlations[outcome.correlation];
    ++tally.matches;
    widen(tally, outcome.first, outcome.last);
    for (const auto& host : found.hosts) add_host(tally, host);
    const auto& first = correlator_.occurrence(outcome.examples.front());
    if (tally.examples.size() < examples_shown)
      tally.examples.push_back({sources_[first.log].file, std::move(found)});
  }
  totals.not_correlated = correlator_.left_out();
}

finding::Finding Collector::finding_of(const Outcome& outcome) const {
  const auto& written = rules_.correlations()[outcome.correlation].written;
  finding::Finding found;
  found.rule = "sigma/" + written.id;
  found.rule_version = written.version;
  found.severity = written.level;
  found.title = detect::sigma::title_of(written);
  found.items = detect::sigma::items_of(written.id);
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
    const auto& one = correlator_.occurrence(index);
    found.hosts.emplace_back(correlator_.text(one.host));
    event::Place place;
    place.source = one.log;
    place.record = one.record;
    place.offset = one.offset;
    found.evidence.push_back({place});
  }
  finding::tidy(found);
  return found;
}

void Collector::line(std::string_view json) {
  text(json);
  text("\n");
}

bool Collector::text(std::string_view text) {
  if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
    error_ = errno;
  return error_ == 0;
}

int Collector::finish() {
  if (error_ == 0 && std::fflush(stdout) != 0) error_ = errno;
  return error_;
}

}  // namespace digue::cli::verbs::sigma
