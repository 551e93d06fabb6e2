// Carriers: the ways in which appliances write named fields into one line of text.  Each puts the
// fields of a line where its product's tables look for them; views into the line, or into `scratch`
// for values whose escapes had to go.
#pragma once
#include <deque>
#include <string>
#include <string_view>

#include "read/appliance/products.h"

namespace digue::read {

inline constexpr std::size_t max_pairs = 256;   // named fields of one line
inline constexpr std::size_t fewest_pairs = 5;  // for key=value to be more than chance

// Texts that live until the next line.
using Scratch = std::deque<std::string>;

// False when the text is not of that carrier.
using Carry = bool (*)(std::string_view text, Products& products, Scratch& scratch);

// date=2026-03-08 srcip=10.0.0.1 user="jean" ...: FortiGate, Stormshield and many others.
bool carry_pairs(std::string_view text, Products& products, Scratch& scratch);
// Likewise, however few: where it is known what the fields are called.
bool carry_any_pairs(std::string_view text, Products& products, Scratch& scratch);

// CEF:0|vendor|product|version|class id|name|severity|src=10.0.0.1 msg=several words ...
// The header's fields are named deviceVendor, deviceProduct, deviceVersion, deviceEventClassId,
// name and severity; a field with a label (cs1Label=Rule cs1=x) has that name too.  The escapes of
// the format (\|, \=, \\, \n) are undone.  Source: ArcSight Common Event Format, revision 25.
bool carry_cef(std::string_view text, Products& products, Scratch& scratch);

// LEEF:1.0|vendor|product|version|event id|src=10.0.0.1<tab>usrName=jean; LEEF 2.0 says the
// separator itself, as a character or as its number (x5E, 0x5E).  The header's fields are named as
// those of CEF.  Source: IBM QRadar, Log Event Extended Format 2.0.
bool carry_leef(std::string_view text, Products& products, Scratch& scratch);

// Palo Alto Networks' columns, named as its documentation does, by the type of the log: TRAFFIC,
// THREAT, GLOBALPROTECT, SYSTEM, AUTHENTICATION.
bool carry_palo_alto(std::string_view text, Products& products, Scratch& scratch);

// pfSense's and OPNsense's filterlog: columns that depend on IPv4 or IPv6, TCP or UDP.
bool carry_filterlog(std::string_view text, Products& products, Scratch& scratch);

// The next field of one line of CSV, without its quotes; `rest` is past its comma.  False at the
// end.
bool next_column(std::string_view& rest, std::string_view& field, Scratch& scratch);

}  // namespace digue::read
