// A Sigma document as it is written: a rule, a filter or a correlation, not yet compiled.
//
// Plain values.  Source: the Sigma specification 2.1.0 (SigmaHQ, 2025-08-02).
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "finding/finding.h"

namespace digue::detect::sigma {

struct Value {
  enum class Kind : std::uint8_t { text, null };
  Kind kind = Kind::text;
  std::string text;
  int line = 0;
};

// `Image|endswith|cased: [...]`; without a name, keywords that are looked for in every field.
struct Item {
  std::string field;
  std::vector<std::string> modifiers;
  std::vector<Value> values;
  int line = 0;
};

// One named search: it holds when all items of one of its alternatives do.
struct Detection {
  std::string name;
  std::vector<std::vector<Item>> alternatives;
  int line = 0;
};

struct Condition {
  std::string text;
  int line = 0;
};

// Searches, and how they are joined.  Several conditions: any of them.
struct Detections {
  std::vector<Detection> searches;
  std::vector<Condition> conditions;
};

struct LogSource {
  std::string product, category, service;  // lower case; empty when not told
};

struct Rule {
  std::string file;  // as the person named it
  int line = 0;      // where the document begins
  std::string id;    // the rule's own, else its name, else its title
  std::string name, title, description, status;
  int version = 1;  // the day of its last change: 20250802
  finding::Severity level = finding::Severity::medium;
  std::vector<std::string> tags;
  LogSource source;
  Detections detections;
  std::vector<std::string> fields;  // worth showing of what it matches
  std::vector<std::string> kept;    // whose values correlations ask for
  bool correlated = false;          // a correlation asks for it
  bool silent = false;              // its matches are told by correlations alone
};

// Narrows rules: they match where its condition holds too.
struct Filter {
  std::string file;
  int line = 0;
  std::string title;
  LogSource source;
  bool any_rule = false;           // all rules of its log source
  std::vector<std::string> rules;  // ids or names
  Detections detections;
};

// Counts or orders what rules matched.
struct Correlation {
  enum class Kind : std::uint8_t {
    event_count,
    value_count,
    temporal,
    temporal_ordered,
    value_sum,
    value_avg,
    value_percentile
  };
  struct Limit {
    enum class Order : std::uint8_t { lt, lte, gt, gte, eq, neq };
    Order order = Order::gte;
    double value = 0;
  };
  // A name of its own for a field that the rules call differently.
  struct Alias {
    std::string name;
    std::vector<std::pair<std::string, std::string>> fields;  // rule, its field
  };
  std::string file;
  int line = 0;
  std::string id, name, title, description;
  int version = 1;  // as of a rule
  finding::Severity level = finding::Severity::medium;
  Kind kind = Kind::event_count;
  std::vector<std::string> rules;  // ids or names, of rules or of correlations
  std::vector<std::string> group_by;
  std::vector<Alias> aliases;
  std::int64_t timespan_ms = 0;
  std::vector<Limit> limits;        // all hold
  std::vector<std::string> fields;  // whose values are counted or summed
  double percentile = 50;
  bool generate = false;  // what the rules matched is told too
};

using Document = std::variant<Rule, Filter, Correlation>;

}  // namespace digue::detect::sigma
