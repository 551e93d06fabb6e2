// Inbox rules as they stand: Get-InboxRule (CSV or JSON: Hawk, Microsoft-Extractor-Suite) and
// Graph messageRules (JSON, the suite's CSV of them, goose's lines).  A state, without dates.
#include "read/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "read/json_split.h"
#include "read/m365/graph.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::string_view type_name = "inbox-rules";

// Exchange's parameter, then where it stands: Get-InboxRule, Graph, the suite's CSV of Graph.
constexpr std::array<DetailFrom, 4> flags = {{
    {"Enabled", {"enabled", "isenabled"}},
    {"Priority", {"priority", "sequence"}},
    {"MarkAsRead", {"markasread", "actions.markasread"}},
    {"StopProcessingRules", {"stopprocessingrules", "actions.stopprocessingrules"}},
}};

constexpr std::array<DetailFrom, 16> lists = {{
    {"ForwardTo", {"actions.forwardto.emailaddress.address", "forwardto", "forwardto.address"}},
    {"ForwardAsAttachmentTo",
     {"actions.forwardasattachmentto.emailaddress.address", "forwardasattachmentto",
      "forwardasattachment", "forwardasattachmentto.address"}},
    {"RedirectTo", {"actions.redirectto.emailaddress.address", "redirectto", "redirectto.address"}},
    {"From", {"conditions.fromaddresses.emailaddress.address", "from", "from.address"}},
    {"SentTo", {"conditions.senttoaddresses.emailaddress.address", "sentto", "sentto.address"}},
    {"SubjectContainsWords",
     {"conditions.subjectcontains", "subjectcontainswords", "subjectcontains"}},
    {"SubjectOrBodyContainsWords",
     {"conditions.bodyorsubjectcontains", "subjectorbodycontainswords"}},
    {"BodyContainsWords", {"conditions.bodycontains", "bodycontainswords", "bodycontains"}},
    {"FromAddressContainsWords", {"conditions.sendercontains", "fromaddresscontainswords"}},
    {"RecipientAddressContainsWords",
     {"conditions.recipientcontains", "recipientaddresscontainswords"}},
    {"HeaderContainsWords", {"conditions.headercontains", "headercontainswords"}},
    {"ApplyCategory", {"actions.assigncategories", "applycategory"}},
    {"HasAttachment", {"conditions.hasattachments", "hasattachment", "hasattachments"}},
    {"WithImportance", {"conditions.importance", "withimportance", "isimportant"}},
    {"WithinSizeRangeMinimum",
     {"conditions.withinsizerange.minimumsize", "withinsizerangeminimum"}},
    {"WithinSizeRangeMaximum",
     {"conditions.withinsizerange.maximumsize", "withinsizerangemaximum"}},
}};

// Read below by hand, or of no use to anyone.
constexpr std::array<std::string_view, 19> handled = {"rulename",
                                                      "name",
                                                      "displayname",
                                                      "username",
                                                      "userprincipalname",
                                                      "identity",
                                                      "ruleidentity",
                                                      "id",
                                                      "ruleid",
                                                      "mailboxownerid",
                                                      "mailbox",
                                                      "runspaceid",
                                                      "movetofolder",
                                                      "copytofolder",
                                                      "actions.movetofolder",
                                                      "actions.copytofolder",
                                                      "actions.delete",
                                                      "actions.permanentdelete",
                                                      "delete"};

bool is_on(std::string_view value) {
  return equal_ignoring_case(value, "True");
}

bool is_handled(std::string_view path) {
  const auto from = [&](const DetailFrom& mapping) { return mapping.is_from(path); };
  return std::any_of(flags.begin(), flags.end(), from) ||
         std::any_of(lists.begin(), lists.end(), from) || path == "permanentdelete" ||
         path == "deletemessage" ||
         std::find(handled.begin(), handled.end(), path) != handled.end();
}

// "subjectContains" is "SubjectContains", as Exchange would write it.
std::string exchange_name(const Field& field) {
  std::string text(field.name);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return field.path.starts_with("exceptions.") ? "ExceptIf" + text : text;
}

// The rest of a recipient whose address is told already.
bool is_of_recipient(std::string_view path) {
  return path.ends_with(".emailaddress.name") || path.ends_with(".displayname") ||
         path.ends_with(".routingtype");
}

// goose writes a mailbox's rules, then {"userPrincipalName": ...} as the last of the array.
class Owners {
 public:
  explicit Owners(std::string_view text) : text_(text) {}

  std::string of(std::uint64_t offset) {
    if (!looked_) look();
    const auto next =
        std::upper_bound(owners_.begin(), owners_.end(), offset,
                         [](std::uint64_t at, const auto& owner) { return at < owner.first; });
    return next == owners_.end() ? m365::user_of_page(text_) : next->second;
  }

 private:
  void look() {
    looked_ = true;
    JsonRecords records(text_);
    Fields fields;
    while (records.next()) {
      // Cheap to tell from a rule: one short member.
      if (records.record().size() > 512 || fields.fill(records.record())) continue;
      if (fields.all().size() == 1 && fields.has({"userprincipalname"}))
        owners_.emplace_back(records.offset(), fields.text({"userprincipalname"}));
    }
  }

  std::string_view text_;
  bool looked_ = false;
  std::vector<std::pair<std::uint64_t, std::string>> owners_;  // by offset
};

std::string mailbox_of(Record& record, Owners& owners) {
  const auto named = record.text({"username", "userprincipalname", "mailbox", "mailboxownerid"});
  if (!named.empty()) return lower(named);
  const auto identity = record.text({"identity"});  // "a.martin\1234567890"
  if (const auto slash = identity.find('\\'); slash != std::string_view::npos)
    return lower(identity.substr(0, slash));
  return record.is_json() ? lower(owners.of(record.offset())) : std::string();
}

// The last part of "a.martin\1234567890".
std::string_view last_part(std::string_view identity) {
  return identity.substr(identity.rfind('\\') + 1);  // npos + 1 is 0
}

void add_folder(Record& record, std::string_view detail, Fields::Names exchange,
                Fields::Names graph) {
  constexpr std::string_view suite_mark = "FolderID: ";
  auto folder = record.text(exchange);
  auto opaque = record.text(graph);
  if (folder.starts_with(suite_mark)) {
    opaque = folder.substr(suite_mark.size());
    folder = {};
  }
  record.detail(detail, folder);
  record.detail(std::string(detail) + "Id", opaque);
}

void add_deletion(Record& record) {
  const bool for_good = is_on(record.text({"actions.permanentdelete", "permanentdelete"}));
  const bool deletes = is_on(record.text({"deletemessage", "actions.delete", "delete"}));
  if (deletes || for_good) record.detail("DeleteMessage", "True");
  if (for_good) record.detail("PermanentDelete", "True");
}

// Everything else that the rule says; what is off says nothing.
void add_others(Record& record) {
  for (const Field& field : record.fields().all())
    if (!field.value.empty() && !is_handled(field.path) && !is_of_recipient(field.path) &&
        !equal_ignoring_case(field.value, "False"))
      record.detail(exchange_name(field), field.value);
}

void add_lists(Record& record) {
  for (const DetailFrom& list : lists)
    for (const auto path : list.fields) {
      bool found = false;
      for (const auto value :
           path.empty() ? std::vector<std::string_view>{} : record.values({path}))
        for (const auto element : m365::elements_of(value)) {
          found = true;
          if (!equal_ignoring_case(element, "False")) record.detail(list.detail, element);
        }
      if (found) break;
    }
}

void take(Record& record, Owners& owners) {
  const Fields& fields = record.fields();
  // The mark of a mailbox's rules counts as a row that was understood.
  const bool owner_mark = fields.all().size() == 1 && fields.has({"userprincipalname"});
  const auto name = record.text({"rulename", "name", "displayname"});
  const auto identity = record.text({"ruleidentity", "ruleid", "id", "identity"});
  if (!owner_mark && name.empty() && identity.empty()) return;
  const std::string mailbox = mailbox_of(record, owners);
  event::Event& event =
      record.begin(owner_mark ? event::Action::other : event::Action::inbox_rule_state);
  event.target = record.intern(mailbox);
  if (owner_mark) return record.commit();
  event.operation = record.intern("InboxRule");
  event.object =
      record.intern(mailbox + "\\" + std::string(last_part(identity.empty() ? name : identity)));
  record.detail("Name", name);
  record.details(flags);
  add_deletion(record);
  add_folder(record, "MoveToFolder", {"movetofolder"}, {"actions.movetofolder"});
  add_folder(record, "CopyToFolder", {"copytofolder"}, {"actions.copytofolder"});
  add_lists(record);
  record.detail("RuleIdentity", last_part(identity));
  add_others(record);
  record.commit();
}

class InboxRules final : public Format {
 public:
  std::string_view name() const override { return type_name; }
  event::Family family() const override { return event::Family::inbox_rules; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "/messageRules")) return 90;
    const Shape shape(sample);
    const bool exchange = shape.has_any({"rulename", "ruleidentity", "name"}) &&
                          shape.has_all({"stopprocessingrules", "movetofolder"}) &&
                          shape.has_any({"deletemessage", "delete"});
    const bool graph = shape.is_json() && shape.has_all({"sequence", "isenabled", "displayname"}) &&
                       shape.has_any({"actions", "conditions"});
    return exchange || graph ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Owners owners(text);
    each_record({text, told, sink, family()}, {}, [&](Record& record) { take(record, owners); });
  }
};

}  // namespace

const Format& inbox_rules_format() {
  static const InboxRules format;
  return format;
}

}  // namespace digue::read
