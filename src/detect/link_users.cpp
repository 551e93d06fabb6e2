#include "detect/link_users.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/private_address.h"
#include "base/text.h"
#include "base/url.h"
#include "detect/client_names.h"
#include "detect/link_robots.h"
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

constexpr std::string_view mail_letters = "abcdefghijklmnopqrstuvwxyz0123456789._+-";

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
      : scene_(scene),
        lure_(lure),
        vpn_(scene.once<VpnSessions>()),
        names_(scene.once<ClientNames>()) {
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
    std::sort(deliveries_.begin(), deliveries_.end());
    std::vector<LinkUser> users;
    for (auto& [name, user] : users_) {
      tidy(user.addresses);
      tidy(user.machines);
      user.opener = opener_of(user, visits_[name], deliveries_);
      users.push_back(std::move(user));
    }
    return users;
  }

 private:
  static void tidy(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }

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
    if (event.time_is_local) visits_[name].is_local = true;
    return user;
  }

  void take_message(const Event& event) {
    const auto from = scene_.text(event.account), to = scene_.text(event.target);
    if (event.verdict == Verdict::failure) return;  // nobody got it
    if (is_sender(from) && !to.empty() && is_ours(to)) {
      note(user_named(person_of(to), event).received, event.time);
      if (!event.time_is_local) deliveries_.push_back(event.time);
    }
    if (is_sender(to) && !from.empty() && is_ours(from) && !is_sender(from))
      note(user_named(person_of(from), event).replied, event.time);
  }

  // "" when nothing but an address is told.
  std::string person_behind(const Event& event) const {
    const auto account = scene_.text(event.account), client = scene_.text(event.address);
    if (!account.empty()) return person_of(account);
    const auto* session = vpn_.holder_of(client, event.time);
    return session == nullptr ? std::string() : person_of(scene_.text(session->account));
  }

  void take_request(const Event& event) {
    if (scene_.trail.detail(event, "Why") != "link" || !is_of_site(event)) return;
    const auto client = scene_.text(event.address);
    if (scene_.text(event.account).empty() && gateways_.contains(client)) return;
    const auto person = person_behind(event);
    const std::string name = person.empty() ? std::string(client) : person;
    if (name.empty()) return;
    auto& user = user_named(name, event);
    if (!client.empty()) take_client(client, event, user);
    take_act(event, user, !person.empty());
  }

  void take_client(std::string_view client, const Event& event, LinkUser& user) {
    user.addresses.emplace_back(client);
    if (event.time_is_local) return;
    auto told = names_.name_of(client, event.time);
    if (told.name.empty()) return;
    const bool is_new =
        std::find(user.machines.begin(), user.machines.end(), told.name) == user.machines.end();
    if (!is_new) return;
    if (user.evidence.size() < finding::link_evidence_cap)
      user.evidence.push_back({scene_.event(told.event).place});
    user.machines.push_back(std::move(told.name));
  }

  void take_act(const Event& event, LinkUser& user, bool is_named) {
    const auto method = scene_.text(event.operation);
    if (method == "DNS") return note(user.resolved, event.time);
    if (event.verdict == Verdict::failure) return note(user.blocked, event.time);
    if (method.empty() || method == "CONNECT") return note(user.tunnelled, event.time);
    if (method == "POST" || method == "PUT") return note(user.posted, event.time);
    if (method != "GET") return;
    note(user.opened, event.time);
    if (scene_.trail.detail(event, "Download") == "True") note(user.downloaded, event.time);
    auto& visits = visits_[user.user];
    visits.is_named = visits.is_named || is_named;
    visits.gets.push_back(event.time);
    take_recipients(scene_.text(event.object), visits);
  }

  // People whose addresses stand in the URL: "?e=a.martin%40hopital.example".
  void take_recipients(std::string_view url, LinkVisits& visits) const {
    std::string text = lower(url);
    for (auto at = text.find("%40"); at != text.npos; at = text.find("%40", at))
      text.replace(at, 3, "@");
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
      const auto begin = text.find_last_not_of(mail_letters, at - 1) + 1;
      const auto end = std::min(text.find_first_not_of(mail_letters, at + 1), text.size());
      const auto address = std::string_view(text).substr(begin, end - begin);
      if (at != 0 && begin < at && is_ours(address)) visits.recipients.insert(person_of(address));
    }
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
  const ClientNames& names_;
  std::set<std::string_view> gateways_;
  std::map<std::string, LinkUser> users_;
  std::map<std::string, LinkVisits> visits_;
  LinkDeliveries deliveries_;
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
