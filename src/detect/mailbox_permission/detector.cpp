// R13: rights over a mailbox, its folders and its name, given by a person.  One finding for what
// one grantee got on one mailbox.  Everyone may read a calendar; everyone may not read an inbox.
#include "detect/detector.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/mailbox_permission/grants.h"
#include "detect/mailbox_permission/sentences.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Pivot;
using finding::Severity;
using Object = Grant::Object;

// One person who opens this many mailboxes within a day is not lending a hand to a colleague.
constexpr std::size_t many_mailboxes = 3;

bool is_shared_by_custom(std::string_view folder) {
  static constexpr std::array<std::string_view, 12> names = {
      "calendar", "calendrier", "kalender",  "calendario", "agenda", "contacts",
      "contact",  "kontakte",   "contactos", "tasks",      "taches", "freebusy"};
  const auto plain = folded(folder);
  return std::any_of(names.begin(), names.end(),
                     [&](auto name) { return plain.find(name) != std::string::npos; });
}

// "FolderVisible", "AvailabilityOnly", "None": nothing of the mails can be read.
bool reads(std::string_view right) {
  static constexpr std::array<std::string_view, 13> words = {
      "fullaccess",  "readany", "readitems",   "readpermission", "reviewer",
      "editor",      "owner",   "author",      "contributor",    "changepermission",
      "changeowner", "sendas",  "sendonbehalf"};
  const auto plain = folded(right);
  return plain != "contributor" && std::any_of(words.begin(), words.end(), [&](auto word) {
           return plain.find(word) != std::string::npos;
         });
}

// A right that an export alone makes worth a look: the whole mailbox, its name, or a mail folder
// to write in.
bool is_strong(std::string_view right) {
  static constexpr std::array<std::string_view, 7> words = {
      "fullaccess", "sendas", "changepermission", "changeowner", "owner", "editor", "editany"};
  const auto plain = folded(right);
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return plain.find(word) != std::string::npos; });
}

class MailboxPermission final : public Detector {
 public:
  std::string_view rule() const override { return "R13"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 2> list = {"mail-account/2.a.1",
                                                             "mail-account/2.a.3"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log,
                                        event::Family::mailbox_permissions};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const MailboxPermission& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings), grants_(scene.once<Grants>()) {}

  void run() {
    for (const auto& grant : grants_.all()) judge(grant);
  }

 private:
  void judge(const Grant& grant) {
    if (std::none_of(grant.rights.begin(), grant.rights.end(), reads)) return;
    if (grant.object == Object::folder && is_everyone(grant.grantee)) return judge_everyone(grant);
    if (grant.object == Object::folder && is_shared_by_custom(grant.folder) && !is_tied(grant))
      return;
    judge_person(grant);
  }

  bool is_tied(const Grant& grant) const {
    return std::any_of(grant.added.begin(), grant.added.end(),
                       [&](auto index) { return scene_.tie(scene_.event(index)) != Tie::none; });
  }

  void judge_everyone(const Grant& grant) {
    if (is_shared_by_custom(grant.folder)) return;
    auto finding = begin(grant);
    finding.title = tell<sentences::folder_open_to_everyone>(
        grant.mailbox, grant.folder.empty() ? std::string("\\") : grant.folder,
        join(grant.rights, ", "));
    finding.severity = Severity::high;
    finish(std::move(finding), grant, false);
  }

  void judge_person(const Grant& grant) {
    auto finding = begin(grant);
    std::vector<Message> reasons;
    weigh_grantee(reasons, grant);
    if (!by_administrator(grant)) weigh_actor(reasons, grant);
    Tie tie = Tie::none;
    for (const auto index : grant.added)
      tie = std::max(tie, scene_.tie(scene_.event(index), finding.id));
    const bool concerns_victim = is_victim(grant.mailbox) || is_victim(grant.grantee);
    const bool strong = std::any_of(grant.rights.begin(), grant.rights.end(), is_strong);
    if (grant.added.empty() && reasons.empty() && !concerns_victim && !strong) return;
    const auto rights = join(grant.rights, ", ");
    finding.title = grant.added.empty()
                        ? tell<sentences::mailbox_is_open_to>(grant.mailbox, grant.grantee, rights)
                        : tell<sentences::mailbox_opened_to>(grant.mailbox, grant.grantee, rights);
    finding.why = reasons;
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    finding.severity = severity_of(finding, grant, !reasons.empty(), tie);
    finish(std::move(finding), grant, looks_false(grant));
  }

  bool is_victim(const std::string& account) const {
    const auto symbol = scene_.trail.symbols.find(account);
    return symbol != event::no_symbol && scene_.intruder.windows.contains(symbol);
  }

  bool by_administrator(const Grant& grant) const {
    const auto& known = scene_.organisation.administrators;
    return !grant.added.empty() &&
           std::all_of(grant.added.begin(), grant.added.end(), [&](auto index) {
             const auto actor = scene_.text(scene_.event(index).account);
             return std::find(known.begin(), known.end(), actor) != known.end();
           });
  }

  Severity severity_of(Finding& finding, const Grant& grant, bool odd, Tie tie) const {
    if (tie == Tie::proven) return Severity::critical;
    if (tie == Tie::probable || (odd && !grant.added.empty())) return Severity::high;
    if (odd) return Severity::medium;
    if (by_administrator(grant)) {
      finding.why.push_back(tell<sentences::grant_by_administrator>());
      return Severity::info;
    }
    if (grant.added.empty())
      return std::any_of(grant.rights.begin(), grant.rights.end(), is_strong) ? Severity::medium
                                                                              : Severity::low;
    return by_owner(grant) ? Severity::low : Severity::medium;
  }

  // Opening one's own folders to a colleague is how delegation is done.
  bool by_owner(const Grant& grant) const {
    return grant.object == Object::folder &&
           std::all_of(grant.added.begin(), grant.added.end(), [&](auto index) {
             return scene_.text(scene_.event(index).account) == grant.mailbox;
           });
  }

  bool looks_false(const Grant& grant) const {
    return grant.object != Object::folder && !imitated_word(local_part_of(grant.grantee)).empty();
  }

  void weigh_grantee(std::vector<Message>& reasons, const Grant& grant) const {
    if (is_outside(scene_, grant.grantee, grant.mailbox))
      reasons.push_back(tell<sentences::grantee_outside>(grant.grantee));
    if (const auto word = imitated_word(local_part_of(grant.grantee)); !word.empty())
      reasons.push_back(tell<sentences::grantee_looks_like>(grant.grantee, word));
  }

  void weigh_actor(std::vector<Message>& reasons, const Grant& grant) const {
    for (const auto index : grant.added) {
      const auto& event = scene_.event(index);
      const auto actor = scene_.text(event.account);
      // Opening one's own mailbox to another is a delegation; taking another's is not.
      if (actor == grant.grantee) add_once(reasons, tell<sentences::grants_to_oneself>(actor));
      if (!event.time.known()) continue;
      const auto opened = grants_.opened_on_day_of(event);
      if (opened >= many_mailboxes) add_once(reasons, tell<sentences::grants_many>(actor, opened));
    }
  }

  static void add_once(std::vector<Message>& reasons, Message reason) {
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(std::move(reason));
  }

  Finding begin(const Grant& grant) const {
    return begin_finding(detector_,
                         grant.mailbox + '\n' + grant.grantee + '\n' + lower(grant.folder));
  }

  void finish(Finding finding, const Grant& grant, bool seeds) {
    finding.accounts.push_back(grant.mailbox);
    if (grant.grantee.find('@') != std::string::npos) finding.accounts.push_back(grant.grantee);
    for (const auto& right : grant.rights) finding.why.push_back(fact("AccessRights", right));
    cite_acts(finding, scene_, grant.added);
    cite_all(finding, scene_, grant.states);
    for (const auto index : grant.removed) {
      finding.evidence.push_back({scene_.event(index).place});
      finding.why.push_back(tell<sentences::grant_removed>(act_line(scene_, scene_.event(index))));
    }
    if (grant.added.empty()) finding.why.push_back(tell<sentences::state_without_date>());
    add_subjects(finding, grant);
    finding.seeds_intruder = seeds && !grant.added.empty();
    for (const auto index : grant.added)
      follow(finding, scene_, scene_.event(index), Pivot::Certainty::proven);
    findings_.push_back(std::move(finding));
  }

  // Rights over the mailbox and rights to send in its name are withdrawn by different commands.
  static void add_subjects(Finding& finding, const Grant& grant) {
    const auto add = [&](const char* kind, bool sending) {
      std::vector<std::pair<std::string, std::string>> state = {{"User", grant.grantee}};
      for (const auto& right : grant.rights)
        if (grant.object == Object::folder || starts_with_ignoring_case(right, "Send") == sending)
          state.emplace_back("AccessRights", right);
      if (state.size() == 1) return;
      const auto identity =
          grant.object == Object::folder ? grant.mailbox + ':' + grant.folder : grant.mailbox;
      finding.subjects.push_back({kind, identity, grant.grantee, grant.mailbox, std::move(state)});
    };
    if (grant.object == Object::folder) return add("folder-permission", false);
    add("mailbox-permission", false);
    add("send-permission", true);
  }

  const MailboxPermission& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
  const Grants& grants_;
};

void MailboxPermission::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& mailbox_permission_detector() {
  static const MailboxPermission detector;
  return detector;
}

}  // namespace digue::detect
