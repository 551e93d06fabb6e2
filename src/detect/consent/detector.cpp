// R14: applications that were given rights over mail, files or the directory.  One finding an
// application.  The record of a consent bears no address: only the account and the time tie it to
// an intruder, so such a tie is never more than probable.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/consent/known_applications.h"
#include "detect/consent/sentences.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr int review_from = 40;
constexpr int bad_from = 60;

namespace points {
constexpr int dangerous_scope = 30;
constexpr int writing_scope = 5;
constexpr int offline_access = 5;
constexpr int known_bad = 60;
constexpr int look_alike = 40;
constexpr int meaningless_name = 30;
constexpr int named_as_account = 25;
constexpr int local_reply = 20;
constexpr int known_tool = 30;
constexpr int unverified = 10;
constexpr int proven_tie = 40;
constexpr int probable_tie = 25;
}  // namespace points

// One application through its consents, its registration and its exported grants.
struct Application {
  std::string id, name, owner;
  std::vector<std::uint32_t> consents, registrations, states;
  std::set<std::string> scopes, reply_urls, users;
  bool for_all = false, unverified = false;
};

class Consent final : public Detector {
 public:
  std::string_view rule() const override { return "R14"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 1> list = {"mail-account/2.b.1"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log, event::Family::consents};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const Consent& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings) {}

  void run() {
    for (const auto action :
         {Action::consent_granted, Action::consent_state, Action::application_added})
      learn_objects(action);
    // Those that give the id first: the others join them by object or by name.
    for (const bool with_id : {true, false}) {
      collect(Action::consent_granted, &Application::consents, with_id);
      collect(Action::consent_state, &Application::states, with_id);
      collect(Action::application_added, &Application::registrations, with_id);
    }
    for (const auto& [key, application] : applications_) judge(key, application);
  }

 private:
  // The Azure AD audit wraps values as JSON: ["clony"].
  static std::string plain(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text))
      if (std::string_view("[]\"\r\n").find(c) == std::string_view::npos) out += c;
    return std::string(trimmed(out));
  }

  std::string detail(const event::Event& event, std::string_view name) const {
    return plain(scene_.trail.detail(event, name));
  }

  // A grant's record names the resource it opens; that is not the application's name.
  std::string name_of(const event::Event& event) const {
    const auto resource = detail(event, "ResourceDisplayName");
    for (const auto* name : {"AppDisplayName", "DisplayName", "ClientDisplayName"})
      if (auto value = detail(event, name); !value.empty() && value != resource) return value;
    return {};
  }

  // Out of a plain list, or of the JSON that the directory's audit writes.
  static void add_urls(std::set<std::string>& urls, std::string_view text) {
    for (auto at = text.find("http"); at != std::string_view::npos; at = text.find("http", at)) {
      const auto end = std::min(text.find_first_of(" \t\r\n\"',;", at), text.size());
      urls.emplace(text.substr(at, end - at));
      at = end;
    }
  }

  void collect(Action action, std::vector<std::uint32_t> Application::* list, bool with_id) {
    for (const auto index : scene_.of(action)) {
      const auto& event = scene_.event(index);
      if ((event.application != event::no_symbol) != with_id) continue;
      const auto name = name_of(event);
      const auto key = key_of(event, name);
      auto& application = applications_[key];
      if (with_id && key == lower(scene_.text(event.application)))
        application.id = scene_.text(event.application);
      if (!name.empty()) application.name = name;
      (application.*list).push_back(index);
      read(application, event);
      remember(key, "object\n" + lower(scene_.text(event.object)));
      remember(key, "name\n" + lower(name));
    }
  }

  static std::string alias_of(std::string_view object, std::string_view name) {
    return "object and name\n" + lower(object) + "\n" + lower(name);
  }

  // In a tenant an application stands as an object, whose id some exports give for its own (the
  // clientId of Graph's oauth2PermissionGrant): told by the records that give both.
  void learn_objects(Action action) {
    for (const auto index : scene_.of(action)) {
      const auto& event = scene_.event(index);
      const auto name = name_of(event);
      if (event.application == event::no_symbol || event.object == event::no_symbol) continue;
      if (event.application == event.object || name.empty()) continue;
      remember(lower(scene_.text(event.application)), alias_of(scene_.text(event.object), name));
    }
  }

  std::string key_of(const event::Event& event, const std::string& name) const {
    if (event.application != event::no_symbol) {
      const auto known = by_alias_.find(alias_of(scene_.text(event.application), name));
      return known != by_alias_.end() ? known->second : lower(scene_.text(event.application));
    }
    const auto object = "object\n" + lower(scene_.text(event.object));
    for (const auto& alias : {object, "name\n" + lower(name)})
      if (const auto known = by_alias_.find(alias); known != by_alias_.end()) return known->second;
    return name.empty() ? object : lower(name);
  }

  // Of two applications with one name the smaller id keeps it, whatever the order of rows.
  void remember(const std::string& key, const std::string& alias) {
    if (alias.ends_with('\n')) return;
    const auto [known, fresh] = by_alias_.emplace(alias, key);
    if (!fresh && key < known->second) known->second = key;
  }

  void read(Application& application, const event::Event& event) const {
    for (const auto* name : {"Scope", "Permission"})
      for (const auto value : scene_.trail.all_details(event, name))
        for (const auto scope : split(value, ' '))
          if (!trimmed(scope).empty()) application.scopes.emplace(trimmed(scope));
    for (const auto* name : {"ReplyUrl", "ReplyUrls"})
      for (const auto value : scene_.trail.all_details(event, name))
        add_urls(application.reply_urls, value);
    if (auto owner = detail(event, "AppOwnerOrganizationId"); !owner.empty())
      application.owner = std::move(owner);
    read_publisher(application, event);
    if (contains_ignoring_case(detail(event, "ConsentType"), "AllPrincipals"))
      application.for_all = true;
    const auto user = event.target == event::no_symbol ? event.account : event.target;
    if (scene_.text(user).find('@') != std::string_view::npos)
      application.users.emplace(scene_.text(user));
  }

  // Said to be unverified, not merely silent about it.
  void read_publisher(Application& application, const event::Event& event) const {
    for (const auto& detail : scene_.trail.details_of(event)) {
      const auto name = scene_.text(detail.name);
      if (!starts_with_ignoring_case(name, "VerifiedPublisher")) continue;
      const auto value = trimmed(scene_.text(detail.value));
      application.unverified = value.empty() || equal_ignoring_case(value, "false");
    }
  }

  struct Score {
    int total = 0;
    std::vector<Message> why;
    void add(int weight, Message reason) {
      total += weight;
      why.push_back(std::move(reason));
    }
  };

  Score weigh(const Application& application) const {
    Score score;
    weigh_name(score, application);
    weigh_scopes(score, application);
    for (const auto& url : application.reply_urls)
      if (is_local(url)) {
        score.add(points::local_reply, tell<sentences::application_reply_local>(url));
        if (const auto tool = tool_of_reply(url); !tool.empty())
          score.add(points::known_tool, tell<sentences::application_is_tool>(tool));
        break;
      }
    if (application.unverified && score.total > 0)
      score.add(points::unverified, tell<sentences::application_unverified>());
    return score;
  }

  static bool is_local(std::string_view url) {
    return contains_ignoring_case(url, "://localhost") || contains_ignoring_case(url, "://127.") ||
           contains_ignoring_case(url, "://[::1]");
  }

  void weigh_name(Score& score, const Application& application) const {
    const auto& name = application.name;
    if (const auto known = abused_application(application.id, name); !known.empty())
      score.add(points::known_bad, tell<sentences::application_known_bad>(known));
    if (name.empty()) return;
    auto word = imitated_word(name);
    if (word.empty()) word = misspelt_brand(name);
    if (!word.empty())
      score.add(points::look_alike, tell<sentences::application_looks_like>(name, word));
    else if (claims_provider(name) && !application.owner.empty())  // first parties went before
      score.add(points::look_alike, tell<sentences::application_claims_provider>(name));
    if (is_meaningless_name(name))
      score.add(points::meaningless_name, tell<sentences::application_name_meaningless>(name));
    const auto address = lower(name);
    if (address.find('@') != std::string::npos && scene_.own_domain(address))
      score.add(points::named_as_account, tell<sentences::application_named_as_account>(name));
  }

  static void weigh_scopes(Score& score, const Application& application) {
    const auto& scopes = application.scopes;
    std::string dangerous;
    for (const auto& scope : scopes)
      if (is_dangerous_scope(scope)) dangerous += (dangerous.empty() ? "" : " ") + scope;
    if (dangerous.empty()) return;
    score.add(points::dangerous_scope, fact("Scope", dangerous));
    if (std::any_of(scopes.begin(), scopes.end(), is_writing_scope))
      score.total += points::writing_scope;
    if (scopes.contains("offline_access"))
      score.add(points::offline_access, fact("Scope", "offline_access"));
  }

  bool is_ours(const Application& application) const {
    const auto& known = scene_.organisation.known_applications;
    return std::find(known.begin(), known.end(), lower(application.id)) != known.end();
  }

  Tie tie_of(const Application& application, std::string_view but_for) const {
    Tie strongest = Tie::none;
    for (const auto* list : {&application.consents, &application.registrations})
      for (const auto index : *list)
        strongest = std::max(strongest, scene_.tie(scene_.event(index), but_for));
    return strongest;
  }

  void judge(const std::string& key, const Application& application) {
    if (is_ours(application) || is_first_party(application.owner)) return;
    auto finding = begin_finding(detector_, key);
    auto score = weigh(application);
    const bool bad_in_itself = score.total >= bad_from;
    const auto tie = tie_of(application, finding.id);
    if (tie != Tie::none && score.total > 0)
      score.add(tie == Tie::proven ? points::proven_tie : points::probable_tie, tie_line(tie));
    if (score.total < review_from) return;
    describe(finding, application, score);
    const auto pursue = bad_in_itself ? follow : pivot_on;
    for (const auto index : application.consents)
      pursue(finding, scene_, scene_.event(index), Pivot::Certainty::probable);
    if (score.total >= bad_from) add_application_pivot(finding, application, bad_in_itself);
    finding.seeds_intruder = score.total >= bad_from;
    findings_.push_back(std::move(finding));
  }

  // What the application reads and sends from now on is the intruder's.
  static void add_application_pivot(Finding& finding, const Application& application,
                                    bool bad_in_itself) {
    if (application.id.empty()) return;
    const auto certainty = bad_in_itself ? Pivot::Certainty::proven : Pivot::Certainty::probable;
    finding.pivots.push_back({Pivot::Kind::application, certainty, lower(application.id), ""});
  }

  void describe(Finding& finding, const Application& application, const Score& score) const {
    const bool bad = score.total >= bad_from;
    const auto& name = application.name.empty() ? application.id : application.name;
    finding.severity = bad ? Severity::high : Severity::medium;
    finding.title =
        bad ? tell<sentences::consent_dangerous>(name) : tell<sentences::consent_to_review>(name);
    finding.why = score.why;
    if (!application.id.empty()) finding.why.push_back(fact("AppId", application.id));
    if (application.for_all)
      finding.why.push_back(tell<sentences::consent_for_all>());
    else if (!application.users.empty())
      finding.why.push_back(tell<sentences::consent_by_user>(users_of(application)));
    finding.why.push_back(tell<sentences::consent_score>(score.total, review_from, bad_from));
    cite_acts(finding, scene_, application.consents);
    cite_acts(finding, scene_, application.registrations);
    cite_all(finding, scene_, application.states);
    add_subjects(finding, application);
  }

  static std::string users_of(const Application& application) {
    constexpr std::size_t shown = 10;
    std::vector<std::string> users(application.users.begin(), application.users.end());
    if (users.size() <= shown) return join(users, ", ");
    users.resize(shown);
    return join(users, ", ") + "…";
  }

  void add_subjects(Finding& finding, const Application& application) const {
    finding::Subject subject{"application", application.id, application.name, "", {}};
    for (const auto& scope : application.scopes) subject.state.emplace_back("Scope", scope);
    finding.subjects.push_back(std::move(subject));
    std::set<std::string> grants;
    for (const auto* list : {&application.states, &application.consents})
      for (const auto index : *list) add_grant(finding, grants, scene_.event(index));
  }

  // A grant or service principal is what the revoking command takes.
  void add_grant(Finding& finding, std::set<std::string>& seen, const event::Event& event) const {
    const std::string object(scene_.text(event.object));
    if (object.empty() || !seen.insert(object).second) return;
    finding::Subject subject{
        "consent", object, name_of(event), std::string(scene_.text(event.target)), {}};
    for (const auto* name : {"ConsentType", "Scope", "Permission", "ResourceDisplayName"})
      for (const auto value : scene_.trail.all_details(event, name))
        subject.state.emplace_back(name, value);
    finding.subjects.push_back(std::move(subject));
  }

  const Consent& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
  std::map<std::string, Application> applications_;
  std::map<std::string, std::string> by_alias_;  // object or name to the key of its application
};

void Consent::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& consent_detector() {
  static const Consent detector;
  return detector;
}

}  // namespace digue::detect
