#include "detect/traffic.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/number.h"
#include "base/text.h"
#include "detect/traffic_sentences.h"

namespace digue::detect {

namespace {

// Second levels under which registrars sell names in countries' domains.
constexpr auto second_levels =
    std::to_array<std::string_view>({"co", "com", "org", "net", "gov", "gouv", "edu", "ac", "asso",
                                     "nom", "tm", "prd", "ne", "or"});

// Where anybody may host: a name there is its owner's, not the service's.
constexpr auto shared_hosts = std::to_array<std::string_view>({"blob.core.windows.net",
                                                               "web.core.windows.net",
                                                               "azurewebsites.net",
                                                               "azureedge.net",
                                                               "cloudapp.azure.com",
                                                               "github.io",
                                                               "gitlab.io",
                                                               "pages.dev",
                                                               "workers.dev",
                                                               "r2.dev",
                                                               "web.app",
                                                               "firebaseapp.com",
                                                               "netlify.app",
                                                               "vercel.app",
                                                               "herokuapp.com",
                                                               "glitch.me",
                                                               "weebly.com",
                                                               "wixsite.com",
                                                               "blogspot.com",
                                                               "wordpress.com",
                                                               "000webhostapp.com",
                                                               "duckdns.org",
                                                               "ddns.net",
                                                               "ngrok.io",
                                                               "ngrok-free.app",
                                                               "trycloudflare.com",
                                                               "s3.amazonaws.com",
                                                               "appspot.com",
                                                               "cloudfront.net",
                                                               "sharepoint.com",
                                                               "myftp.org",
                                                               "framer.app"});

// The last `count` labels.
std::string_view last_labels(std::string_view host, std::size_t count) {
  std::size_t at = host.size();
  for (; count != 0 && at != std::string_view::npos && at != 0; --count)
    at = host.rfind('.', at - 1);
  return at == std::string_view::npos || at == 0 ? host : host.substr(at + 1);
}

std::uint64_t number_of(const Scene& scene, const event::Event& event, std::string_view name) {
  return whole_number(scene.trail.detail(event, name)).value_or(0);
}

}  // namespace

bool is_address(std::string_view host) {
  if (host.find(':') != std::string_view::npos) return true;
  return !host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string registered_domain(std::string_view host) {
  if (is_address(host)) return std::string(host);
  const auto named = lower(host);
  for (const auto shared : shared_hosts)
    if (named.size() > shared.size() && named.ends_with(shared) &&
        named[named.size() - shared.size() - 1] == '.')
      return std::string(last_labels(
          named, 2 + static_cast<std::size_t>(std::count(shared.begin(), shared.end(), '.'))));
  const auto two = last_labels(named, 2);
  const auto dot = two.find('.');
  const bool country = dot != std::string_view::npos && two.size() - dot == 3;
  const bool deep = country && std::find(second_levels.begin(), second_levels.end(),
                                         two.substr(0, dot)) != second_levels.end();
  return std::string(deep ? last_labels(named, 3) : two);
}

TrafficBook::TrafficBook(const Scene& scene) {
  std::map<std::tuple<std::string_view, std::string, std::int64_t>, Sent> pairs;
  std::vector<std::uint32_t> events(scene.of(event::Action::traffic).begin(),
                                    scene.of(event::Action::traffic).end());
  scene.put_in_order(events);
  for (const auto index : events) {
    const auto& event = scene.event(index);
    if (!event.time.known()) continue;
    const auto day = day_of(event.time);
    days_.insert(day);
    const auto client = scene.text(event.address), host = scene.text(event.object);
    const auto out = number_of(scene, event, "BytesOut");
    tells_bytes_out_ = tells_bytes_out_ || !scene.trail.detail(event, "BytesOut").empty();
    if (client.empty()) {
      add_destination(scene, index);
    } else if (host.empty()) {
      clients_[client][day] += out;
    } else {
      auto domain = registered_domain(host);
      auto& sent = pairs[{client, domain, day}];
      sent.client = client;
      sent.destination = std::move(domain);
      sent.day = day;
      sent.bytes += out;
      sent.events.push_back(index);
    }
  }
  for (auto& [key, sent] : pairs) sent_.push_back(std::move(sent));
}

void TrafficBook::add_destination(const Scene& scene, std::uint32_t index) {
  const auto& event = scene.event(index);
  const auto day = day_of(event.time);
  auto& destination = destinations_[registered_domain(scene.text(event.object))];
  if (!destination.first.known()) destination.first = event.time;
  destination.days.insert(day);
  destination.out[day] += number_of(scene, event, "BytesOut");
  destination.requests[day] += number_of(scene, event, "Requests");
  destination.posts[day] += number_of(scene, event, "Posts");
  destination.most_clients = std::max(destination.most_clients, number_of(scene, event, "Clients"));
  destination.events.push_back(index);
}

bool TrafficBook::has_baseline(std::int64_t day) const {
  return static_cast<std::size_t>(std::distance(days_.begin(), days_.lower_bound(day))) >=
         baseline_days;
}

const TrafficBook::Destination* TrafficBook::find(const std::string& destination) const {
  const auto found = destinations_.find(destination);
  return found == destinations_.end() ? nullptr : &found->second;
}

bool TrafficBook::is_new(const std::string& destination, std::int64_t day) const {
  const auto* known = find(destination);
  return has_baseline(day) && (known == nullptr || *known->days.begin() >= day);
}

const std::map<std::int64_t, std::uint64_t>& TrafficBook::days_of(std::string_view client) const {
  static const std::map<std::int64_t, std::uint64_t> none;
  const auto found = clients_.find(client);
  return found == clients_.end() ? none : found->second;
}

Message bytes_told(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1000, mega = 1000 * kilo, giga = 1000 * mega;
  if (bytes >= giga) return tell<sentences::gigabytes>(bytes / giga, bytes % giga / (giga / 10));
  if (bytes >= mega) return tell<sentences::megabytes>(bytes / mega);
  return tell<sentences::kilobytes>(bytes / kilo);
}

}  // namespace digue::detect
