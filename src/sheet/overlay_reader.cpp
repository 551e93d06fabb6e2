// From the bytes of an overlay to its values; what it names is checked later.
#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "sheet/names.h"
#include "sheet/overlay.h"
#include "sheet/sentences.h"
#include "sheet/sheet_reader.h"
#include "sheet/tree.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";
static constexpr Names<Language, 2> language_names{{"fr", "en"}};

namespace {

class OverlayReader {
 public:
  explicit OverlayReader(const std::string& file) : steps_(file), nodes_(steps_.nodes()) {
    out_.file = file;
  }

  void read(const YamlNode& root) {
    if (!nodes_.mapping(root, {"format", "overlay", "base"},
                        {"language", "reviewed", "tested", "platforms", "contacts", "steps",
                         "own_steps", "hidden"}))
      return;
    if (const auto& format = root["format"]; format.present() && format.text != format_read)
      nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
    out_.organisation = nodes_.word(root, "overlay");
    if (const auto& language = root["language"]; language.present())
      if (const auto only = nodes_.named(language, language_names)) nodes_.speak_only(*only);
    for (const auto& node : items(root, "base")) read_base(node);
    out_.reviewed = review(root["reviewed"]);
    out_.tested = review(root["tested"]);
    for (const auto& node : items(root, "platforms")) out_.platforms.push_back(nodes_.id_of(node));
    for (const auto& node : items(root, "contacts")) read_contact(node);
    for (const auto& node : items(root, "steps")) read_step(node);
    for (const auto& node : items(root, "own_steps")) read_own_step(node);
    for (const auto& node : items(root, "hidden")) read_hidden(node);
  }

  OverlayReading finish() {
    auto problems = nodes_.take_problems();
    sort_problems(problems);
    return {std::move(out_), std::move(problems)};
  }

 private:
  // A key with nothing below it, all its entries being comments, has none.
  std::span<const YamlNode> items(const YamlNode& mapping, std::string_view key) {
    const auto& node = mapping[key];
    if (node.is_text() && node.text.empty()) return {};
    return nodes_.list(mapping, key);
  }

  void read_base(const YamlNode& node) {
    if (!nodes_.mapping(node, {"sheet", "version"}, {"hash", "steps"})) return;
    Base base;
    base.sheet = nodes_.id(node, "sheet");
    base.place = place_of(node["version"]);
    base.version = nodes_.word(node, "version");
    base.hash = nodes_.word(node, "hash");
    for (const auto& line : items(node, "steps"))
      for (const auto word : split(line.text, ' '))
        if (!word.empty()) read_base_step(word, place_of(line), base);
    out_.bases.push_back(std::move(base));
  }

  // "1.b.1=P0:3fa2c1d0"
  void read_base_step(std::string_view word, Place place, Base& base) {
    const auto equals = word.find('='), colon = word.rfind(':');
    const auto priority = equals < colon && colon != word.npos
                              ? priority_named(word.substr(equals + 1, colon - equals - 1))
                              : std::nullopt;
    if (!priority || base.steps.size() >= max_list_items)
      return nodes_.error<sentences::bad_base_step>(place, word.substr(0, 80));
    base.steps.push_back({base.sheet + "/" + std::string(word.substr(0, equals)), *priority,
                          std::string(word.substr(colon + 1))});
  }

  Review review(const YamlNode& node) {
    if (!node.present() || !nodes_.mapping(node, {"date", "by"})) return {};
    return {nodes_.date(node, "date"), nodes_.word(node, "by"), place_of(node["date"])};
  }

  void read_contact(const YamlNode& node) {
    if (!nodes_.mapping(node, {"contact"},
                        {"title", "whom", "name", "phones", "mail", "hours", "note"}))
      return;
    LocalContact contact;
    contact.id = nodes_.id(node, "contact");
    contact.place = place_of(node["contact"]);
    contact.title = nodes_.message(node, "title");
    contact.whom = nodes_.message(node, "whom");
    contact.name = nodes_.word(node, "name");
    contact.mail = nodes_.word(node, "mail");
    if (const auto& mail = contact.mail; !mail.empty() && mail.find('@') == std::string::npos)
      nodes_.error<sentences::not_a_mail>(place_of(node["mail"]), mail.substr(0, 80));
    for (const auto& phone : items(node, "phones")) contact.phones.push_back(read_phone(phone));
    contact.hours = nodes_.message(node, "hours");
    contact.note = nodes_.message(node, "note");
    out_.contacts.push_back(std::move(contact));
  }

  Phone read_phone(const YamlNode& node) {
    if (!nodes_.mapping(node, {"number"}, {"where"})) return {};
    Phone phone{nodes_.word(node, "number"), nodes_.message(node, "where")};
    if (!is_dialled(phone.number))
      nodes_.error<sentences::not_a_number>(place_of(node["number"]), phone.number.substr(0, 80));
    return phone;
  }

  void read_step(const YamlNode& node) {
    if (!nodes_.mapping(node, {"step"}, {"owners", "console", "note"})) return;
    out_.steps.push_back({nodes_.id(node, "step"), read_local(node), place_of(node["step"])});
  }

  Local read_local(const YamlNode& node) {
    Local local;
    for (const auto& owner : items(node, "owners")) {
      if (!owner.is_text() || owner.text.empty() || owner.text.size() > max_text_bytes)
        nodes_.error<sentences::need_text>(place_of(owner));
      else
        local.owners.push_back(owner.text);
    }
    for (const auto& console : items(node, "console")) {
      if (!nodes_.mapping(console, {}, {"platform", "path", "address"})) continue;
      local.consoles.push_back({nodes_.id(console, "platform"), nodes_.message(console, "path"),
                                nodes_.word(console, "address")});
    }
    local.note = nodes_.message(node, "note");
    return local;
  }

  void read_own_step(const YamlNode& node) {
    if (!nodes_.mapping(node, {"step"},
                        {"after", "before", "priority", "theme", "owners", "console", "note"}))
      return;
    const bool before = node["before"].present();
    const auto& beside = node[before ? "before" : "after"];
    if (before == node["after"].present())
      return nodes_.error<sentences::one_place>(place_of(node));
    auto& read = steps_.sheet();
    read.rules.clear();
    read.steps.clear();
    const auto references = static_cast<std::ptrdiff_t>(steps_.references().size());
    steps_.read_lone_step(node["step"]);
    if (read.steps.empty()) return;
    OwnStep own;
    own.step = std::move(read.steps.back());
    own.step.local = read_local(node);
    own.step.local.own = true;
    own.rules = std::move(read.rules);
    own.references = {steps_.references().begin() + references, steps_.references().end()};
    own.beside = nodes_.id_of(beside);
    own.before = before;
    own.place = place_of(beside);
    own.theme = nodes_.id(node, "theme");
    if (const auto& priority = node["priority"]; priority.present())
      own.priority = nodes_.named(priority, priority_names);
    out_.own_steps.push_back(std::move(own));
  }

  void read_hidden(const YamlNode& node) {
    if (nodes_.mapping(node, {"step", "reason"}))
      out_.hidden.push_back(
          {nodes_.id(node, "step"), nodes_.message(node, "reason"), place_of(node["step"])});
  }

  SheetReader steps_;
  NodeReader& nodes_;
  Overlay out_;
};

}  // namespace

bool is_overlay(std::string_view bytes) {
  static constexpr std::string_view key = "overlay:";
  if (bytes.size() > max_yaml_bytes) return false;
  return bytes.starts_with(key) || bytes.find("\n" + std::string(key)) != std::string_view::npos;
}

OverlayReading read_overlay(std::string_view bytes, const std::string& file) {
  const auto root = read_tree(bytes, file);
  if (!root) return {{}, {root.error()}};
  OverlayReader reader(file);
  reader.read(*root);
  auto out = reader.finish();
  out.overlay.sha256 = to_hex(sha256(bytes));
  return out;
}

const Base* Overlay::base(std::string_view sheet) const {
  const auto found =
      std::find_if(bases.begin(), bases.end(), [&](const Base& one) { return one.sheet == sheet; });
  return found == bases.end() ? nullptr : &*found;
}

}  // namespace digue::sheet
