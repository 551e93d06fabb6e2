// A record of a Windows event log, as rules see it: what Windows says of every event under the
// names that Sigma gives it (EventID, Channel, Provider_Name...), the data under the event's own.
//
// Of one thread.
#pragma once
#include "detect/sigma/engine.h"
#include "read/evtx/decoder.h"

namespace digue::cli::verbs::sigma {

class RecordReader {
 public:
  explicit RecordReader(const detect::sigma::RuleSet& rules) : rules_(rules), matcher_(rules) {}

  // What could not be read, or nothing; bucket() then says which rules there are for it.
  const char* read(read::evtx::Record& record);
  const detect::sigma::Bucket* bucket() const { return bucket_; }
  detect::sigma::RuleMatcher& matcher() { return matcher_; }
  const read::evtx::Fields& fields() const { return fields_; }

 private:
  const detect::sigma::RuleSet& rules_;
  detect::sigma::RuleMatcher matcher_;
  read::evtx::Fields fields_;
  const detect::sigma::Bucket* bucket_ = nullptr;
};

// The names that rules use for it: one, or two.
std::vector<std::string> rule_names(read::evtx::Section section, std::string_view name);

}  // namespace digue::cli::verbs::sigma
