#include "detect/sigma/request_logs.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace digue::detect::sigma {

namespace {

struct Row {
  std::string_view category, channel;
};
constexpr std::array<Row, 3> rows = {
    {{"proxy", proxy_requests}, {"webserver", server_requests}, {"dns", name_questions}}};

struct Name {
  std::string_view rule;  // in lower case
  RequestPart part;
};
constexpr auto names = std::to_array<Name>({
    {"c-uri", RequestPart::url},
    {"cs-uri", RequestPart::url},
    {"c-uri-stem", RequestPart::path},
    {"cs-uri-stem", RequestPart::path},
    {"c-uri-query", RequestPart::query},
    {"cs-uri-query", RequestPart::query},
    {"c-uri-extension", RequestPart::extension},
    {"c-useragent", RequestPart::agent},
    {"cs-user-agent", RequestPart::agent},
    {"cs-method", RequestPart::method},
    {"cs-host", RequestPart::host},
    {"cs-uri-host", RequestPart::host},
    {"r-dns", RequestPart::host},
    {"sc-status", RequestPart::status},
    {"cs-referer", RequestPart::referer},
    {"cs-referrer", RequestPart::referer},
    {"cs-username", RequestPart::account},
    {"c-ip", RequestPart::client},
    {"src_ip", RequestPart::client},
    {"dst_ip", RequestPart::destination_address},
    {"r-ip", RequestPart::destination_address},
    {"cs-bytes", RequestPart::bytes_out},
    {"sc-bytes", RequestPart::bytes_in},
});

}  // namespace

std::vector<LogPlace> request_places_of(const LogSource& source) {
  if (!source.product.empty() || !source.service.empty()) return {};
  for (const Row& row : rows)
    if (row.category == source.category) return {{row.channel, {}, nullptr}};
  return {};
}

std::optional<RequestPart> request_part_of(std::string_view channel, std::string_view rule_field) {
  const auto name = lower(rule_field);
  if (channel == name_questions && name == "query") return RequestPart::host;
  const auto* found =
      std::find_if(names.begin(), names.end(), [&](const Name& one) { return one.rule == name; });
  if (found == names.end()) return std::nullopt;
  return found->part;
}

}  // namespace digue::detect::sigma
