// Who holds which directory role: CRT's Office365AdminGroupMembers, the role exports of
// Microsoft-Extractor-Suite (by role, and PIM assignments).  A state, without
// dates; of no family, as it says nothing of who was given a role when.
#include "read/format.h"

#include <array>

#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::array<DetailFrom, 5> mapping = {{
    {"Role", {"role", "rolename"}},
    {"AssignmentType", {"assignmenttype"}},
    {"AssignmentStatus", {"assignmentstatus"}},
    {"SourceName", {"sourcename"}},
    {"AccountEnabled", {"account enabled", "accountenabled"}},
}};

void take(Record& record) {
  const auto member = record.text(
      {"user principal name", "userprincipalname", "username", "display name", "displayname"});
  if (member.empty() || record.text({"role", "rolename"}).empty()) return;
  event::Event& event = record.begin(event::Action::role_member_state);
  event.operation = record.intern("RoleMember");
  event.target = record.intern_lower(member);
  record.details(mapping);
  record.detail("StartDateTime", record.date_text({"startdatetime"}));
  record.detail("CreatedDateTime", record.date_text({"createddatetime"}));
  record.commit();
}

class RoleMembers final : public Format {
 public:
  std::string_view name() const override { return "role-members"; }
  event::Family family() const override { return event::Family::none; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool crt = shape.has_all({"role", "user principal name", "object type"});
    const bool by_role = shape.has_all({"role", "username", "lastinteractivesignin"});
    const bool assignments = shape.has_all({"rolename", "userprincipalname", "assignmenttype"});
    return crt || by_role || assignments ? 85 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {.names = {"startdatetime", "createddatetime"}},
                take);
  }
};

}  // namespace

const Format& role_members_format() {
  static const RoleMembers format;
  return format;
}

}  // namespace digue::read
