#include "read/m365/transport_rule_row.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "read/m365/lists.h"

namespace digue::read::m365 {

namespace {

// Said under one name whatever the case; everything else that is on is said under its own.
constexpr std::array<DetailFrom, 16> mapping = {{
    {"Name", {"name"}},
    {"State", {"state"}},
    {"Mode", {"mode"}},
    {"Priority", {"priority"}},
    {"BlindCopyTo", {"blindcopyto"}},
    {"CopyTo", {"copyto"}},
    {"RedirectMessageTo", {"redirectmessageto"}},
    {"AddToRecipients", {"addtorecipients"}},
    {"DeleteMessage", {"deletemessage"}},
    {"SetAuditSeverity", {"setauditseverity"}},
    {"SetSCL", {"setscl"}},
    {"StopRuleProcessing", {"stopruleprocessing"}},
    {"CreatedBy", {"createdby"}},
    {"LastModifiedBy", {"lastmodifiedby"}},
    {"Description", {"description"}},
    {"Actions", {"actions"}},
}};
constexpr std::array<std::string_view, 8> of_no_use = {
    "identity",        "guid",    "runspaceid",  "distinguishedname",
    "exchangeversion", "isvalid", "objectstate", "ruleversion"};

bool is_handled(std::string_view path) {
  return std::any_of(mapping.begin(), mapping.end(),
                     [&](const DetailFrom& from) { return from.is_from(path); }) ||
         std::find(of_no_use.begin(), of_no_use.end(), path) != of_no_use.end() ||
         path.starts_with("when");
}

// The parameter that a line of the description stands for, in English and in French.
std::string_view parameter_of(std::string_view folded_line) {
  const auto says = [&](std::string_view words) {
    return folded_line.find(words) != std::string_view::npos;
  };
  if (says("(bcc)") || says("blind carbon") || says("(cci)") || says("copie carbone invisible"))
    return "BlindCopyTo";
  if (says("redirect the message") || says("rediriger le message")) return "RedirectMessageTo";
  if (says("copy(cc)") || says("(cc) the message") || says("copie (cc)") || says("copie(cc)"))
    return "CopyTo";
  if (says("delete the message") || says("supprimer le message")) return "DeleteMessage";
  if (says("donotaudit")) return "SetAuditSeverity";
  return {};
}

// The texts between quotes: 'a@b.example' or ‘a@b.example’ (U+2018, U+2019, three bytes each).
std::vector<std::string_view> quoted_in(std::string_view line) {
  std::vector<std::string_view> texts;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>("'", "'"),
                                    std::pair<std::string_view, std::string_view>("‘", "’")})
    for (std::size_t at = line.find(open); at != std::string_view::npos; at = line.find(open, at)) {
      const std::size_t begin = at + open.size(), end = line.find(close, begin);
      if (end == std::string_view::npos) break;
      texts.push_back(line.substr(begin, end - begin));
      at = end + close.size();
    }
  return texts;
}

void add_from_description(Record& record) {
  for (const auto line : split(record.text({"description"}), '\n')) {
    const auto parameter = parameter_of(folded(line));
    if (parameter.empty()) continue;
    if (parameter == "DeleteMessage") record.detail(parameter, "True");
    if (parameter == "SetAuditSeverity") record.detail(parameter, "DoNotAudit");
    if (parameter.ends_with("To"))
      for (const auto address : quoted_in(line)) record.detail(parameter, address);
  }
}

void add_mapped(Record& record) {
  for (const DetailFrom& from : mapping) {
    const bool is_list = from.detail.ends_with("To") || from.detail == "AddToRecipients";
    for (const auto value : record.values({from.fields[0]})) {
      if (!is_list) {
        record.detail(from.detail, value);
        continue;
      }
      for (const auto element : elements_of(value)) record.detail(from.detail, element);
    }
  }
}

void add_others(Record& record) {
  for (const Field& field : record.fields().all())
    if (!field.value.empty() && !is_handled(field.path) &&
        !equal_ignoring_case(field.value, "False"))
      record.detail(field.name, field.value);
}

}  // namespace

void take_transport_rule(Record& record) {
  const auto name = record.text({"name", "identity"});
  if (name.empty()) return;
  event::Event& event = record.begin(event::Action::transport_rule_state);
  event.operation = record.intern("TransportRule");
  event.object = record.intern(name);
  event.account = record.intern_lower(record.text({"createdby"}));
  add_mapped(record);
  if (!record.fields().has({"blindcopyto", "copyto", "redirectmessageto"}))
    add_from_description(record);
  record.detail("WhenChanged", record.date_text({"whenchanged", "whenchangedutc"}));
  add_others(record);
  record.commit();
}

}  // namespace digue::read::m365
