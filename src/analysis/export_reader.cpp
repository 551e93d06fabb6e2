#include "analysis/export_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/sigma/cloud_logs.h"
#include "event/event.h"
#include "read/csv.h"
#include "read/json_split.h"

namespace digue::analysis {

namespace {

using detect::sigma::no_field;
using read::begins_as_json;

struct Known {
  std::string_view format, channel;
};
constexpr std::array<Known, 4> known_formats = {
    {{"m365-audit-csv", detect::sigma::unified_audit_log},
     {"m365-audit-json", detect::sigma::unified_audit_log},
     {"entra-audit", detect::sigma::entra_audit_log},
     {"entra-sign-ins", detect::sigma::entra_sign_in_log}}};

// Lists of names and values: {"Name": "ForwardTo", "Value": "a@b"}, {"displayName": ...,
// "newValue":
// ...}.
struct Pair {
  std::string_view name, value;
};
constexpr std::array<Pair, 3> pairs = {
    {{".name", ".value"}, {".key", ".value"}, {".displayname", ".newvalue"}}};

bool is_within(std::string_view path, std::string_view outer) {
  return path.starts_with(outer) && (path.size() == outer.size() || path[outer.size()] == '.');
}

// "\"True\"" of a modified property.
std::string_view without_quotes(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  return text.substr(1, text.size() - 2);
}

}  // namespace

std::string_view rule_channel_of(std::string_view format) {
  for (const auto& known : known_formats)
    if (known.format == format) return known.channel;
  return {};
}

ExportReader::ExportReader(const detect::sigma::RuleSet& rules, std::string_view channel)
    : matcher_(rules), bucket_(rules.bucket(channel, 0)) {
  if (bucket_ == nullptr) return;
  for (const auto field : bucket_->fields()) {
    const auto& name = rules.names().name(field);
    asked_.push_back({field, name, detect::sigma::cloud_paths_of(channel, name)});
  }
}

void ExportReader::read(std::string_view text, const std::function<void()>& take) {
  const auto record = [&](bool good, std::uint64_t offset, std::uint32_t line) {
    ++records_;
    unread_ += good ? 0 : 1;
    if (!good || bucket_ == nullptr) return;
    offset_ = offset;
    line_ = line;
    match();
    take();
  };
  if (begins_as_json(text)) {
    read::JsonRecords records(text);
    while (records.next()) record(!outer_.fill(records.record()), records.offset(), records.line());
    records_ += records.damaged();
    unread_ += records.damaged();
    return;
  }
  read::CsvTable table(text);
  while (table.next()) {
    outer_.fill(table);
    record(true, table.offset(), table.line());
  }
}

// The record itself may stand as a text in a field of its row.
bool ExportReader::unwrap() {
  wrapped_ = outer_.text({"auditdata", "audit data"});
  return begins_as_json(wrapped_) && !inner_.fill(wrapped_);
}

void ExportReader::match() {
  fields_ = unwrap() ? &inner_ : &outer_;
  auto& view = matcher_.record();
  view.clear();
  for (const auto& asked : asked_) add(asked);
  if (bucket_->reads_all())
    for (const auto& field : fields_->all()) view.add(no_field, field.value);
  matched_ = &matcher_.match(*bucket_);
}

void ExportReader::add(const Asked& asked) {
  for (const auto& path : asked.paths)
    if (add_path(asked, path)) return;
  (void)add_pair(asked);
}

bool ExportReader::add_path(const Asked& asked, std::string_view path) {
  constexpr std::string_view wrapper = "auditdata.";  // of Graph's pages
  bool any = false;
  for (const auto& field : fields_->all()) {
    auto own = field.path;
    if (own.starts_with(wrapper)) own.remove_prefix(wrapper.size());
    if (!is_within(own, path)) continue;
    matcher_.record().add(asked.field, field.value);
    any = true;
  }
  return any;
}

bool ExportReader::add_pair(const Asked& asked) {
  bool any = false;
  for (const auto& field : fields_->all()) {
    if (field.value != asked.name) continue;
    for (const auto& pair : pairs) {
      if (!field.path.ends_with(pair.name)) continue;
      std::string path(field.path.substr(0, field.path.size() - pair.name.size()));
      path += pair.value;
      const auto value = without_quotes(fields_->text_in(field.object, path));
      if (value.empty()) continue;
      matcher_.record().add(asked.field, value);
      any = true;
    }
  }
  return any;
}

Instant ExportReader::time() const {
  auto text = std::string(first_of({"creationtime", "auditdata.creationtime", "createddatetime",
                                    "activitydatetime", "date (utc)", "creationdate"}));
  constexpr std::size_t day_bytes = 10;
  if (text.size() > day_bytes && text[day_bytes] == ' ') text[day_bytes] = 'T';
  if (const auto time = parse_rfc3339(text)) return *time;
  return parse_rfc3339(text + "Z")
      .value_or(Instant::unknown);  // CreationTime is UTC, and says none
}

std::string ExportReader::account() const {
  return lower(
      first_of({"userid", "auditdata.userid", "userprincipalname", "username",
                "initiatedby.user.userprincipalname", "actoruserprincipalname", "userids"}));
}

std::string ExportReader::address() const {
  return event::canonical_address(
      first_of({"clientip", "auditdata.clientip", "clientipaddress", "ipaddress", "ip address",
                "adresse ip", "initiatedby.user.ipaddress"}));
}

std::string ExportReader::identity() const {
  if (const auto id = first_of({"id", "recordid", "identity", "request id"}); !id.empty())
    return std::string(id);
  std::string made;
  for (const auto& field : fields_->all()) {
    made.append(field.path).push_back('\n');
    made.append(field.value).push_back('\n');
  }
  return made;
}

}  // namespace digue::analysis
