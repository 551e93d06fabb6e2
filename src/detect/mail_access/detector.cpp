// R19: which mails and files the intruder reached.  Three states: proven (the log names each
// message), presumed (a folder was synchronised, so all of it left), unknown (the log was cut
// short).  One finding an account for mails, one for files.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/mail_access/sentences.h"
#include "detect/mail_address.h"
#include "detect/tied_events.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Severity;

constexpr std::size_t names_shown = 30;

constexpr std::array mail_actions = {Action::mail_accessed};
constexpr std::array file_actions = {Action::file_accessed, Action::file_downloaded,
                                     Action::file_shared};

// What was reached, in the three states.
struct Reach {
  std::uint64_t proven_items = 0, throttled = 0;
  std::vector<std::string> synchronised;  // folders, once
  std::vector<std::uint32_t> events;
  std::set<std::string> mailboxes;
  bool surely = false;  // at least one event is tied for sure
};

class MailAccess final : public Detector {
 public:
  std::string_view rule() const override { return "R19"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 3> list = {
        "mail-account/scope.2", "mail-account/6.a.4", "mail-account/6.b.3"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log};
    return list;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    for (const auto& [account, tied] : tied_events(scene, mail_actions))
      tell_mails(scene, account, reach_of(scene, tied), findings);
    for (const auto& [account, tied] : tied_events(scene, file_actions))
      tell_files(scene, account, tied, findings);
  }

 private:
  static Reach reach_of(const Scene& scene, const TiedEvents& tied) {
    Reach reach;
    for (const auto index : tied.events) {
      const auto& event = scene.event(index);
      const auto tie = scene.tie(event);
      if (tie == Tie::probable && is_background(scene, event)) continue;
      reach.surely = reach.surely || tie == Tie::proven;
      reach.events.push_back(index);
      if (event.target != event::no_symbol) reach.mailboxes.emplace(scene.text(event.target));
      add_access(reach, scene, event);
    }
    return reach;
  }

  static void add_access(Reach& reach, const Scene& scene, const event::Event& event) {
    if (is_true(scene.trail.detail(event, "IsThrottled"))) ++reach.throttled;
    if (!equal_ignoring_case(scene.trail.detail(event, "MailAccessType"), "Sync")) {
      reach.proven_items += counted(scene, event, "Items", 0);
      return;
    }
    auto folders = scene.trail.all_details(event, "Folder");
    if (folders.empty()) folders.push_back("?");
    auto& known = reach.synchronised;
    for (const auto folder : folders)
      if (std::find(known.begin(), known.end(), folder) == known.end()) known.emplace_back(folder);
  }

  void tell_mails(const Scene& scene, const std::string& account, const Reach& reach,
                  std::vector<Finding>& findings) const {
    if (reach.events.empty()) return;
    auto finding = begin_finding(*this, account + "\nmails");
    const auto counts = tell<sentences::access_counts>(reach.proven_items,
                                                       reach.synchronised.size(), reach.throttled);
    finding.title = reach.surely ? tell<sentences::mail_read_by_intruder>(account, counts)
                                 : tell<sentences::mail_perhaps_read>(account, counts);
    finding.severity = reach.surely ? Severity::high : Severity::medium;
    finding.why.push_back(tie_line(reach.surely ? Tie::proven : Tie::probable));
    if (reach.proven_items > 0)
      finding.why.push_back(tell<sentences::access_proven>(reach.proven_items));
    if (!reach.synchronised.empty())
      finding.why.push_back(tell<sentences::access_presumed>(folders_of(reach)));
    if (reach.throttled > 0)
      finding.why.push_back(tell<sentences::access_unknown>(reach.throttled));
    for (const auto& mailbox : reach.mailboxes)
      if (mailbox != account) finding.why.push_back(fact("MailboxOwnerUPN", mailbox));
    cite_all(finding, scene, reach.events);
    findings.push_back(std::move(finding));
  }

  static std::string folders_of(const Reach& reach) {
    auto shown = reach.synchronised;
    if (shown.size() > names_shown) shown.resize(names_shown);
    return join(shown, ", ") + (shown.size() < reach.synchronised.size() ? "…" : "");
  }

  void tell_files(const Scene& scene, const std::string& account, const TiedEvents& tied,
                  std::vector<Finding>& findings) const {
    std::set<std::string_view> objects;
    std::set<std::string> lines;
    auto finding = begin_finding(*this, account + "\nfiles");
    finding.items = {"mail-account/scope.2", "mail-account/6.b.2", "mail-account/6.b.3"};
    finding.severity = tied.proven > 0 ? Severity::high : Severity::medium;
    finding.why.push_back(tie_line(tied.strongest()));
    for (const auto index : tied.events) {
      const auto& event = scene.event(index);
      cite(finding, scene, event);
      objects.insert(scene.text(event.object));
      auto line = fact(scene.text(event.operation), scene.text(event.object));
      if (lines.size() < names_shown && lines.insert(line.english).second)
        finding.why.push_back(std::move(line));
      for (const auto target : scene.trail.all_details(event, "SharingTarget"))
        for (auto& address : mail_addresses_in(target))
          if (is_outside(scene, address, account)) finding.indicators.push_back(std::move(address));
    }
    finding.title = tell<sentences::files_opened_by_intruder>(account, objects.size());
    findings.push_back(std::move(finding));
  }
};

}  // namespace

const Detector& mail_access_detector() {
  static const MailAccess detector;
  return detector;
}

}  // namespace digue::detect
