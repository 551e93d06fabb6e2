#include "logbook/order.h"

#include <algorithm>
#include <set>

namespace digue::logbook {

namespace {

using Claims = std::vector<std::optional<std::uint64_t>>;

// Indexes of a longest strictly increasing run of claims (patience sorting).
std::vector<std::size_t> longest_run(const Claims& claims) {
  constexpr std::size_t none = SIZE_MAX;
  std::vector<std::size_t> tails, before(claims.size(), none);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!claims[i]) continue;
    const auto place = std::lower_bound(
        tails.begin(), tails.end(), *claims[i],
        [&](std::size_t tail, std::uint64_t claim) { return *claims[tail] < claim; });
    if (place != tails.begin()) before[i] = *(place - 1);
    if (place == tails.end())
      tails.push_back(i);
    else
      *place = i;
  }
  std::vector<std::size_t> run;
  for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = before[i])
    run.push_back(i);
  std::reverse(run.begin(), run.end());
  return run;
}

// Walks the run with the untrusted entries between its members, and names the numbers left free.
class Walk {
 public:
  Walk(const Claims& claims, std::size_t cap, const std::set<std::uint64_t>& held, Order& order)
      : claims_(claims), cap_(cap), held_(held), order_(order) {}

  void go() {
    std::uint64_t untrusted = 0;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!claims_[i]) ++untrusted;
      if (!order_.in_place[i]) continue;
      close_gap(*claims_[i], untrusted);
      order_.end = *claims_[i] + 1;
      untrusted = 0;
    }
    order_.end += untrusted;
    // A moved entry may hold a number beyond the run's last one.
    if (!held_.empty()) order_.end = std::max(order_.end, *held_.rbegin() + 1);
  }

 private:
  void close_gap(std::uint64_t next, std::uint64_t untrusted) {
    for (std::uint64_t number = order_.end; number < next; ++number) {
      if (held_.contains(number)) continue;
      if (untrusted > 0) {
        --untrusted;
      } else if (order_.missing.size() < cap_) {
        order_.missing.push_back(number);
      } else {
        order_.missing_left_out += next - number;
        return;
      }
    }
  }

  const Claims& claims_;
  std::size_t cap_;
  const std::set<std::uint64_t>& held_;
  Order& order_;
};

}  // namespace

Order order_of(const Claims& claims, std::size_t cap) {
  Order order;
  order.in_place.assign(claims.size(), false);
  std::set<std::uint64_t> run_numbers, moved_numbers;
  for (const auto index : longest_run(claims)) {
    order.in_place[index] = true;
    run_numbers.insert(*claims[index]);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!claims[i] || order.in_place[i]) continue;
    const bool taken = run_numbers.contains(*claims[i]) || !moved_numbers.insert(*claims[i]).second;
    (taken ? order.inserted : order.moved).push_back(i);
  }
  Walk(claims, cap, moved_numbers, order).go();
  return order;
}

}  // namespace digue::logbook
