// R1, rare place: a country new for the account, that is no home of the organisation nor next to
// one, and where nobody else of it is usual.
//
// People travel: with their own program or device it is information; otherwise low, or medium when
// more signs meet.  A country alone never accuses.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/geography.h"
#include "detect/rare_place/sentences.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Symbol;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.1", "mail-account/7.a.1"};
constexpr std::size_t usual_accounts = 3;       // usual for that many people: not rare here
constexpr std::size_t home_share_percent = 20;  // of the people: a home, when none is given

// Which countries are ordinary for the organisation.
class Homes {
 public:
  explicit Homes(const Scene& scene) : given_(!scene.organisation.home_countries.empty()) {
    count_settled(scene);
    homes_ = scene.organisation.home_countries;
    if (!given_)
      for (const auto& [country, accounts] : settled_)
        if (accounts.size() * 100 >= people_ * home_share_percent) homes_.push_back(country);
  }

  bool is_ordinary(const std::string& country) const {
    const bool near = std::any_of(homes_.begin(), homes_.end(), [&](const auto& home) {
      return home == country || are_neighbours(home, country);
    });
    const auto settled = settled_.find(country);
    return near || (settled != settled_.end() && settled->second.size() >= usual_accounts);
  }
  bool unknown() const { return homes_.empty(); }
  Message told() const {
    return given_ ? tell<sentences::homes_given>(join(homes_, ", "))
                  : tell<sentences::homes_guessed>(join(homes_, ", "));
  }

 private:
  // An account is settled in a country where it is seen on several days apart.
  void count_settled(const Scene& scene) {
    const auto& visits = *scene.sign_ins;
    for (const auto account : visits.accounts()) {
      if (!is_person(scene.text(account))) continue;
      ++people_;
      std::map<std::string, Instant> first;
      for (const auto index : visits.of_account(account)) {
        const auto& visit = visits.visits()[index];
        const auto& country = visits.facts_of(visit).site.country;
        if (country.empty() || scene.tie(scene.event(visit.first_event)) == Tie::proven) continue;
        const auto [entry, is_new] = first.try_emplace(country, visit.from);
        if (!is_new && visit.from - entry->second >= SignIns::shortest_history)
          settled_[country].insert(account);
      }
    }
  }

  bool given_;
  std::size_t people_ = 0;
  std::map<std::string, std::set<Symbol>> settled_;
  std::vector<std::string> homes_;
};

class RareCountry {
 public:
  RareCountry(const Detector& detector, const Scene& scene, const Homes& homes,
              const std::vector<std::uint32_t>& visits)
      : detector_(detector), scene_(scene), homes_(homes), visits_(visits) {}

  Finding judge() {
    const auto account = scene_.text(first().account);
    const auto& country = scene_.sign_ins->facts_of(first()).site.country;
    auto finding = begin_finding(detector_, std::string(account) + '\n' + country);
    for (const auto index : visits_)
      finding.severity = std::max(finding.severity, severity(signs_of(index, finding.id)));
    finding.title = tell<sentences::country_is_rare>(account, country);
    finding.why.push_back(tell<sentences::rare_from>(visits_.size(), rfc3339(first().from),
                                                     rfc3339(last_moment()), places()));
    finding.why.push_back(homes_.told());
    if (own_client()) finding.why.push_back(tell<sentences::own_device_there>());
    signs_.tell_in(finding);
    for (const auto index : visits_) {
      cite_visit(finding, scene_, index);
      respect_fallback(finding, scene_.sign_ins->facts_of(visit(index)), signs_);
    }
    finding::tidy(finding);
    return finding;
  }

 private:
  const Visit& visit(std::uint32_t index) const { return scene_.sign_ins->visits()[index]; }
  const Visit& first() const { return visit(visits_.front()); }

  bool own_client() const {
    return std::all_of(visits_.begin(), visits_.end(), [&](auto index) {
      return scene_.sign_ins->novelty(scene_, index, Trait::device) == Novelty::known ||
             scene_.sign_ins->novelty(scene_, index, Trait::client) == Novelty::known;
    });
  }

  // The signs of one visit; those of all visits together are what is told.
  Signs signs_of(std::uint32_t index, std::string_view id) {
    Signs signs;
    look_at_place(scene_, index, signs);
    look_at_client(scene_, index, signs);
    look_at_acts(scene_, index, signs);
    look_at_intruder(scene_, index, id, signs);
    for (const auto& sign : signs.all()) signs_.add(sign);
    return signs;
  }

  // Never above medium, whatever meets: other rules say the rest.
  Severity severity(const Signs& signs) const {
    const auto others = signs.independent() - (signs.has(SignKind::place) ? 1U : 0U);
    if (signs.has(SignKind::intruder) || others >= 2) return Severity::medium;
    if (others == 1) return Severity::low;
    return own_client() ? Severity::info : Severity::low;
  }

  Instant last_moment() const {
    Instant last = first().to;
    for (const auto index : visits_) last = std::max(last, visit(index).to);
    return last;
  }

  std::string places() const {
    std::vector<std::string> texts;
    for (const auto index : visits_) {
      const auto& facts = scene_.sign_ins->facts_of(visit(index));
      auto text = place_text(facts, scene_.text(facts.address));
      if (texts.size() < 5 && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
    }
    return join(texts, " ; ");
  }

  const Detector& detector_;
  const Scene& scene_;
  const Homes& homes_;
  const std::vector<std::uint32_t>& visits_;
  Signs signs_;
};

class RarePlace final : public Detector {
 public:
  std::string_view rule() const override { return "R1"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const Homes homes(scene);
    if (homes.unknown()) return;
    const auto& visits = scene.sign_ins->visits();
    std::map<std::pair<Symbol, std::string>, std::vector<std::uint32_t>> rare;
    for (std::uint32_t i = 0; i < visits.size(); ++i) {
      const auto& visit = visits[i];
      const auto& facts = scene.sign_ins->facts_of(visit);
      if (!visit.signed_in || facts.country == 0 || !is_person(scene.text(visit.account))) continue;
      if (facts.kind == OperatorKind::relay || homes.is_ordinary(facts.site.country)) continue;
      if (scene.sign_ins->novelty(scene, i, Trait::country) == Novelty::known) continue;
      auto& mine = rare[{visit.account, facts.site.country}];
      if (mine.size() < visits_judged) mine.push_back(i);
    }
    for (const auto& [key, mine] : rare)
      findings.push_back(RareCountry(*this, scene, homes, mine).judge());
  }
};

}  // namespace

const Detector& rare_place_detector() {
  static const RarePlace detector;
  return detector;
}

}  // namespace digue::detect
