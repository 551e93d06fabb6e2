// Records of the exports of Microsoft 365 and Entra, as Sigma rules see them: the same rows that
// the formats read (read/m365_audit_csv, read/entra_sign_ins...), whatever wraps them.
//
// Views live until the next record.  Of one thread.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "detect/sigma/engine.h"
#include "read/fields.h"

namespace digue::analysis {

// The channel (detect/sigma/cloud_logs.h) of what that format reads; empty when rules are for none
// of it.
std::string_view rule_channel_of(std::string_view format);

class ExportReader {
 public:
  ExportReader(const detect::sigma::RuleSet& rules, std::string_view channel);

  // Every record of the (decoded) text that can be read, in its order; `take` may ask what follows.
  // Counts those that cannot.
  void read(std::string_view text, const std::function<void()>& take);

  // Of the record under way.
  const std::vector<std::uint32_t>& matched() const { return *matched_; }
  std::uint64_t offset() const { return offset_; }
  std::uint32_t line() const { return line_; }
  Instant time() const;  // unknown when it says none, or one without a zone that is not known
  // Lower case; empty when it names none.
  std::string account() const;
  std::string address() const;
  std::string identity() const;  // its own, else made of what it says

  detect::sigma::RuleMatcher& matcher() { return matcher_; }
  const detect::sigma::Bucket* bucket() const { return bucket_; }
  std::uint64_t records() const { return records_; }
  std::uint64_t unread() const { return unread_; }

 private:
  struct Asked {
    detect::sigma::FieldId field;
    std::string name;                // the rule's
    std::vector<std::string> paths;  // the best first
  };
  bool unwrap();
  void match();
  void add(const Asked& asked);
  bool add_path(const Asked& asked, std::string_view path);
  bool add_pair(const Asked& asked);
  std::string_view first_of(read::Fields::Names paths) const { return fields_->text(paths); }

  detect::sigma::RuleMatcher matcher_;
  const detect::sigma::Bucket* bucket_;
  std::vector<Asked> asked_;
  read::Fields outer_, inner_;
  const read::Fields* fields_ = &outer_;
  std::string wrapped_;
  const std::vector<std::uint32_t>* matched_ = nullptr;
  std::uint64_t offset_ = 0, records_ = 0, unread_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace digue::analysis
