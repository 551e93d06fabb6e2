// What Windows' Network Policy Server (RRAS, 802.1X, VPN gateways) accounts for: lines of columns
// ("database-compatible") or of XML ("DTS").  A sign-in that it accepted or rejected is credentials
// checked; the start and the stop of a session through a virtual port is a VPN's.  Dates are the
// month first, whatever the server's language.
// Source: Microsoft, "Interpret NPS Database Format Log Files", "Interpret IAS Format Log Files".
#include <array>

#include "read/appliance/log_lines.h"
#include "read/xml_leaves.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

// Names of the XML form; in the columns' order, "" is passed over.
constexpr auto columns = std::to_array<std::string_view>({"Computer-Name",
                                                          "Event-Source",
                                                          "date",
                                                          "clock",
                                                          "Packet-Type",
                                                          "User-Name",
                                                          "Fully-Qualified-User-Name",
                                                          "Called-Station-Id",
                                                          "Calling-Station-Id",
                                                          "",
                                                          "Framed-IP-Address",
                                                          "NAS-Identifier",
                                                          "NAS-IP-Address",
                                                          "",
                                                          "",
                                                          "Client-IP-Address",
                                                          "Client-Friendly-Name",
                                                          "",
                                                          "",
                                                          "NAS-Port-Type",
                                                          "",
                                                          "",
                                                          "",
                                                          "Authentication-Type",
                                                          "NP-Policy-Name",
                                                          "Reason-Code",
                                                          "Class",
                                                          "",
                                                          "",
                                                          "",
                                                          "",
                                                          "Acct-Status-Type",
                                                          "",
                                                          "Acct-Input-Octets",
                                                          "Acct-Output-Octets",
                                                          "Acct-Session-Id",
                                                          "",
                                                          "Acct-Session-Time"});

constexpr std::array signs = {Test{"Packet-Type"}, Test{"Computer-Name"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "Timestamp"},
    {Part::day, "date"},
    {Part::clock, "clock"},
    {Part::account, "User-Name"},
    {Part::account, "SAM-Account-Name"},
    {Part::account, "Fully-Qualified-User-Name"},
    {Part::address, "Calling-Station-Id"},
    {Part::device, "Computer-Name"},
    {Part::session, "Acct-Session-Id"},
    {Part::code, "Reason-Code"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"GivenAddress", "Framed-IP-Address"},
    {"Gateway", "Client-Friendly-Name"},
    {"GatewayAddress", "Client-IP-Address"},
    {"Policy", "NP-Policy-Name"},
    {"ReasonCode", "Reason-Code"},
    {"PortType", "NAS-Port-Type"},
    {"AccountingStatus", "Acct-Status-Type"},
    {"BytesIn", "Acct-Input-Octets"},
    {"BytesOut", "Acct-Output-Octets"},
    {"Duration", "Acct-Session-Time"},
});
// Packets: 2 Access-Accept, 3 Access-Reject, 4 Accounting-Request (1 start, 2 stop).
constexpr std::array kinds = std::to_array<Kind>({
    {{"Packet-Type", "2"}, {}, Action::credentials_checked, Verdict::success},
    {{"Packet-Type", "3"}, {}, Action::credentials_checked, Verdict::failure},
    {{"virtual", "1"}, {}, Action::vpn_opened, Verdict::success},
    {{"virtual", "2"}, {}, Action::vpn_closed, Verdict::success},
});
constexpr Product table = {"NPS", signs, parts, details, kinds};

// A session of a VPN: accounted for, on a virtual port (5).
void put_session(Products& products) {
  if (products.value_of("Packet-Type") == "4" && products.value_of("NAS-Port-Type") == "5")
    products.put("virtual", products.value_of("Acct-Status-Type"));
}

bool carry_columns(std::string_view text, Products& products, Scratch& scratch) {
  std::string_view field;
  std::size_t count = 0;
  for (; count < columns.size() && next_column(text, field, scratch); ++count) {
    if (count == 1 && field != "IAS" && field != "RAS") return false;
    if (!columns[count].empty()) products.put(columns[count], field);
  }
  put_session(products);
  return count >= 6;
}

// <Event><Timestamp data_type="4">03/08/2026 02:11:07.123</Timestamp>...</Event>
bool carry_xml(std::string_view text, Products& products, Scratch& scratch) {
  if (!text.starts_with("<Event>")) return false;
  XmlLeaves leaves(text, scratch);
  std::size_t count = 0;
  for (XmlLeaf leaf; count < max_pairs && leaves.next(leaf); ++count)
    products.put(leaf.name, leaf.value);
  put_session(products);
  return count > 0;
}

bool carry(std::string_view text, Products& products, Scratch& scratch) {
  return carry_xml(text, products, scratch) || carry_columns(text, products, scratch);
}

bool is_mine(std::string_view line) {
  if (line.starts_with("<Event><Timestamp data_type=")) return true;
  return line.find(",\"IAS\",") < 80 || line.find(",\"RAS\",") < 80;
}

class NpsFormat final : public Format {
 public:
  std::string_view name() const override { return "nps"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, 92, is_mine);
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Told ours = told;
    ours.date_order = DateOrder::month_first;
    static constexpr std::array<const Product*, 1> products = {&table};
    LogLines lines(text, ours, sink, products);
    read_lines(text, sink, name(), [&](const Line& line) { return lines.fill(line, carry); });
    lines.finish();
  }
};

}  // namespace

const Format& nps_format() {
  static const NpsFormat format;
  return format;
}

}  // namespace digue::read
