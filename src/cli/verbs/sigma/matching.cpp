#include "cli/verbs/sigma/matching.h"

#include <algorithm>
#include <array>

#include "analysis/rule_facts.h"
#include "base/text.h"
#include "detect/sigma/own_rules.h"
#include "finding/json.h"
#include "read/evtx/event_maker.h"

namespace digue::cli::verbs::sigma {

namespace {

using detect::sigma::Rule;
using read::evtx::Fields;
using read::evtx::RecordPlace;
using read::evtx::Section;

constexpr std::size_t examples_of_piece = 3;  // of one rule

struct Person {
  std::string_view name, domain;
};
// Who did it, and to whom.
constexpr std::array<Person, 3> people = {{{"SubjectUserName", "SubjectDomainName"},
                                           {"TargetUserName", "TargetDomainName"},
                                           {"User", ""}}};
constexpr std::array<std::string_view, 6> address_names = {
    "IpAddress", "SourceIp", "DestinationIp", "SourceAddress", "DestAddress", "ClientAddress"};

bool is_somebody(std::string_view name) {
  return !name.empty() && name != "-";
}

// The same record in two copies of a log makes the same finding.
std::string identity_of(const RecordPlace& record, const Fields& fields) {
  std::string identity = std::to_string(record.id);
  for (const auto section : {Section::computer, Section::channel, Section::time}) {
    identity += '\n';
    identity += fields.find(section);
  }
  if (record.id == 0) read::evtx::add_all_values(fields, identity);
  return identity;
}

}  // namespace

void MatchWork::begin(const event_logs::Log& log, std::size_t) {
  begin(log.name);
}

void MatchWork::begin(const std::string& file) {
  if (sources_.empty() || sources_.front().file != file) {
    sources_.resize(1);
    sources_.front().file = file;
  }
  lines.clear();
  matches.clear();
  seen.clear();
  counts.assign(rules_.rules().size(), 0);
  asked = 0;
  given_up_before_ = reader_.matcher().given_up();
  given_up_ = 0;
}

const char* MatchWork::record(read::evtx::Record& record) {
  if (const char* why = reader_.read(record); why != nullptr) return why;
  if (reader_.bucket() == nullptr) return nullptr;
  const auto& matched = match();
  if (matched.empty()) return nullptr;
  if (const char* why = record.fields(fields_); why != nullptr) return why;
  for (const auto rule : matched) take(record.place(), rule);
  return nullptr;
}

void MatchWork::record(const RecordPlace& place) {
  reader_.take(fields_);
  if (reader_.bucket() == nullptr) return;
  for (const auto rule : match()) take(place, rule);
}

const std::vector<std::uint32_t>& MatchWork::match() {
  ++asked;
  const auto& matched = reader_.matcher().match(*reader_.bucket());
  given_up_ = reader_.matcher().given_up() - given_up_before_;
  return matched;
}

void MatchWork::see(const RecordPlace& record, std::uint32_t rule) {
  Seen& one = seen.emplace_back();
  one.rule = rule;
  one.record = static_cast<std::uint32_t>(record.id);
  one.offset = record.offset;
  if (const auto time = parse_rfc3339(fields_.find(Section::time))) one.time = *time;
  one.host = fields_.find(Section::computer);
  one.values = reader_.matcher().kept(*reader_.bucket(), rule);
}

void MatchWork::take(const RecordPlace& record, std::uint32_t rule) {
  if (rules_.rules()[rule].correlated) see(record, rule);
  if (rules_.rules()[rule].silent) return;
  const bool is_example = ++counts[rule] <= examples_of_piece;
  if (as_json_) {
    lines += to_json(finding_of(record, rule), sources_, language_);
    lines += '\n';
    return;
  }
  Match& match = matches.emplace_back();
  match.rule = rule;
  if (const auto time = parse_rfc3339(fields_.find(Section::time))) match.time = *time;
  match.host = fields_.find(Section::computer);
  if (is_example) match.example = finding_of(record, rule);
}

finding::Finding MatchWork::finding_of(const RecordPlace& record, std::uint32_t index) {
  const Rule& rule = rules_.rules()[index];
  finding::Finding found;
  found.rule = "sigma/" + rule.id;
  found.rule_version = rule.version;
  found.id = finding::make_id(found.rule, identity_of(record, fields_));
  found.severity = rule.level;
  found.title = detect::sigma::title_of(rule);
  found.items = detect::sigma::items_of(rule.id);
  if (const auto time = parse_rfc3339(fields_.find(Section::time))) found.time = *time;
  found.time_end = found.time;
  found.hosts.emplace_back(fields_.find(Section::computer));
  name_people(found);
  event::Place place;
  place.record = static_cast<std::uint32_t>(record.id);
  place.line = record.line;
  place.offset = record.offset;
  found.evidence.push_back({place});
  for (const auto& fact :
       analysis::facts_of(reader_.matcher(), *reader_.bucket(), rules_, index, fields_))
    found.why.push_back(analysis::told(fact));
  finding::tidy(found);
  return found;
}

void MatchWork::name_people(finding::Finding& found) const {
  for (const auto& [name, domain] : people) {
    const auto account = fields_.data(name);
    if (!is_somebody(account)) continue;
    const auto of = domain.empty() ? std::string_view() : fields_.data(domain);
    found.accounts.push_back(lower(is_somebody(of) ? std::string(of) + "\\" + std::string(account)
                                                   : std::string(account)));
  }
  for (const auto name : address_names)
    if (auto address = event::canonical_address(fields_.data(name)); !address.empty())
      found.addresses.push_back(std::move(address));
}

}  // namespace digue::cli::verbs::sigma
