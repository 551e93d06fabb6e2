#include "incident/take.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "incident/draft.h"
#include "incident/finding_json.h"
#include "incident/fold.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

// Gathers the entries of one taking over, so that they are committed together.
class Taking {
 public:
  Taking(const State& state, const Analysis& analysis) : state_(state), analysis_(analysis) {}

  void gather() {
    for (const auto& finding : analysis_.findings) take(finding);
    for (const auto& answer : analysis_.answers) take(answer);
    for (const auto& account : analysis_.compromised_accounts) take_account(account);
    for (const auto& address : analysis_.intruder_addresses) take_address(address);
    // Nothing new and the same files: the run itself is already written.
    if (!drafts_.empty() || state_.sources.empty() || has_other_sign_ins()) say_run();
  }

  std::vector<logbook::Draft> drafts() { return std::move(drafts_); }
  const TakenOver& result() const { return result_; }

 private:
  void say(std::string_view kind, std::string body, logbook::References references) {
    drafts_.push_back({.kind = std::string(kind),
                       .author = std::string(program_author),
                       .references = std::move(references),
                       .body = std::move(body)});
  }

  bool has_other_sign_ins() const {
    if (analysis_.sign_ins.empty()) return false;
    return !state_.sign_ins ||
           finding::to_json(*state_.sign_ins) != finding::to_json(analysis_.sign_ins);
  }

  void say_run() {
    logbook::References references;
    for (const auto& source : analysis_.sources)
      if (references.evidence.size() < 500) references.evidence.push_back(source.sha256);
    say(kinds::analysis, analysis_body(analysis_.sources, analysis_.unreadable, analysis_.sign_ins),
        references);
    // The run stands before what it found.
    std::rotate(drafts_.begin(), drafts_.end() - 1, drafts_.end());
  }

  // Compared as written: what reads the same is not said again.
  template <class Map>
  static bool is_known(const Map& taken, const std::string& key, const std::string& body) {
    const auto found = taken.find(key);
    return found != taken.end() && found->second.digest == to_hex(sha256(body));
  }

  void take(const finding::Finding& finding) {
    std::string body = finding_body(finding, analysis_.sources);
    if (is_known(state_.findings, finding.id, body)) {
      ++result_.known;
      return;
    }
    logbook::References references{
        finding.accounts, finding.hosts, finding.addresses, {}, finding.items};
    for (auto* list : {&references.accounts, &references.hosts, &references.indicators})
      if (list->size() > 200) list->resize(200);  // the body holds them all
    say(kinds::finding, std::move(body), std::move(references));
    ++result_.findings;
  }

  void take(const finding::Answer& answer) {
    std::string body = answer_body(answer);
    if (is_known(state_.evidence_answers, answer.item, body)) return;
    logbook::References references;
    references.items = {answer.item};
    say(kinds::evidence_answer, std::move(body), references);
    ++result_.answers;
  }

  // What a person said of an account stands, whatever the analysis holds.
  void take_account(const std::string& account) {
    const std::string name = lower(account);
    if (state_.accounts.contains(name)) return;
    logbook::References references;
    references.accounts = {name};
    say(kinds::account,
        member_body({.name = name,
                     .standing = Standing::compromised,
                     .why = tell<sentences::account_from_findings>()}),
        references);
    ++result_.accounts;
  }

  void take_address(const std::string& address) {
    if (state_.indicators.contains(address)) return;
    logbook::References references;
    references.indicators = {address};
    say(kinds::indicator,
        indicator_body({.value = address,
                        .kind = "address",
                        .treatment = Treatment::observe,
                        .why = tell<sentences::address_from_findings>()}),
        references);
    ++result_.indicators;
  }

  const State& state_;
  const Analysis& analysis_;
  std::vector<logbook::Draft> drafts_;
  TakenOver result_;
};

}  // namespace

Result<TakenOver> take_findings(logbook::Logbook& logbook, const Analysis& analysis) {
  DIGUE_TRY(const State state, state_of(logbook));
  Taking taking(state, analysis);
  taking.gather();
  const auto drafts = taking.drafts();
  if (!drafts.empty()) DIGUE_CHECK(logbook.append_all(drafts));
  return taking.result();
}

}  // namespace digue::incident
