#include "cli/verbs/sigma/exports.h"

#include "analysis/export_reader.h"
#include "analysis/request_matches.h"
#include "analysis/rule_facts.h"
#include "base/text.h"
#include "detect/sigma/own_rules.h"
#include "evidence/spool.h"
#include "read/decode.h"
#include "read/json_split.h"
#include "read/windows_events/event_json.h"

namespace digue::cli::verbs::sigma {

namespace {

using analysis::ExportReader;
using analysis::RequestAsker;
using analysis::RequestRules;
using detect::sigma::Rule;
using detect::sigma::RuleSet;
using event_logs::Export;

constexpr std::uint64_t records_between_releases = 1 << 14;
constexpr std::uint64_t records_of_piece = 1 << 10;

finding::Finding finding_of(const Rule& rule, std::string_view identity, Instant time) {
  finding::Finding found;
  found.rule = "sigma/" + rule.id;
  found.rule_version = rule.version;
  found.id = finding::make_id(found.rule, identity);
  found.severity = rule.level;
  found.title = detect::sigma::title_of(rule);
  found.time = found.time_end = time;
  return found;
}

finding::Finding finding_of(ExportReader& reader, const RuleSet& rules, std::uint32_t index) {
  auto found = finding_of(rules.rules()[index], reader.identity(), reader.time());
  if (auto account = reader.account(); !account.empty())
    found.accounts.push_back(std::move(account));
  if (auto address = reader.address(); !address.empty())
    found.addresses.push_back(std::move(address));
  event::Place place;
  place.line = reader.line();
  place.record = static_cast<std::uint32_t>(reader.records());
  found.evidence.push_back({place});
  for (const auto& fact : analysis::facts_of(reader.matcher(), *reader.bucket(), rules, index))
    found.why.push_back(analysis::told(fact));
  finding::tidy(found);
  return found;
}

void see(ExportReader& reader, std::uint32_t rule, Collector& collector) {
  const auto values = reader.matcher().kept(*reader.bucket(), rule);
  collector.see({reader.time(), rule, 0, static_cast<std::uint32_t>(reader.records()),
                 reader.offset(), "", values});
}

void match_export(const Export& file, const read::DecodedText& decoded, const RuleSet& rules,
                  Collector& collector) {
  ExportReader reader(rules, file.channel);
  reader.read(decoded.text(), [&] {
    const bool may_go = decoded.is_view() && reader.records() % records_between_releases == 0;
    if (may_go) file.file.release_before(reader.offset());
    for (const auto rule : reader.matched()) {
      if (rules.rules()[rule].correlated) see(reader, rule, collector);
      if (!rules.rules()[rule].silent) collector.take(rule, finding_of(reader, rules, rule));
    }
  });
  collector.end_export(reader.records(), reader.unread(), reader.bucket() != nullptr);
  collector.totals.given_up += reader.matcher().given_up();
}

// Events of Windows in JSON: matched as the records of a log are.
class WindowsEvents {
 public:
  WindowsEvents(const Export& file, const RuleSet& rules, const Session& session,
                Collector& collector)
      : file_(file), collector_(collector), work_(rules, session.json, session.language) {}

  void read(const read::DecodedText& decoded) {
    read::JsonRecords records(decoded.text());
    work_.begin(file_.name);
    for (std::uint64_t met = 0; records.next();) {
      record(records);
      if (++met % records_of_piece != 0) continue;
      hand_over();
      if (decoded.is_view() && met % records_between_releases == 0)
        file_.file.release_before(records.offset());
    }
    hand_over();
    collector_.end_events(read_, unread_ + records.damaged());
  }

 private:
  using Kind = read::windows_events::EventJson::Kind;

  void record(const read::JsonRecords& records) {
    if (event_.fill(records.record(), work_.fields())) {
      ++unread_;
      return;
    }
    if (event_.kind() == Kind::unreadable_stretch) ++unread_;
    if (event_.kind() != Kind::record) return;
    ++read_;
    auto place = event_.place();
    place.offset = records.offset();
    place.line = records.line();
    work_.record(place);
  }

  void hand_over() {
    (void)collector_.take_piece(file_.name, work_);
    work_.begin(file_.name);
  }

  const Export& file_;
  Collector& collector_;
  MatchWork work_;
  read::windows_events::EventJson event_;
  std::uint64_t read_ = 0, unread_ = 0;
};

// Requests of proxies, web servers and name servers, matched as their format tells of each.
class Requests final : public read::Sink {
 public:
  Requests(const Export& file, const RequestRules& rules, const read::DecodedText& decoded,
           Collector& collector)
      : file_(file), decoded_(decoded), matcher_(rules), collector_(collector) {}

  event::Trail& trail() override { return trail_; }
  bool keeps(event::Action, Instant) const override { return false; }
  void row() override {
    ++rows_;
    asked_of_row_ = false;
  }
  void commit() override {
    if (trail_.symbols.size() > most_symbols) {
      trail_ = {};
    } else {
      trail_.events.clear();
      trail_.details.clear();
    }
  }
  void traffic(const read::Traffic& traffic) override {
    auto* asker = matcher_.match(traffic);
    if (asker == nullptr) return;
    asked_ += asked_of_row_ ? 0 : 1;
    asked_of_row_ = true;
    if (matcher_.matched().empty()) return;
    const auto id = analysis::request_id(traffic, trail_.events.back().time);
    const auto identity = std::to_string(id.high) + '\n' + std::to_string(id.low);
    for (const auto rule : matcher_.matched()) take(traffic, identity, *asker, rule);
  }
  void rejected(std::uint64_t, std::uint64_t, std::uint32_t, const Message&) override { ++unread_; }
  void remark(const Message&) override {}
  void passed(std::uint64_t offset) override {
    if (decoded_.is_view()) file_.file.release_before(offset);
  }

  void finish() {
    collector_.end_requests(rows_, unread_, asked_);
    collector_.totals.given_up += matcher_.given_up();
  }

 private:
  void take(const read::Traffic& traffic, const std::string& identity, RequestAsker& asker,
            std::uint32_t index) {
    const auto& event = trail_.events.back();
    const Rule& rule = asker.rules().rules()[index];
    if (rule.correlated)
      collector_.see({event.time, index, 0, static_cast<std::uint32_t>(rows_), event.place.offset,
                      "", asker.matcher().kept(*asker.bucket(), index)});
    if (rule.silent) return;
    auto found = finding_of(rule, identity, event.time);
    if (!traffic.account.empty()) found.accounts.push_back(lower(traffic.account));
    if (auto address = event::canonical_address(traffic.client); !address.empty())
      found.addresses.push_back(std::move(address));
    auto place = event.place;
    place.record = static_cast<std::uint32_t>(rows_);
    found.evidence.push_back({place});
    for (const auto& fact :
         analysis::facts_of(asker.matcher(), *asker.bucket(), asker.rules(), index))
      found.why.push_back(analysis::told(fact));
    finding::tidy(found);
    collector_.take(index, std::move(found));
  }

  static constexpr std::size_t most_symbols = 100'000;
  const Export& file_;
  const read::DecodedText& decoded_;
  analysis::RequestMatcher matcher_;
  Collector& collector_;
  event::Trail trail_;
  std::uint64_t rows_ = 0, unread_ = 0, asked_ = 0;
  bool asked_of_row_ = false;
};

void match_requests(const Export& file, const read::DecodedText& decoded, const RuleSet& rules,
                    Collector& collector) {
  const auto of_channel = [set = &rules](std::string_view) -> const RuleSet& { return *set; };
  Requests sink(file, analysis::request_rules(of_channel), decoded, collector);
  file.format->read(decoded.text(), {}, sink);
  sink.finish();
}

void match_file(const Export& file, const RuleSet& rules, const Session& session,
                Collector& collector) {
  const auto decoded = read::decode(file.file.bytes(), evidence::temporary_folder());
  if (!decoded) return collector.lose(file.name, decoded.error().message);
  switch (file.kind) {
    case Export::Kind::of_cloud:
      return match_export(file, *decoded, rules, collector);
    case Export::Kind::windows_events:
      return WindowsEvents(file, rules, session, collector).read(*decoded);
    case Export::Kind::requests:
      return match_requests(file, *decoded, rules, collector);
  }
}

}  // namespace

void match_exports(const std::vector<Export>& exports, const RuleSet& rules, const Session& session,
                   Collector& collector) {
  for (const Export& file : exports) {
    collector.begin_export(file.name);
    match_file(file, rules, session, collector);
  }
}

}  // namespace digue::cli::verbs::sigma
