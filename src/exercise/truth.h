// What an analysis of the exercise must say, and must not.  Written as truth.json; its format is in
// docs/exercise.md.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"

namespace digue::exercise {

// A fact that was planted and must be found.
struct Must {
  // "R10"; "sigma/domain-admins-member-added", a file of rules/windows; "containment" for the check
  // after T0.
  std::string rule;
  std::string at_least;                // severity
  std::string what;                    // for a person, in English
  std::vector<std::string> accounts;   // one of them must be named by the finding
  std::vector<std::string> addresses;  // documentation of the fact; need not all be named
  std::vector<std::string> indicators;
  std::vector<std::string> items;  // items of the sheet that it speaks to
  std::string subject;             // part of a subject's identity or name
  Instant time;
  // Families of event::family_name that allow it, each alone.
  std::vector<std::string> families;
  // Records whose removal takes the fact away: those that hold one of these texts...
  std::vector<std::string> planted;
  // ...and rows of one file, relative to the evidence, that hold all of theirs.
  struct Rows {
    std::string file;
    std::vector<std::string> texts;
  };
  std::vector<Rows> planted_rows;
  std::vector<std::string> hosts = {};  // one of them must be named; full names, lower case
};

// Something innocent that looks like a fault.
struct MustNot {
  std::vector<std::string> rules;  // empty: any
  std::vector<std::string> accounts;
  std::string subject;
  std::string at_or_above;  // severity that would accuse
  std::string why;
  std::vector<std::string> hosts = {};  // when not empty, the finding names one of them
};

// What people did with the link of a campaign: their mail addresses.
struct LinkTruth {
  std::string url, host;
  std::vector<std::string> sender;  // addresses that the campaign was sent from
  std::vector<std::string> received, opened, posted, downloaded, replied;
  std::vector<std::string> blocked;   // tried after the proxy refused it
  std::vector<std::string> machines;  // opened by no person: names, addresses
};

struct Truth {
  std::vector<Must> must;
  std::vector<MustNot> must_not;
  Instant contained_at;
  bool containment_holds = true;
  std::vector<std::string> compromised;  // accounts
  std::vector<std::string> intruder_addresses;
  std::vector<std::string> intruder_sessions;
  // Item and value when everything is given.
  std::vector<std::pair<std::string, std::string>> answers;
  std::vector<LinkTruth> links;
};

std::string truth_json(std::string_view exercise, const Truth& truth, std::uint64_t seed);

}  // namespace digue::exercise
