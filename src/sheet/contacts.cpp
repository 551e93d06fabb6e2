#include "sheet/contacts.h"

#include <algorithm>

#include "sheet/names.h"
#include "sheet/node_reader.h"
#include "sheet/sentences.h"
#include "sheet/tree.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";
static constexpr Names<std::size_t, 8> sector_names{{"health", "finance", "aviation", "maritime",
                                                     "administration", "local-authority", "company",
                                                     "association"}};
static constexpr Names<std::size_t, 6> status_names{
    {"oiv", "ose", "classified", "nis2-essential", "nis2-important", "complex-system"}};

std::vector<std::string> profile_sectors() {
  return {sector_names.words.begin(), sector_names.words.end()};
}

std::vector<std::string> profile_statuses() {
  return {status_names.words.begin(), status_names.words.end()};
}

bool is_dialled(std::string_view number) {
  const std::size_t first = number.starts_with('+') ? 1 : 0;
  return !number.empty() && number.find_first_not_of("0123456789 ", first) == number.npos;
}

bool Contact::serves(const Profile& profile) const {
  if (profile.unknown() || (sectors.empty() && statuses.empty())) return true;
  const auto serves_them = [&](const std::string& word) {
    return std::find(sectors.begin(), sectors.end(), word) != sectors.end() ||
           std::find(statuses.begin(), statuses.end(), word) != statuses.end();
  };
  return std::any_of(profile.sectors.begin(), profile.sectors.end(), serves_them) ||
         std::any_of(profile.statuses.begin(), profile.statuses.end(), serves_them);
}

const Contact* Directory::find(std::string_view id) const {
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const Contact& contact) { return contact.id == id; });
  return found == contacts.end() ? nullptr : &*found;
}

std::vector<const Contact*> Directory::serving(const Profile& profile) const {
  std::vector<const Contact*> out;
  for (const auto& contact : contacts)
    if (contact.serves(profile)) out.push_back(&contact);
  return out;
}

// A chain of others that bites its tail ends there.
std::vector<const Contact*> Directory::to_call(std::string_view id, const Profile& profile) const {
  std::vector<const Contact*> out;
  const auto* contact = find(id);
  while (contact != nullptr && std::find(out.begin(), out.end(), contact) == out.end()) {
    if (!profile.unknown() && contact->serves(profile)) return {contact};
    out.push_back(contact);
    contact = find(contact->otherwise);
  }
  if (!profile.unknown() && !out.empty()) return {out.back()};
  return out;
}

Message Contact::titled() const {
  return name.empty() ? title : tell<sentences::named_contact>(title, name);
}

static Message with_number(const Contact& contact) {
  auto who = contact.titled();
  if (contact.phones.empty()) return who;
  return tell<sentences::named_number>(who, contact.phones[0].number);
}

Message Directory::told_to_call(const std::string& id, const Profile& profile) const {
  const auto contacts_to_call = to_call(id, profile);
  if (contacts_to_call.empty()) return {id, id};
  auto out = with_number(*contacts_to_call[0]);
  for (std::size_t i = 1; i < contacts_to_call.size(); ++i)
    out = tell<sentences::or_else_call>(out, with_number(*contacts_to_call[i]));
  return out;
}

namespace {

class DirectoryReader {
 public:
  explicit DirectoryReader(const std::string& file) : nodes_(file) { directory_.file = file; }

  void read(const YamlNode& root) {
    if (!nodes_.mapping(root, {"format", "version", "date", "about", "contacts"}, {"notes"}))
      return;
    if (const auto& format = root["format"]; format.present() && format.text != format_read)
      nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
    directory_.version = nodes_.word(root, "version");
    directory_.date = nodes_.date(root, "date");
    if (root["about"].present() && nodes_.mapping(root["about"], {}, {"item", "fr", "en"}))
      directory_.about = nodes_.texts(root["about"]);
    directory_.notes = read_notes(root);
    for (const auto& node : nodes_.list(root, "contacts")) read_contact(node);
    for (const auto& [id, place] : others_)
      if (directory_.find(id) == nullptr) nodes_.error<sentences::dead_contact>(place, id);
  }

  DirectoryReading finish() {
    auto problems = nodes_.take_problems();
    sort_problems(problems);
    return {std::move(directory_), std::move(problems)};
  }

 private:
  std::vector<Remark> read_notes(const YamlNode& mapping) {
    std::vector<Remark> out;
    for (const auto& node : nodes_.list(mapping, "notes"))
      if (nodes_.mapping(node, {}, {"item", "important", "fr", "en"}))
        out.push_back(
            {nodes_.id(node, "item"), nodes_.flag(node, "important"), nodes_.texts(node)});
    return out;
  }

  void read_contact(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "title", "whom"},
                        {"item", "items", "sectors", "statuses", "otherwise", "phones", "mail",
                         "web", "hours", "checked", "source", "notes", "key", "fill"}))
      return;
    Contact contact;
    contact.id = nodes_.id(node, "id");
    contact.place = place_of(node["id"]);
    contact.title = nodes_.message(node, "title");
    contact.whom = nodes_.message(node, "whom");
    contact.sectors = read_words(node, "sectors", sector_names);
    contact.statuses = read_words(node, "statuses", status_names);
    contact.otherwise = nodes_.id(node, "otherwise");
    if (!contact.otherwise.empty())
      others_.emplace_back(contact.otherwise, place_of(node["otherwise"]));
    contact.notes = read_notes(node);
    contact.fill = nodes_.flag(node, "fill");
    read_ways(node, contact);
    read_origin(node, contact);
    directory_.contacts.push_back(std::move(contact));
  }

  template <class Words>
  std::vector<std::string> read_words(const YamlNode& mapping, std::string_view key,
                                      const Words& words) {
    for (const auto& node : nodes_.list(mapping, key)) nodes_.named(node, words);
    return nodes_.words(mapping, key);
  }

  void read_ways(const YamlNode& node, Contact& contact) {
    for (const auto& phone : nodes_.list(node, "phones")) read_phone(phone, contact);
    contact.mail = nodes_.word(node, "mail");
    if (const auto& mail = contact.mail;
        !mail.empty() && (mail.find('@') == std::string::npos || mail.find(' ') != mail.npos))
      nodes_.error<sentences::not_a_mail>(place_of(node["mail"]), mail.substr(0, 80));
    contact.web = nodes_.words(node, "web");
    for (const auto& address : nodes_.list(node, "web")) check_address(address);
    contact.hours = nodes_.message(node, "hours");
    if (node["key"].present()) read_key(node["key"], contact);
  }

  void read_phone(const YamlNode& node, Contact& contact) {
    if (!nodes_.mapping(node, {"number"}, {"fr", "en"})) return;
    Phone phone{nodes_.word(node, "number"), nodes_.texts(node)};
    if (!is_dialled(phone.number))
      nodes_.error<sentences::not_a_number>(place_of(node["number"]), phone.number.substr(0, 80));
    contact.phones.push_back(std::move(phone));
  }

  // A host, then a path; to be read, never followed.
  void check_address(const YamlNode& node) {
    const auto good = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             std::string_view("-._/").find(c) != std::string_view::npos;
    };
    const auto& text = node.text;
    if (text.find('.') == std::string::npos || !std::all_of(text.begin(), text.end(), good))
      nodes_.error<sentences::not_an_address>(place_of(node), text.substr(0, 80));
  }

  void read_key(const YamlNode& node, Contact& contact) {
    if (!nodes_.mapping(node, {"id", "fingerprint", "address"}, {"item", "fr", "en"})) return;
    PublicKey key{nodes_.word(node, "id"), nodes_.word(node, "fingerprint"),
                  nodes_.word(node, "address"), nodes_.texts(node)};
    check_address(node["address"]);
    auto digits = key.fingerprint;
    std::erase(digits, ' ');
    const bool hexadecimal = digits.find_first_not_of("0123456789ABCDEF") == std::string::npos;
    if (digits.size() != 40 || !hexadecimal || key.id.size() < 8 || !digits.ends_with(key.id))
      nodes_.error<sentences::not_a_fingerprint>(place_of(node["fingerprint"]));
    contact.key = std::move(key);
  }

  // What is public has its date and its source; what the organisation fills in has neither yet.
  void read_origin(const YamlNode& node, Contact& contact) {
    contact.checked = nodes_.date(node, "checked");
    contact.source = nodes_.message(node, "source");
    if (contact.fill) return;
    if (!node["checked"].present()) nodes_.error<sentences::missing_key>(place_of(node), "checked");
    if (!node["source"].present()) nodes_.error<sentences::missing_key>(place_of(node), "source");
    if (contact.phones.empty() && contact.mail.empty() && contact.web.empty())
      nodes_.error<sentences::out_of_reach>(contact.place, contact.id);
  }

  NodeReader nodes_;
  Directory directory_;
  std::vector<std::pair<std::string, Place>> others_;  // named by `otherwise`
};

}  // namespace

DirectoryReading read_directory(std::string_view bytes, const std::string& file) {
  const auto root = read_tree(bytes, file);
  if (!root) return {{}, {root.error()}};
  DirectoryReader reader(file);
  reader.read(*root);
  return reader.finish();
}

}  // namespace digue::sheet
