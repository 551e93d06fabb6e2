#include "cli/verbs/sigma/collector.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "cli/event_logs/logs.h"
#include "cli/event_logs/sentences.h"
#include "cli/verbs/sigma/sentences.h"
#include "detect/sigma/findings.h"
#include "finding/json.h"

namespace digue::cli::verbs::sigma {

using detect::sigma::Outcome;
using event_logs::Log;

namespace {

void widen(Tally& tally, Instant first, Instant last) {
  if (!first.known()) return;
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
  return take_piece(log.name, static_cast<MatchWork&>(work));
}

bool Collector::take_piece(const std::string& name, MatchWork& made) {
  totals.asked += made.asked;
  totals.given_up += made.given_up();
  for (std::uint32_t rule = 0; rule < made.counts.size(); ++rule)
    if (made.counts[rule] != 0) totals.rules[rule].matches += made.counts[rule];
  for (auto& match : made.matches) take(name, match);
  for (const Seen& seen : made.seen)
    correlator_.add({seen.time, seen.rule, static_cast<std::uint32_t>(sources_.size() - 1),
                     seen.record, seen.offset, seen.host, seen.values});
  return text(made.lines);
}

void Collector::take(const std::string& name, Match& match) {
  Tally& tally = totals.rules[match.rule];
  widen(tally, match.time, match.time);
  add_host(tally, match.host);
  if (tally.examples.size() < examples_shown && !match.example.id.empty())
    tally.examples.push_back({name, std::move(match.example)});
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

void Collector::begin_export(const std::string& name) {
  sources_.emplace_back().file = name;
  ++totals.logs;
}

void Collector::take(std::uint32_t rule, finding::Finding found) {
  Tally& tally = totals.rules[rule];
  ++tally.matches;
  widen(tally, found.time, found.time);
  found.evidence.front().place.source = static_cast<std::uint32_t>(sources_.size() - 1);
  if (session_.json) return line(to_json(found, sources_, session_.language));
  if (tally.examples.size() < examples_shown)
    tally.examples.push_back({sources_.back().file, std::move(found)});
}

void Collector::see(detect::sigma::Occurrence occurrence) {
  occurrence.log = static_cast<std::uint32_t>(sources_.size() - 1);
  correlator_.add(occurrence);
}

void Collector::end_events(std::uint64_t records, std::uint64_t unread) {
  totals.records += records;
  if (unread != 0) lose(sources_.back().file, tell<sentences::records_unread>(unread));
}

void Collector::end_requests(std::uint64_t records, std::uint64_t unread, std::uint64_t asked) {
  totals.asked += asked;
  end_events(records - unread, unread);
}

void Collector::end_export(std::uint64_t records, std::uint64_t unread, bool asked) {
  totals.records += records - unread;
  if (asked) totals.asked += records - unread;
  if (unread != 0) lose(sources_.back().file, tell<sentences::records_unread>(unread));
}

void Collector::lose(const std::string& name, const Message& why) {
  lost = true;
  if (!session_.json) return session_.note(tell<event_logs::sentences::left_out>(name, why));
  finding::Unreadable unreadable;
  unreadable.file = name;
  unreadable.reason = why;
  line(to_json(unreadable, session_.language));
}

void Collector::correlate() {
  for (const Outcome& outcome : correlator_.finish()) {
    finding::Finding found =
        finding_of(correlator_, rules_.correlations()[outcome.correlation].written, outcome);
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
