#include "analysis/traffic_tally.h"

#include <algorithm>

#include "analysis/standing_out.h"
#include "base/private_address.h"
#include "base/text.h"

namespace digue::analysis {

event::Symbol TrafficTally::canonical(std::string_view text) {
  const auto raw = raw_.intern(text);
  if (raw < canonical_.size() && canonical_[raw] != event::no_symbol) return canonical_[raw];
  if (raw >= canonical_.size()) canonical_.resize(raw + 1);
  auto name = event::canonical_address(text);
  if (name.empty()) name = lower(text);
  if (name.ends_with('.')) name.pop_back();
  return canonical_[raw] = symbols_.intern(name);
}

// On the Internet: no private address, no name that only a local network knows.
bool TrafficTally::is_outside(event::Symbol destination) {
  if (destination >= outside_.size()) outside_.resize(destination + 1, -1);
  auto& known = outside_[destination];
  if (known < 0) {
    const auto name = symbols_.text(destination);
    known = name.find_first_of(".:") != name.npos && !is_private_address(name) ? 1 : 0;
  }
  return known == 1;
}

void TrafficTally::add(const event::Event& event, const read::Traffic& traffic) {
  if (traffic.is_served || !event.time.known()) return;
  const Key both{event.time.milliseconds / day_ms, canonical(traffic.client),
                 canonical(traffic.destination)};
  if (is_watched(both.destination)) keep_watched(event, traffic, both, "link");
  if (is_listed(traffic, both.destination)) keep_watched(event, traffic, both, "listed");
  // What was refused went nowhere.
  if (traffic.refused && traffic.status == 0) return;
  if (!is_outside(both.destination)) return;
  auto& of_destination = add_to({both.day, event::no_symbol, both.destination}, event, traffic);
  of_destination.add_client(both.client);
  if (traffic.is_question) return;
  if (both.client != event::no_symbol) {
    add_to({both.day, both.client, event::no_symbol}, event, traffic);
    if (traffic.bytes_out) add_to(both, event, traffic);
  }
  look_at(event, traffic, both);
}

void TrafficTally::Sum::add_client(event::Symbol client) {
  const auto end = clients.begin() + client_count;
  if (client_count < max_clients_apart && std::find(clients.begin(), end, client) == end)
    clients[client_count++] = client;
}

TrafficTally::Sum& TrafficTally::add_to(const Key& key, const event::Event& event,
                                        const read::Traffic& traffic) {
  auto& sum = sums_[key];
  if (!sum.first.known() || event.time < sum.first) sum.first = event.time;
  const auto out = traffic.bytes_out.value_or(0), in = traffic.bytes_in.value_or(0);
  if (sum.requests == 0 || out > sum.largest) {
    sum.largest = out;
    sum.place = event.place;
  }
  sum.out += out;
  sum.in += in;
  sum.tells_out = sum.tells_out || traffic.bytes_out.has_value();
  sum.tells_in = sum.tells_in || traffic.bytes_in.has_value();
  sum.requests += traffic.is_question ? 0 : 1;
  sum.posts += equal_ignoring_case(traffic.method, "POST") ? 1 : 0;
  return sum;
}

void TrafficTally::look_at(const event::Event& event, const read::Traffic& traffic,
                           const Key& both) {
  if (traffic.refused || traffic.status >= 400) return;
  const bool download = is_risky_download(traffic);
  if (!download && !is_complex_without_referer(traffic)) return;
  // A client that fetches one file again and again does so once; of pages, one a host.
  std::string identity(symbols_.text(both.client));
  ((identity += ' ') += symbols_.text(both.destination)) += ' ';
  if (download) identity += file_of_url(traffic.url);
  const auto hash = quick_hash(identity);
  if (!is_one_more(hash, false)) return;
  auto& kept = keep(event, traffic, both);
  kept.identity = hash;
  kept.why = download ? "download" : "no-referer";
}

// Not seen before, and not one too many.
bool TrafficTally::is_one_more(std::uint64_t identity, bool watched) {
  if (!requests_seen_.insert(identity).second) return false;
  auto& given = watched ? watched_requests_ : given_requests_;
  const bool fits = given < (watched ? max_given_watched : max_given_requests);
  ++(fits ? given : left_out_);
  return fits;
}

bool TrafficTally::is_watched(event::Symbol destination) const {
  if (watched_.empty()) return false;
  const auto name = symbols_.text(destination);
  return name == watched_ || (name.size() > watched_.size() && name.ends_with(watched_) &&
                              name[name.size() - watched_.size() - 1] == '.');
}

bool TrafficTally::is_listed(const read::Traffic& traffic, event::Symbol destination) const {
  return list_ != nullptr && list_->holds(symbols_.text(destination), traffic.url);
}

void TrafficTally::keep_watched(const event::Event& event, const read::Traffic& traffic,
                                const Key& both, std::string_view why) {
  // Of the link that is asked about, the second counts, and whose address the URL bears: by these
  // a filter that opens everybody's link is told from a person.
  const bool is_link = why == "link";
  const bool bears_address = is_link && (traffic.url.find('@') != traffic.url.npos ||
                                         traffic.url.find("%40") != traffic.url.npos);
  std::string identity(why);
  identity += std::to_string(event.time.milliseconds / (is_link ? second_ms : hour_ms));
  for (const auto part : {symbols_.text(both.client), traffic.account, traffic.method,
                          bears_address ? traffic.url : file_of_url(traffic.url)})
    (identity += '\x1f') += part;
  identity += traffic.refused ? "refused" : traffic.is_question ? "asked" : "passed";
  const auto hash = quick_hash(identity);
  if (!is_one_more(hash, true)) return;
  auto& kept = keep(event, traffic, both);
  kept.identity = hash;
  kept.watched = true;
  kept.why = why;
  kept.refused = traffic.refused || traffic.status >= 400;
  kept.download = is_risky_download(traffic);
  if (traffic.is_question) kept.method = "DNS";
  if (kept.url.empty()) kept.url = symbols_.text(both.destination);
}

// "get": PAN-OS writes a method so.
static std::string in_capitals(std::string_view method) {
  std::string out(method);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

TrafficTally::Request& TrafficTally::keep(const event::Event& event, const read::Traffic& traffic,
                                          const Key& both) {
  auto& kept = requests_.emplace_back();
  kept.event = event;
  kept.account = lower(traffic.account);
  kept.address = symbols_.text(both.client);
  kept.status = traffic.status;
  if (traffic.url.starts_with('/')) kept.url = traffic.destination;  // the path alone was told
  kept.url += traffic.url.substr(0, read::max_field_bytes);
  kept.method = in_capitals(traffic.method);
  kept.content_type = traffic.content_type;
  if (traffic.referer) kept.referer = *traffic.referer;
  kept.out = traffic.bytes_out;
  kept.in = traffic.bytes_in;
  return kept;
}

static void move_on(event::Place& place, std::uint64_t rows, std::uint32_t lines) {
  place.record += static_cast<std::uint32_t>(rows);
  if (place.line != 0) place.line += lines;
}

void TrafficTally::take(TrafficTally& next, std::uint64_t rows, std::uint32_t lines) {
  std::vector<event::Symbol> ours(next.symbols_.size());
  for (event::Symbol symbol = 1; symbol < ours.size(); ++symbol)
    ours[symbol] = symbols_.intern(next.symbols_.text(symbol));
  for (auto& [key, sum] : next.sums_) {
    move_on(sum.place, rows, lines);
    join(sums_[{key.day, ours[key.client], ours[key.destination]}], sum, ours);
  }
  for (auto& request : next.requests_) {
    if (!is_one_more(request.identity, request.watched)) continue;
    move_on(request.event.place, rows, lines);
    requests_.push_back(std::move(request));
  }
  left_out_ += next.left_out_;
}

// As if what the next one counted had been added one by one.
void TrafficTally::join(Sum& sum, const Sum& next, const std::vector<event::Symbol>& ours) {
  if (!sum.first.known() || next.first < sum.first) sum.first = next.first;
  if (sum.requests == 0 || next.largest > sum.largest) {
    sum.largest = next.largest;
    sum.place = next.place;
  }
  sum.out += next.out;
  sum.in += next.in;
  sum.tells_out = sum.tells_out || next.tells_out;
  sum.tells_in = sum.tells_in || next.tells_in;
  sum.requests += next.requests;
  sum.posts += next.posts;
  for (std::size_t i = 0; i < next.client_count; ++i) sum.add_client(ours[next.clients[i]]);
}

bool TrafficTally::give_sum(event::Trail& trail, const Key& key, const Sum& sum) {
  const bool is_pair = key.client != event::no_symbol && key.destination != event::no_symbol;
  if (is_pair && sum.out < least_pair_bytes) return false;
  if (given_sums_ >= max_given_sums) {
    ++left_out_;
    return false;
  }
  ++given_sums_;
  auto& event = trail.begin_event();
  event.time = sum.first;
  event.place = sum.place;
  event.action = event::Action::traffic;
  event.address = trail.symbols.intern(symbols_.text(key.client));
  event.object = trail.symbols.intern(symbols_.text(key.destination));
  const auto number = [&](std::string_view name, std::uint64_t value) {
    trail.add_detail(name, std::to_string(value));
  };
  if (sum.tells_out) number("BytesOut", sum.out);
  if (sum.tells_in) number("BytesIn", sum.in);
  if (sum.requests != 0) number("Requests", sum.requests);
  if (sum.posts != 0) number("Posts", sum.posts);
  if (sum.client_count != 0) number("Clients", sum.client_count);
  return true;
}

bool TrafficTally::give_request(event::Trail& trail, const Request& request) {
  auto& event = trail.begin_event();
  event.time = request.event.time;
  event.time_is_local = request.event.time_is_local;
  event.place = request.event.place;
  event.verdict = request.refused ? event::Verdict::failure : event::Verdict::success;
  event.error_code = request.status;
  event.action = event::Action::web_request;
  event.account = trail.symbols.intern(request.account);
  event.address = trail.symbols.intern(request.address);
  event.object = trail.symbols.intern(request.url);
  event.operation = trail.symbols.intern(request.method);
  trail.add_detail("Why", request.why);
  if (request.download) trail.add_detail("Download", "True");
  if (!request.content_type.empty()) trail.add_detail("ContentType", request.content_type);
  if (request.referer) trail.add_detail("Referer", *request.referer);
  if (request.in) trail.add_detail("BytesIn", std::to_string(*request.in));
  if (request.out) trail.add_detail("BytesOut", std::to_string(*request.out));
  return true;
}

void TrafficTally::forget() {
  sums_.clear();
  requests_.clear();
  requests_seen_.clear();
  symbols_ = {};
  raw_ = {};
  canonical_.clear();
  outside_.clear();
}

}  // namespace digue::analysis
