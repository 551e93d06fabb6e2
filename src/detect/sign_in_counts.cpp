#include "detect/sign_in_counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "detect/geography.h"
#include "detect/journeys.h"
#include "detect/sign_ins.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Symbol;
using event::Verdict;
using finding::MapPoint;
using finding::SignInCounts;
using finding::SignInJourney;
using finding::SignInPlace;
using finding::SignInStreak;
using finding::SignInTally;

constexpr std::uint64_t shortest_streak = 3;    // fewer failures are typing mistakes
constexpr std::int64_t streak_pause = hour_ms;  // longer between two failures: two streaks

constexpr std::size_t longest_text = 320;  // bytes: a mail address; what is longer is cut

// A database may hold any number.
std::int32_t hundredths(double degrees, double most) {
  return static_cast<std::int32_t>(std::lround(std::clamp(degrees, -most, most) * 100));
}

MapPoint map_point(Point point) {
  return {hundredths(point.latitude, 90), hundredths(point.longitude, 180)};
}

std::string shortened(std::string_view text) {
  return repaired_utf8(text.substr(0, longest_text));
}

// Where the address is; the middle of its country (`rough`) when no town is known.
std::optional<MapPoint> point_of(const AddressFacts& facts, bool& rough) {
  rough = !facts.has_point();
  if (!rough) return map_point({*facts.site.latitude, *facts.site.longitude});
  const auto middle = middle_of(facts.site.country);
  return middle ? std::optional(map_point(*middle)) : std::nullopt;
}

SignInJourney::End end_of(const Scene& scene, std::uint32_t visit) {
  const auto& facts = scene.sign_ins->facts_of(scene.sign_ins->visits()[visit]);
  bool rough = false;
  return {std::string(scene.text(facts.address)), shortened(facts.site.country),
          shortened(facts.site.city), point_of(facts, rough)};
}

// Keeps the first `most`; says how many went.
template <class Item>
std::uint64_t keep_first(std::vector<Item>& items, std::size_t most) {
  if (items.size() <= most) return 0;
  const auto gone = items.size() - most;
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(most), items.end());
  return gone;
}

class Counting {
 public:
  Counting(const Scene& scene, const Zone& zone, const CountedSignIns& counted)
      : scene_(scene), zone_(zone), counted_(counted) {
    counts_.zone = zone.name();
  }

  SignInCounts count() {
    for (const auto index : scene_.of(event::Action::sign_in)) {
      const auto& event = scene_.event(index);
      if (counts(event)) add(event);
    }
    for (const auto& [account, open] : open_) end_streak(account, open);
    for (const auto account : scene_.sign_ins->accounts()) add_journeys(account);
    counts_.accounts = accounts_.size();
    order();
    return std::move(counts_);
  }

 private:
  struct OpenStreak {
    SignInStreak streak;
    std::unordered_set<Symbol> addresses;
  };
  struct Place {
    SignInPlace place;
    std::unordered_set<Symbol> accounts;
  };

  bool counts(const Event& event) const {
    const bool decided = event.verdict == Verdict::success || event.verdict == Verdict::failure;
    const auto account = scene_.text(event.account);
    return decided && event.time.known() && !event.time_is_local && is_person(account) &&
           counted_(account, event.time);
  }

  void add(const Event& event) {
    accounts_.insert(event.account);
    if (!counts_.first.known()) counts_.first = event.time;
    counts_.last = event.time;
    const auto civil = zone_.civil(event.time);
    tally(counts_.all, event);
    tally(counts_.hours[weekday_of(civil) * 24 + civil.hour], event);
    add_to_place(event);
    if (event.verdict == Verdict::failure)
      add_failure(event);
    else
      end_by_success(event);
  }

  bool is_intruders(const Event& event) const { return scene_.tie(event) != Tie::none; }

  void tally(SignInTally& tally, const Event& event) const {
    ++(event.verdict == Verdict::success ? tally.successes : tally.failures);
    if (is_intruders(event)) ++tally.intruder;
  }

  void add_to_place(const Event& event) {
    const auto* facts = scene_.sign_ins->facts_of(event.address);
    if (facts == nullptr || facts->provider || facts->site.country.empty()) {
      ++counts_.unplaced;
      return;
    }
    auto& [place, accounts] = places_[{facts->site.country, facts->site.city}];
    if (accounts.empty()) {
      place.country = shortened(facts->site.country);
      place.city = shortened(facts->site.city);
      place.point = point_of(*facts, place.rough);
      place.first = event.time;
    }
    place.last = event.time;
    tally(place.tally, event);
    accounts.insert(event.account);
  }

  void add_failure(const Event& event) {
    auto& open = open_[event.account];
    if (open.streak.failures > 0 && event.time - open.streak.to > streak_pause) {
      end_streak(event.account, open);
      open = {};
    }
    auto& streak = open.streak;
    if (streak.failures == 0) streak.from = event.time;
    ++streak.failures;
    streak.to = event.time;
    streak.intruder = streak.intruder || is_intruders(event);
    open.addresses.insert(event.address);
  }

  void end_by_success(const Event& event) {
    const auto open = open_.find(event.account);
    if (open == open_.end()) return;
    auto& streak = open->second.streak;
    if (event.time - streak.to <= streak_pause) {
      streak.success = event.time;
      streak.intruder = streak.intruder || is_intruders(event);
    }
    end_streak(event.account, open->second);
    open_.erase(open);
  }

  void end_streak(Symbol account, const OpenStreak& open) {
    if (open.streak.failures < shortest_streak) return;
    auto& streak = counts_.streaks.emplace_back(open.streak);
    streak.account = shortened(scene_.text(account));
    streak.addresses = open.addresses.size();
  }

  void add_journeys(Symbol account) {
    const auto name = scene_.text(account);
    if (!is_person(name)) return;
    for (const auto& journey : impossible_journeys(scene_, account))
      if (counted_(name, journey.arrived))
        counts_.journeys.push_back({shortened(name), end_of(scene_, journey.from),
                                    end_of(scene_, journey.to), journey.left, journey.arrived,
                                    static_cast<std::uint64_t>(std::llround(journey.kilometres))});
  }

  // The same evidence gives the same lists, cut at the same place.
  void order() {
    for (auto& [key, place] : places_) {
      place.place.accounts = place.accounts.size();
      counts_.places.push_back(std::move(place.place));
    }
    std::ranges::stable_sort(counts_.places, std::greater{}, [](const SignInPlace& place) {
      const auto& tally = place.tally;
      return std::pair(tally.intruder > 0, tally.successes + tally.failures);
    });
    std::ranges::sort(counts_.journeys, {}, [](const SignInJourney& journey) {
      return std::tie(journey.arrived, journey.account, journey.to.address);
    });
    std::ranges::sort(counts_.streaks, [](const SignInStreak& a, const SignInStreak& b) {
      if (a.failures != b.failures) return a.failures > b.failures;
      return std::tie(a.from, a.account) < std::tie(b.from, b.account);
    });
    counts_.places_left_out = keep_first(counts_.places, finding::max_sign_in_places);
    counts_.journeys_left_out = keep_first(counts_.journeys, finding::max_sign_in_journeys);
    counts_.streaks_left_out = keep_first(counts_.streaks, finding::max_sign_in_streaks);
  }

  const Scene& scene_;
  const Zone& zone_;
  const CountedSignIns& counted_;
  SignInCounts counts_;
  std::map<std::pair<std::string, std::string>, Place> places_;  // by country and town
  std::unordered_set<Symbol> accounts_;
  std::unordered_map<Symbol, OpenStreak> open_;
};

}  // namespace

SignInCounts count_sign_ins(const Scene& scene, const Zone& zone, const CountedSignIns& counted) {
  return Counting(scene, zone, counted).count();
}

}  // namespace digue::detect
