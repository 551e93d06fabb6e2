#include "detect/link_users.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/private_address.h"
#include "base/text.h"
#include "base/url.h"
#include "detect/mail_address.h"
#include "detect/traffic.h"
#include "detect/vpn_sessions.h"
#include "detect/windows_logons.h"

namespace digue::detect {

namespace {

using event::Action;
using event::Event;
using event::Verdict;
using finding::LinkUser;

void note(Instant& first, Instant time) {
  if (!first.known() || time < first) first = time;
}

// "a.martin" of "chv\\a.martin" and "a.martin@chv.example".
std::string person_of(std::string_view account) {
  const auto bare = bare_account(account);
  return lower(bare.substr(0, bare.find('@')));
}

class Users {
 public:
  Users(const Scene& scene, const Lure& lure)
      : scene_(scene), lure_(lure), vpn_(scene.once<VpnSessions>()) {
    find_gateways();
  }

  std::vector<LinkUser> take() {
    std::vector<std::uint32_t> events;
    for (const auto action : {Action::message_traced, Action::mail_sent, Action::web_request})
      events.insert(events.end(), scene_.of(action).begin(), scene_.of(action).end());
    scene_.put_in_order(events);
    for (const auto index : events) {
      const auto& event = scene_.event(index);
      if (!event.time.known()) continue;
      if (event.action == Action::web_request)
        take_request(event);
      else
        take_message(event);
    }
    std::vector<LinkUser> users;
    for (auto& [name, user] : users_) {
      auto& addresses = user.addresses;
      std::sort(addresses.begin(), addresses.end());
      addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
      users.push_back(std::move(user));
    }
    return users;
  }

 private:
  // A machine inside that hands messages on fetches their links to look at them, not to read them.
  void find_gateways() {
    for (const auto index : scene_.of(Action::message_traced)) {
      const auto& event = scene_.event(index);
      for (const auto address : {scene_.text(event.address), scene_.trail.detail(event, "ToIP")})
        if (is_private_address(address)) gateways_.insert(address);
    }
  }

  bool is_sender(std::string_view address) const {
    return std::find(lure_.senders.begin(), lure_.senders.end(), lower(address)) !=
           lure_.senders.end();
  }
  bool is_ours(std::string_view address) const {
    return scene_.own_domains.empty() || scene_.own_domain(address);
  }

  LinkUser& user_named(const std::string& name, const Event& event) {
    auto& user = users_[name];
    user.user = name;
    if (user.evidence.size() < finding::link_evidence_cap) user.evidence.push_back({event.place});
    return user;
  }

  void take_message(const Event& event) {
    const auto from = scene_.text(event.account), to = scene_.text(event.target);
    if (event.verdict == Verdict::failure) return;  // nobody got it
    if (is_sender(from) && !to.empty() && is_ours(to))
      note(user_named(person_of(to), event).received, event.time);
    if (is_sender(to) && !from.empty() && is_ours(from) && !is_sender(from))
      note(user_named(person_of(from), event).replied, event.time);
  }

  std::string user_of(const Event& event) const {
    const auto account = scene_.text(event.account), client = scene_.text(event.address);
    if (!account.empty()) return person_of(account);
    if (const auto* session = vpn_.holder_of(client, event.time); session != nullptr)
      return person_of(scene_.text(session->account));
    return std::string(client);
  }

  void take_request(const Event& event) {
    if (scene_.trail.detail(event, "Why") != "link" || !is_of_site(event)) return;
    const auto client = scene_.text(event.address);
    if (scene_.text(event.account).empty() && gateways_.contains(client)) return;
    const auto name = user_of(event);
    if (name.empty()) return;
    auto& user = user_named(name, event);
    if (!client.empty()) user.addresses.emplace_back(client);
    const auto method = scene_.text(event.operation);
    if (method == "DNS") return note(user.resolved, event.time);
    if (event.verdict == Verdict::failure) return note(user.blocked, event.time);
    if (method.empty() || method == "CONNECT") return note(user.tunnelled, event.time);
    if (method == "POST" || method == "PUT") return note(user.posted, event.time);
    if (method != "GET") return;
    note(user.opened, event.time);
    if (scene_.trail.detail(event, "Download") == "True") note(user.downloaded, event.time);
  }

  bool is_of_site(const Event& event) const {
    const auto url = scene_.text(event.object);
    const auto host = lower(host_of_url(url));
    return host == lure_.site || (host.size() > lure_.site.size() && host.ends_with(lure_.site) &&
                                  host[host.size() - lure_.site.size() - 1] == '.');
  }

  const Scene& scene_;
  const Lure& lure_;
  const VpnSessions& vpn_;
  std::set<std::string_view> gateways_;
  std::map<std::string, LinkUser> users_;
};

}  // namespace

std::optional<Lure> lure_of(std::string_view link, const std::vector<std::string>& senders) {
  auto text = lower(trimmed(link));
  for (const auto& [fanged, plain] :
       {std::pair{"hxxp", "http"}, {"[.]", "."}, {"(.)", "."}, {"[:]", ":"}})
    for (auto at = text.find(fanged); at != text.npos; at = text.find(fanged))
      text.replace(at, std::string_view(fanged).size(), plain);
  Lure lure;
  lure.link = link;
  lure.site = host_of_url(text);
  if (lure.site.find_first_of(".:") == lure.site.npos) return std::nullopt;
  for (const auto& sender : senders) lure.senders.push_back(lower(trimmed(sender)));
  return lure;
}

std::vector<finding::LinkUser> link_users(const Scene& scene, const Lure& lure) {
  return Users(scene, lure).take();
}

}  // namespace digue::detect
