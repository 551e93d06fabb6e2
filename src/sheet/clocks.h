// What has to be declared, and within which time limit?  The clocks of sheets/clocks.yaml, as plain
// values.
//
// A clock has one starting fact, and regimes: what the law, or the contract, gave from a day to
// another.  The regime is that of the day on which the starting fact happened, in the incident's
// zone.  Whom to tell and how is text to read out: nothing here opens or sends anything.  The
// format is docs/sheets.md.  Values; thread-safe to read.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/problem.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// What an organisation may be under the law: the words of its own settings.
inline constexpr std::array<std::string_view, 8> regulated_words{
    "oiv",           "ose", "health", "finance", "administration", "classified", "nis2-essential",
    "nis2-important"};

struct TimeLimit {
  enum class Kind : std::uint8_t {
    hours,          // by the clock, nights and holidays included
    months,         // by the calendar: Regulation 1182/71, article 3
    without_delay,  // at once
    contract,       // what the organisation's contract says
  };
  Kind kind = Kind::hours;
  int count = 0;  // of hours and months
};
std::string_view time_limit_name(TimeLimit::Kind kind);  // "hours", "months", "without-delay"...

struct Regime {
  std::string valid_from, valid_to;  // YYYY-MM-DD, both days included; empty: no bound
  TimeLimit limit;
  Message source;
  std::string checked;  // YYYY-MM-DD: when someone last compared it with the source
  Message note;         // may be empty
  Place place;

  bool holds_on(std::string_view day) const;  // YYYY-MM-DD
};

// The organisations that it is for; everyone when nothing is said.
struct Scope {
  std::vector<std::string> regulated;  // any of them
  bool personal_data = false;          // that hold some
  bool insured = false;

  bool is_everyone() const { return regulated.empty() && !personal_data && !insured; }
};

struct Clock {
  std::string id;  // "cnil"
  Message title;   // verb first
  Message starts;  // its starting fact
  Message whom;    // who tells whom
  Message how;
  std::string contact;        // id of contacts.yaml; may be empty
  std::string after;          // starts when this other clock is met; may be empty
  bool from_opening = false;  // until someone dates it, count from the opening of the incident
  bool off = false;           // ready, but only for those who turn it on
  Scope scope;
  std::vector<Regime> regimes;  // by date
  Place place;

  const Regime* regime_on(std::string_view day) const;  // nothing when none holds that day
};

struct Clocks {
  std::string file, version, date;
  Message about;
  std::vector<Remark> notes;
  std::vector<Clock> clocks;  // in the order to show them

  bool present() const { return !clocks.empty(); }
  const Clock* find(std::string_view id) const;
};

struct ClocksReading {
  Clocks clocks;
  std::vector<Problem> problems;  // by line
};

// Strict, as read_sheet(): every problem is noted, with its place.  `file` is how messages call it.
ClocksReading read_clocks(std::string_view bytes, const std::string& file);

// The contacts that clocks name must exist.
std::vector<Problem> check_contacts(const Clocks& clocks, std::span<const std::string> contacts);

}  // namespace digue::sheet
