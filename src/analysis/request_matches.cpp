#include "analysis/request_matches.h"

#include <algorithm>
#include <array>

#include "analysis/event_log.h"
#include "base/text.h"
#include "base/url.h"
#include "detect/sigma/own_rules.h"
#include "detect/sigma/request_logs.h"

namespace digue::analysis {

using detect::sigma::no_field;
using detect::sigma::RequestPart;
using detect::sigma::RuleSet;
using read::Traffic;

namespace {

const RuleSet* rules_of(const RulesOfChannel& rules, std::string_view channel) {
  const RuleSet& set = rules(channel);
  return set.bucket(channel, 0) == nullptr ? nullptr : &set;
}

std::string text_of(std::optional<std::uint64_t> number) {
  return number ? std::to_string(*number) : std::string();
}

}  // namespace

RequestRules request_rules(const RulesOfChannel& rules) {
  if (!rules) return {};
  return {rules_of(rules, detect::sigma::proxy_requests),
          rules_of(rules, detect::sigma::server_requests),
          rules_of(rules, detect::sigma::name_questions)};
}

Message RequestRules::title_of(std::string_view id) const {
  for (const auto* set : {of_proxies, of_servers, of_names}) {
    if (set == nullptr) continue;
    for (const auto& rule : set->rules())
      if (rule.id == id) return detect::sigma::title_of(rule);
  }
  return as_message(std::string(id));
}

bool may_hold_requests(std::string_view format) {
  constexpr auto known = std::to_array<std::string_view>(
      {"access-log", "bind", "cef", "key-values", "leef", "olfeo", "palo-alto", "squid", "syslog",
       "w3c-log", "windows-dns", "zscaler"});
  return std::find(known.begin(), known.end(), format) != known.end();
}

event::RecordId request_id(const Traffic& traffic, Instant time) {
  auto text = std::to_string(time.milliseconds) + '\x1f' + std::to_string(traffic.status);
  for (const auto part : {traffic.client, traffic.account, traffic.method, traffic.destination,
                          traffic.url, traffic.agent, traffic.referer.value_or("")})
    (text += '\x1f') += part;
  for (const auto bytes : {traffic.bytes_out, traffic.bytes_in}) (text += '\x1f') += text_of(bytes);
  return event::record_id_from_content(text);
}

struct RequestAsker::Asked {
  detect::sigma::FieldId field;
  RequestPart part;
};

// "/a/b.php" and "x=1" of "http://host/a/b.php?x=1#y".
struct RequestAsker::Pieces {
  explicit Pieces(const Traffic& traffic) {
    const auto url = traffic.url;
    const auto scheme = url.find("://");
    const auto begin = url.find_first_of("/?#", scheme == url.npos ? 0 : scheme + 3);
    if (begin != url.npos)
      path = url.substr(begin);
    else if (scheme == url.npos && host_of_url(url) != traffic.destination)
      path = url;  // "files.zip:443", as CONNECT writes it, is a host and no path
    path = path.substr(0, path.find('#'));
    const auto mark = path.find('?');
    if (mark == path.npos) return;
    query = path.substr(mark + 1);
    path = path.substr(0, mark);
  }
  std::string_view extension() const {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == name.npos ? std::string_view() : name.substr(dot + 1);
  }
  std::string_view path, query;
};

RequestAsker::RequestAsker(const RuleSet& rules, std::string_view channel)
    : rules_(rules),
      of_servers_(channel == detect::sigma::server_requests),
      matcher_(rules),
      bucket_(rules.bucket(channel, 0)) {
  if (bucket_ == nullptr) return;
  for (const auto field : bucket_->fields())
    if (const auto part = detect::sigma::request_part_of(channel, rules.names().name(field)))
      asked_.push_back({field, *part});
}

const std::vector<std::uint32_t>& RequestAsker::match(const Traffic& traffic) {
  if (bucket_ == nullptr) return none_;
  auto& view = matcher_.record();
  view.clear();
  const Pieces pieces(traffic);
  for (const auto& asked : asked_) add_part(traffic, pieces, asked);
  if (bucket_->reads_all())
    for (const auto text : {traffic.url, traffic.agent, traffic.referer.value_or(""),
                            traffic.destination, traffic.account, traffic.method})
      if (!text.empty()) view.add(no_field, text);
  return matcher_.match(*bucket_);
}

void RequestAsker::add_part(const Traffic& traffic, const Pieces& pieces, const Asked& asked) {
  auto& view = matcher_.record();
  const auto add = [&](std::string_view text) {
    if (!text.empty()) view.add(asked.field, text);
  };
  switch (asked.part) {
    case RequestPart::url:
      return add(traffic.url);
    case RequestPart::path:
      return add(pieces.path);
    case RequestPart::query:
      add(pieces.query);
      return of_servers_ ? add(traffic.url) : void();
    case RequestPart::extension:
      return add(pieces.extension());
    case RequestPart::agent:
      return add(traffic.agent);
    case RequestPart::method:
      return add(traffic.method);
    case RequestPart::host:
      return add(traffic.destination);
    case RequestPart::status:
      status_ = traffic.status != 0 ? std::to_string(traffic.status) : std::string();
      return add(status_);
    case RequestPart::referer:
      return add(traffic.referer.value_or(""));
    case RequestPart::account:
      return add(traffic.account);
    case RequestPart::client:
      return add(traffic.client);
    case RequestPart::destination_address:
      address_ = event::canonical_address(traffic.destination);
      return add(address_);
    case RequestPart::bytes_out:
      bytes_out_ = text_of(traffic.bytes_out);
      return add(bytes_out_);
    case RequestPart::bytes_in:
      bytes_in_ = text_of(traffic.bytes_in);
      return add(bytes_in_);
  }
}

struct RequestMatcher::Askers {
  std::optional<RequestAsker> of_proxies, of_servers, of_names;
  std::optional<RequestAsker>& of(const Traffic& traffic) {
    return traffic.is_question ? of_names : traffic.is_served ? of_servers : of_proxies;
  }
};

RequestMatcher::RequestMatcher(const RequestRules& rules) : askers_(std::make_unique<Askers>()) {
  const auto make = [](std::optional<RequestAsker>& asker, const RuleSet* set,
                       std::string_view channel) {
    if (set != nullptr) asker.emplace(*set, channel);
  };
  make(askers_->of_proxies, rules.of_proxies, detect::sigma::proxy_requests);
  make(askers_->of_servers, rules.of_servers, detect::sigma::server_requests);
  make(askers_->of_names, rules.of_names, detect::sigma::name_questions);
}
RequestMatcher::~RequestMatcher() = default;

RequestAsker* RequestMatcher::match(const Traffic& traffic) {
  auto& asker = askers_->of(traffic);
  // What a firewall lets through without looking inside is no request.
  if (!asker || (traffic.url.empty() && !traffic.is_question)) return nullptr;
  matched_ = &asker->match(traffic);
  return &*asker;
}

std::uint64_t RequestMatcher::given_up() {
  std::uint64_t all = 0;
  for (auto* asker : {&askers_->of_proxies, &askers_->of_servers, &askers_->of_names})
    if (*asker) all += (*asker)->matcher().given_up();
  return all;
}

void RequestMatches::see(const Traffic& traffic, const event::Trail& trail) {
  auto* asker = matcher_.match(traffic);
  if (asker == nullptr || matcher_.matched().empty()) return;
  const auto& event = trail.events.back();
  const auto id = request_id(traffic, event.time);
  for (const auto rule : matcher_.matched()) take(traffic, id, event, *asker, rule);
}

void RequestMatches::take(const Traffic& traffic, event::RecordId id, const event::Event& event,
                          RequestAsker& asker, std::uint32_t index) {
  const auto& rule = asker.rules().rules()[index];
  Pending one{&rule,
              id,
              event.place,
              event.time,
              event.time_is_local,
              std::string(traffic.account),
              std::string(traffic.client),
              {}};
  const auto kept = asker.matcher().kept(*asker.bucket(), index);
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!kept[i].empty()) one.details.push_back({rule.kept[i], kept[i]});
  if (++counts_[&rule] <= max_matches_with_facts && !rule.silent)
    for (auto& fact : facts_of(asker.matcher(), *asker.bucket(), asker.rules(), index))
      one.details.push_back(std::move(fact));
  pending_.push_back(std::move(one));
}

void RequestMatches::fill(const Pending& one) {
  auto& event = filler_.begin(event::Family::none);
  event.action = event::Action::rule_matched;
  event.id = one.id;
  event.time = one.time;
  event.time_is_local = one.time_is_local;
  event.place = one.place;
  event.account = filler_.name(one.account);
  event.address = filler_.address(one.client);
  event.object = filler_.text(one.rule->id);
  for (const auto& detail : one.details) filler_.detail(detail.name, detail.value);
}

}  // namespace digue::analysis
