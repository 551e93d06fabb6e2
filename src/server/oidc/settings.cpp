#include "server/oidc/settings.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/file.h"
#include "base/sentences.h"
#include "base/text.h"
#include "base/yaml.h"
#include "server/http/client.h"
#include "server/oidc/sentences.h"

namespace digue::server {

namespace {

using std::filesystem::path;

bool is_among(const std::string& text, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// The first mistake is kept and the rest is skipped.
class Reader {
 public:
  Reader(const YamlNode& root, const path& file, const std::function<void(const Message&)>& warn)
      : root_(root), file_(file), warn_(warn) {}

  Result<ProviderSettings> read() {
    ProviderSettings out;
    if (root_.kind != YamlNode::Kind::mapping)
      return digue::fail(need(root_, digue::sentences::a_mapping));
    DIGUE_CHECK(check_known_keys(root_,
                                 {"name", "issuer", "client", "secret", "authority", "groups_claim",
                                  "scopes", "roles", "second_factor"},
                                 file_.string()));
    DIGUE_TRY(out.name, text("name"));
    DIGUE_TRY(out.issuer, text("issuer"));
    if (!http::read_url(out.issuer)) return digue::fail(need("issuer", sentences::an_issuer));
    DIGUE_TRY(out.client, text("client"));
    DIGUE_CHECK(read_secret(out));
    DIGUE_CHECK(read_authority(out));
    if (root_["groups_claim"].present()) {
      DIGUE_TRY(out.groups_claim, text("groups_claim"));
    }
    if (root_["scopes"].present()) {
      DIGUE_TRY(out.scopes, texts(root_["scopes"], digue::sentences::a_list));
    }
    DIGUE_CHECK(read_proofs(out));
    DIGUE_CHECK(read_roles(out));
    return out;
  }

 private:
  Error need(const YamlNode& at, const Sentence& what) const {
    return yaml_error(file_.string(), at, compose(what, {}));
  }
  Error need(std::string_view key, const Sentence& what) const { return need(root_[key], what); }

  Result<std::string> text_of(const YamlNode& node) const {
    if (!node.is_text() || trimmed(node.text).empty())
      return digue::fail(need(node, digue::sentences::a_text));
    return node.text;
  }

  Result<std::string> text(std::string_view key) const {
    if (!root_[key].present())
      return digue::fail(yaml_error(file_.string(), root_, tell<digue::sentences::the_key>(key)));
    return text_of(root_[key]);
  }

  Result<std::vector<std::string>> texts(const YamlNode& list, const Sentence& what) const {
    if (list.kind != YamlNode::Kind::list) return digue::fail(need(list, what));
    std::vector<std::string> out;
    for (const auto& item : list.items) {
      DIGUE_TRY(auto one, text_of(item));
      out.push_back(std::move(one));
    }
    return out;
  }

  Outcome read_secret(ProviderSettings& out) const {
    if (!root_["secret"].present()) return {};
    DIGUE_TRY(const auto name, text("secret"));
    const auto file = file_.parent_path() / name;
    DIGUE_TRY(const auto bytes, MappedFile::open(file));
    if (bytes.bytes().size() <= max_secret_bytes) out.secret = trimmed(bytes.bytes());
    if (out.secret.empty() || out.secret.find_first_of("\r\n") != std::string::npos)
      return fail<sentences::bad_secret>(Error::Kind::bad_input, file.string(), max_secret_bytes);
    struct stat status{};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
      warn_(tell<sentences::secret_is_open>(file.string()));
    return {};
  }

  Outcome read_authority(ProviderSettings& out) const {
    if (!root_["authority"].present()) return {};
    DIGUE_TRY(const auto name, text("authority"));
    out.authorities = file_.parent_path() / name;
    DIGUE_TRY(const auto bytes, MappedFile::open(out.authorities));
    if (bytes.bytes().find("-----BEGIN CERTIFICATE-----") == std::string_view::npos)
      return digue::fail(need("authority", sentences::some_certificates));
    return {};
  }

  Outcome read_proofs(ProviderSettings& out) const {
    const auto& node = root_["second_factor"];
    if (!node.present()) return {};
    out.always_proven = node.is_text() && node.text == "always";
    if (out.always_proven) return {};
    DIGUE_TRY(out.proofs, texts(node, sentences::proofs_or_always));
    return {};
  }

  Result<MappedGroup> mapped(const YamlNode& node) const {
    if (node.kind != YamlNode::Kind::mapping)
      return digue::fail(need(node, digue::sentences::a_mapping));
    DIGUE_CHECK(check_known_keys(node, {"group", "role", "everywhere"}, file_.string()));
    MappedGroup out;
    DIGUE_TRY(out.group, text_of(node["group"]));
    const auto role = role_named(node["role"].text);
    if (!role) return digue::fail(need(node["role"], sentences::a_mapped_role));
    out.role = *role;
    const auto& everywhere = node["everywhere"];
    if (everywhere.present() && everywhere.text != "yes" && everywhere.text != "no")
      return digue::fail(need(everywhere, sentences::yes_or_no));
    // As for accounts that are made here: every incident is for who manages people.
    out.everywhere = everywhere.present() ? everywhere.text == "yes" : out.role == Role::lead;
    return out;
  }

  Outcome read_roles(ProviderSettings& out) const {
    const auto& list = root_["roles"];
    if (list.kind != YamlNode::Kind::list || list.items.empty())
      return digue::fail(need(list, sentences::some_roles));
    for (const auto& item : list.items) {
      DIGUE_TRY(auto one, mapped(item));
      out.groups.push_back(std::move(one));
    }
    return {};
  }

  const YamlNode& root_;
  path file_;
  const std::function<void(const Message&)>& warn_;
};

}  // namespace

std::optional<MappedGroup> ProviderSettings::mapped(const std::vector<std::string>& theirs) const {
  for (const auto& one : groups)
    if (is_among(one.group, theirs)) return one;
  return std::nullopt;
}

bool ProviderSettings::is_proven(const std::vector<std::string>& theirs) const {
  return always_proven || std::any_of(theirs.begin(), theirs.end(), [&](const std::string& one) {
           return is_among(one, proofs);
         });
}

Result<ProviderSettings> read_provider_settings(const path& file,
                                                const std::function<void(const Message&)>& warn) {
  DIGUE_TRY(const auto bytes, MappedFile::open(file));
  DIGUE_TRY(const auto root, read_yaml(bytes.bytes(), file.string()));
  return Reader(root, file, warn).read();
}

}  // namespace digue::server
