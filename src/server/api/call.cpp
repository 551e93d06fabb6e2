#include "server/api/call.h"

#include <algorithm>

#include "base/hash.h"
#include "base/json_writer.h"
#include "base/number.h"
#include "base/text.h"
#include "finding/json.h"
#include "incident/notes.h"
#include "server/people/authorise.h"
#include "server/sentences.h"

namespace digue::server {

http::Response Call::problem(const Trouble& trouble) const {
  return server::problem(trouble, language);
}

bool only_enrols(const Services& services, const Person& person, std::optional<Role> role) {
  const auto demanded = services.factors.demanded();
  return !demanded.empty() &&
         may_only_enrol(demanded, person, role, services.factors.of(person.name));
}

http::Response json_response(int status, std::string body) {
  http::Response response{.status = status, .body = std::move(body)};
  response.with("Content-Type", "application/json");
  return response;
}

std::string receipt_json(const Written& written, const std::string& more) {
  JsonWriter json;
  json.begin_object()
      .member("type", "receipt")
      .member("entry", written.receipt.position)
      .member("leaf", to_hex(written.receipt.leaf));
  finding::write_time(json, "recorded", written.recorded);
  json.end_object();
  auto out = json.take();
  out.insert(out.size() - 1, more);
  return out;
}

Outcome note_decision(const Call& call, const Message& said) {
  const auto& text = said.in(call.language);
  const auto written = call.incident->append([&](logbook::Logbook& logbook) {
    return incident::add_note(logbook, {.text = text, .decision = true}, call.speaker());
  });
  return written ? Outcome() : fail(written.error());
}

http::Response receipt_response(const Call& call, const Result<Written>& written) {
  if (!written) return call.problem(written.error());
  return json_response(201, receipt_json(*written));
}

std::optional<std::uint64_t> number_of(const Call& call, std::string_view name, std::uint64_t least,
                                       std::uint64_t most, std::uint64_t otherwise,
                                       std::optional<Trouble>& trouble) {
  const auto given = call.request.parameter(name);
  if (!given) return otherwise;
  const auto value = whole_number(*given);
  if (value && *value >= least && *value <= most) return value;
  if (!trouble)
    trouble = Trouble{422, tell<sentences::parameter_wrong>(name, least, most), std::string(name)};
  return std::nullopt;
}

Instant updated_since(const Call& call, std::optional<Trouble>& trouble) {
  const auto given = call.request.parameter("updated_since");
  if (!given) return Instant::unknown;
  const auto moment = logbook::read_moment(*given);
  if (!moment && !trouble)
    trouble = Trouble{
        422, tell<sentences::field_wrong>("updated_since", compose(sentences::a_moment, {})),
        "updated_since"};
  return moment ? moment->at : Instant::unknown;
}

std::string word_of(const Call& call, std::string_view name, std::string_view words,
                    const std::string& otherwise, std::optional<Trouble>& trouble) {
  const auto given = call.request.parameter(name);
  if (!given) return otherwise;
  if ((" " + std::string(words) + " ").find(" " + std::string(*given) + " ") != std::string::npos &&
      !given->empty())
    return std::string(*given);
  trouble = Trouble{422, tell<sentences::parameter_not_one_of>(name, words), std::string(name)};
  return otherwise;
}

std::string json_array(const std::vector<std::string>& items) {
  return "[" + join(items, ",") + "]";
}

Paging paging_of(const Call& call, std::optional<Trouble>& trouble) {
  return {number_of(call, "page", 1, 1'000'000, 1, trouble).value_or(1),
          number_of(call, "per_page", 1, 500, 100, trouble).value_or(100)};
}

http::Response page_response(const Paging& paging, std::size_t total,
                             const std::vector<std::string>& items) {
  return json_response(200, "{\"items\":" + json_array(items) +
                                ",\"page\":" + std::to_string(paging.page) +
                                ",\"per_page\":" + std::to_string(paging.per_page) +
                                ",\"total\":" + std::to_string(total) + "}");
}

http::Response page_response(const Call& call, std::size_t total,
                             const std::function<std::string(std::size_t)>& json) {
  std::optional<Trouble> trouble;
  const auto paging = paging_of(call, trouble);
  if (trouble) return call.problem(*trouble);
  std::vector<std::string> items;
  const auto end = std::min(total, paging.first() + paging.per_page);
  for (std::size_t i = paging.first(); i < end; ++i) items.push_back(json(i));
  return page_response(paging, total, items);
}

}  // namespace digue::server
