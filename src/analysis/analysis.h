// Files to findings and answers.
//
// Each file is read by a worker process of its own (analysis/workers.h); what comes back is merged
// and deduplicated here, in an order that depends on the evidence only; then the detectors run over
// the whole, and their findings answer the items of the sheets.  The result is a pure function of
// the evidence, the settings and the rules: same bytes, same result.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/visibility.h"
#include "base/time.h"
#include "detect/link_users.h"
#include "detect/scene.h"
#include "event/event.h"
#include "finding/finding.h"
#include "finding/link_user.h"
#include "finding/sign_in_counts.h"
#include "organisation/organisation.h"
#include "read/format.h"

namespace digue::detect::sigma {
struct Loaded;
}

namespace digue::analysis {

// A file that is kept under another name than its own.
struct NamedFile {
  std::filesystem::path path;
  std::string name;  // as shown to people
};

struct Request {
  std::vector<std::filesystem::path> paths;
  std::vector<NamedFile> files;  // after those of `paths`
  organisation::Organisation organisation;
  std::vector<std::string> accounts;  // only findings about them; empty: all
  Instant since, until;               // only what happened then; unknown: no bound
  Instant contained;                  // when the containment was made; unknown: not asked
  // The folder of the fallback databases of places (analysis/site_databases.h); none when absent.
  std::optional<std::filesystem::path> fallback_places;
  std::optional<Zone> hours_zone;  // of the hours of sign_ins; the organisation's when absent
  // Where it tells no zone, dates that say none are read in the organisation's, if it has one set.
  read::Told told;
  std::optional<detect::Lure> lure;  // the link that each user's part in is asked about
  // Sigma rules to ask of Windows event logs; without, those that the product carries.
  std::shared_ptr<const detect::sigma::Loaded> rules;
  std::filesystem::path url_list;  // of known bad URLs (analysis/url_list.h); none when empty
  unsigned workers = 0;            // 0: one a core
  std::filesystem::path worker_program = "/proc/self/exe";
  unsigned hang_seconds = 300;  // a worker silent for so long is stopped
  std::uint64_t worker_memory_bytes = 512ULL << 20;
  // Asked now and then, on the caller's thread, with how many files were read; once it says no, the
  // analysis stops: refused.
  std::function<bool(std::size_t read)> go_on = {};
};

struct Summary {
  std::array<std::uint64_t, 5> by_severity{};  // indexed by finding::Severity
  Instant first, last;                         // of all dated events
  Instant intruder_first, intruder_last;       // of the acts held to be the intruder's
  // One of the two is as a file wrote it, in a zone nobody told.
  bool period_is_local = false, intruder_is_local = false;
  std::uint64_t events = 0;
  std::vector<std::string> compromised_accounts;  // lower case, sorted
  std::vector<std::string> intruder_addresses;    // canonical, sorted; proven ones
  std::vector<Message> remarks;  // rules that did not run, domains guessed, dates undecided
  double seconds = 0;            // the time taken; the one thing that changes from run to run
};

struct Result {
  std::vector<finding::Source> sources;  // in the order of the files
  std::vector<finding::Unreadable> unreadable;
  std::vector<finding::Finding> findings;     // in finding::before order
  std::vector<finding::Answer> answers;       // by item
  Visibility visibility;                      // of the Windows event logs
  std::vector<finding::LinkUser> link_users;  // when a link was asked about; by user
  finding::SignInCounts sign_ins;             // of the accounts and the time that were asked for
  Summary summary;
};

digue::Result<Result> analyze(const Request& request);

// What is told of files, with the organisation's zone where no other is told.
read::Told told_with_zone(read::Told told, const organisation::Organisation& organisation);

}  // namespace digue::analysis
