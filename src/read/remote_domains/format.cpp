// Remote domains as they stand: Get-RemoteDomain (CSV or JSON; CRT's RemoteDomainNames).  Of no
// family: what the transport lets through says nothing of what a mailbox forwards.
#include "read/format.h"

#include <array>

#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::array<DetailFrom, 3> mapping = {{
    {"DomainName", {"domainname"}},
    {"AutoForwardEnabled", {"autoforwardenabled"}},
    {"AllowedOOFType", {"allowedooftype"}},
}};

void take(Record& record) {
  if (record.text({"domainname"}).empty()) return;
  event::Event& event = record.begin(event::Action::remote_domain_state);
  event.operation = record.intern("RemoteDomain");
  event.object = record.intern(record.text({"name", "identity", "domainname"}));
  record.details(mapping);
  record.commit();
}

class RemoteDomains final : public Format {
 public:
  std::string_view name() const override { return "remote-domains"; }
  event::Family family() const override { return event::Family::none; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    return shape.has_all({"domainname", "autoforwardenabled"}) &&
                   !shape.has_any({"operation", "auditdata"})
               ? 90
               : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {}, take);
  }
};

}  // namespace

const Format& remote_domains_format() {
  static const RemoteDomains format;
  return format;
}

}  // namespace digue::read
