// Where what a rule's log source names is written: channels of Windows and event numbers, exports
// of cloud services (cloud_logs.h) or requests (request_logs.h), and how fields are called there.
//
// Source: Sigma's own taxonomy and its Windows, Sysmon and audit pipelines; Microsoft's pages of
// the events.  Constant tables: threads may share them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/registry_values.h"
#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

// Rules are written with Sysmon's names; another log of the same act has its own.
struct Dialect {
  struct Name {
    std::string_view rule, log;
  };
  struct Word {
    std::string_view field, rule, log;  // a value of that field, in lower case
  };
  // What no value of the log says by itself; not there when it comes out empty.
  struct Made {
    std::string_view rule;
    MadeFrom from;  // the log's names
    std::string (*make)(const MadeFrom& values);
  };
  std::span<const Name> names;
  std::span<const Word> words;
  std::span<const Made> made = {};
};

struct LogPlace {
  std::string_view channel;                  // lower case; empty: every channel
  std::span<const std::uint32_t> event_ids;  // empty: every event of the channel
  const Dialect* dialect = nullptr;          // nullptr: the log's names are the rules'
  // What else a record must say to be of the category, as a rule names it; nothing without a field.
  struct Where {
    std::string_view field, value;
  };
  Where where = {};
};

// Nothing when nothing that we read holds it.
std::vector<LogPlace> places_of(const LogSource& source);

// "windows/process_creation", "linux/auditd": what a person calls it.
std::string name_of(const LogSource& source);

}  // namespace digue::detect::sigma
