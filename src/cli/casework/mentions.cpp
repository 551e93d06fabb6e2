#include "cli/casework/mentions.h"

#include <algorithm>

#include "base/json_writer.h"
#include "cli/casework/mention_sentences.h"
#include "indicator/fang.h"

namespace digue::cli::casework {

using incident::Mention;
using incident::MentionRole;

static Message label_of(const indicator::Indicator& what) {
  return compose(indicator::kind_label(what.kind), {});
}

Message mention_line(const Mention& mention) {
  const auto& what = mention.match.indicator;
  const std::string value = indicator::defanged(what);
  if (!mention.match.sure) return tell<sentences::mention_doubtful>(label_of(what), what.value);
  switch (mention.role) {
    case MentionRole::ours:
      return tell<sentences::mention_ours>(what.value);
    case MentionRole::account:
      return tell<sentences::mention_account>(what.value);
    case MentionRole::host:
      return tell<sentences::mention_host>(what.value);
    case MentionRole::evidence:
      return tell<sentences::mention_evidence>(value);
    case MentionRole::indicator:
      break;
  }
  return mention.kept ? tell<sentences::mention_kept>(label_of(what), value)
                      : tell<sentences::mention_dropped>(label_of(what), value);
}

std::vector<Message> mention_lines(const std::vector<Mention>& mentions) {
  std::vector<Message> lines;
  for (const auto& mention : mentions) lines.push_back(mention_line(mention));
  return lines;
}

bool any_kept_indicator(const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
    return mention.kept && mention.role == MentionRole::indicator;
  });
}

std::string mention_json(const Mention& mention, std::uint64_t entry) {
  const auto& match = mention.match;
  JsonWriter json;
  json.begin_object()
      .member("type", "recognised")
      .member("entry", entry)
      .member("kind", indicator::kind_name(match.indicator.kind))
      .member("value", match.indicator.value)
      .member("role", incident::role_name(mention.role))
      .member("kept", mention.kept)
      .member("sure", match.sure)
      .member("defanged", match.defanged)
      .member("offset", match.offset)
      .member("length", match.length)
      .member("misp", indicator::misp_type(match.indicator))
      .member("stix", indicator::stix_path(match.indicator))
      .end_object();
  return json.take();
}

Message named_line(const std::string& value, const std::vector<std::uint64_t>& entries) {
  const auto what = indicator::read_indicator(value);
  std::string places;
  for (const auto entry : entries) places += (places.empty() ? "" : ", ") + std::to_string(entry);
  return tell<sentences::named_line>(label_of(what), indicator::defanged(what), places);
}

}  // namespace digue::cli::casework
