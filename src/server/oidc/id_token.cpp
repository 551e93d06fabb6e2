#include "server/oidc/id_token.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "server/base64url.h"
#include "server/oidc/json.h"
#include "server/oidc/sentences.h"

namespace digue::server {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

tl::unexpected<Error> refused(const Sentence& why) {
  return fail<sentences::token_refused>(Error::Kind::bad_input, compose(why, {}));
}

bool is_plain(std::string_view text) {
  return text.size() <= max_claim_bytes && std::none_of(text.begin(), text.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte < 0x20 || byte == 0x7f;
         });
}

// "" when it is no text that can be shown.
std::string plain_text_in(const object& claims, std::string_view name) {
  const auto text = trimmed(text_in(claims, name));
  return is_plain(text) ? std::string(text) : std::string();
}

// One text, or a list of texts; at most max_groups of them, what is no text left out.
std::vector<std::string> texts_in(const object& claims, std::string_view name) {
  std::vector<std::string> out;
  simdjson::dom::array list;
  if (const auto one = text_in(claims, name); !one.empty()) out.emplace_back(one);
  if (claims[name].get(list) != simdjson::SUCCESS) return out;
  for (const auto item : list) {
    std::string_view text;
    if (out.size() < max_groups && item.get(text) == simdjson::SUCCESS) out.emplace_back(text);
  }
  return out;
}

// NumericDate: seconds, which may have a fraction.  Nothing when it is not there, or is no moment.
std::optional<Instant> moment_in(const object& claims, std::string_view name) {
  static constexpr double latest = 1e11;  // the year 5138
  double seconds = 0;
  if (claims[name].get(seconds) != simdjson::SUCCESS || !(seconds >= 0 && seconds < latest))
    return std::nullopt;
  return Instant{static_cast<std::int64_t>(std::floor(seconds * 1000))};
}

bool has(const object& claims, std::string_view name) {
  element any;
  return claims[name].get(any) == simdjson::SUCCESS;
}

// For us; when it is for others too, we must be the one that it was made for.
bool is_for(const object& claims, const std::string& client) {
  const auto audience = texts_in(claims, "aud");
  const bool named = std::find(audience.begin(), audience.end(), client) != audience.end();
  const bool has_party = has(claims, "azp");
  if (has_party && text_in(claims, "azp") != client) return false;
  return named && (audience.size() == 1 || has_party);
}

Outcome check_times(const object& claims, Instant now) {
  const auto ends = moment_in(claims, "exp"), made = moment_in(claims, "iat");
  if (!ends || !made) return refused(sentences::without_times);
  if (*ends <= now - clock_leeway_ms) return refused(sentences::token_over);
  if (*made > now + clock_leeway_ms) return refused(sentences::token_not_yet);
  if (*made < now - max_token_age_ms) return refused(sentences::token_too_old);
  if (!has(claims, "nbf")) return {};
  const auto begins = moment_in(claims, "nbf");
  if (!begins || *begins > now + clock_leeway_ms) return refused(sentences::token_not_yet);
  return {};
}

std::string first_of(std::string first, std::string otherwise) {
  return first.empty() ? std::move(otherwise) : std::move(first);
}

}  // namespace

Result<IdToken> read_id_token(std::string_view text) {
  const auto parts = split(text.substr(0, max_id_token_bytes + 1), '.');
  if (text.size() > max_id_token_bytes || parts.size() != 3) return refused(sentences::not_a_token);
  const auto header = from_base64url(parts[0]), claims = from_base64url(parts[1]),
             signature = from_base64url(parts[2]);
  if (!header || !claims || !signature) return refused(sentences::not_a_token);
  const JsonText json(*header, max_id_token_bytes);
  const auto* root = json.root();
  if (root == nullptr) return refused(sentences::not_a_token);
  const auto kind = signature_kind_named(text_in(*root, "alg"));
  if (!kind) return refused(sentences::unknown_algorithm);
  if (has(*root, "crit")) return refused(sentences::unknown_extension);
  const auto id = text_in(*root, "kid");
  if (id.empty() || id.size() > max_key_id_bytes) return refused(sentences::no_key_id);
  return IdToken{*kind, std::string(id), std::string(parts[0]) + "." + std::string(parts[1]),
                 *claims, *signature};
}

Result<Claims> read_claims(std::string_view json, const Asked& asked) {
  const JsonText text(json, max_id_token_bytes);
  const auto* claims = text.root();
  if (claims == nullptr) return refused(sentences::not_a_token);
  if (text_in(*claims, "iss") != asked.issuer) return refused(sentences::other_issuer);
  if (!is_for(*claims, asked.client)) return refused(sentences::for_another);
  DIGUE_CHECK(check_times(*claims, asked.now));
  if (asked.nonce.empty() || text_in(*claims, "nonce") != asked.nonce)
    return refused(sentences::other_sign_in);
  Claims out;
  out.subject = text_in(*claims, "sub");
  if (out.subject.empty() || !is_plain(out.subject)) return refused(sentences::without_subject);
  out.preferred_name =
      first_of(plain_text_in(*claims, "preferred_username"), plain_text_in(*claims, "email"));
  out.display_name =
      first_of(plain_text_in(*claims, "name"), first_of(out.preferred_name, out.subject));
  out.groups = texts_in(*claims, asked.groups_claim);
  out.proofs = texts_in(*claims, "amr");
  if (const auto level = text_in(*claims, "acr"); !level.empty()) out.proofs.emplace_back(level);
  return out;
}

}  // namespace digue::server
