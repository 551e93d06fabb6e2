#include "organisation/organisation.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/number.h"
#include "base/sentences.h"
#include "base/text.h"
#include "base/yaml.h"
#include "organisation/register_yaml.h"
#include "organisation/sentences.h"

namespace digue::organisation {

namespace {

struct AddressBytes {
  std::array<unsigned char, 16> bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
  bool four = false;
};

std::optional<AddressBytes> address_bytes(std::string_view text) {
  const std::string terminated(text);
  AddressBytes address;
  address.four = inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + 12) == 1;
  if (!address.four && inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) != 1)
    return std::nullopt;
  return address;
}

bool holds_bytes(const Network& network, const AddressBytes& address) {
  const auto whole = static_cast<std::size_t>(network.prefix / 8);
  if (!std::equal(address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                  network.start.begin()))
    return false;
  const int mask = 0xff00 >> (network.prefix % 8) & 0xff;
  return mask == 0 || ((address.bytes[whole] ^ network.start[whole]) & mask) == 0;
}

}  // namespace

std::optional<Network> Network::parse(std::string_view text) {
  Network network;
  network.text = text;
  const auto slash = text.find('/');
  const auto address = address_bytes(text.substr(0, slash));
  if (!address) return std::nullopt;
  network.start = address->bytes;
  if (slash == std::string_view::npos) return network;
  const auto prefix = whole_number<int>(text.substr(slash + 1));
  if (!prefix || *prefix < 0 || *prefix > (address->four ? 32 : 128)) return std::nullopt;
  network.prefix = *prefix + (address->four ? 96 : 0);
  return network;
}

bool Network::holds(std::string_view address) const {
  return any_holds({this, 1}, address);
}

bool any_holds(std::span<const Network> networks, std::string_view address) {
  if (networks.empty()) return false;
  const auto bytes = address_bytes(address);
  return bytes && std::any_of(networks.begin(), networks.end(),
                              [&](const Network& network) { return holds_bytes(network, *bytes); });
}

namespace {

constexpr int max_declare_hours = 1000;

// Reads one settings file; the first mistake is kept and the rest is skipped.
class Reader {
 public:
  Reader(const YamlNode& root, std::string file) : root_(root), file_(std::move(file)) {}

  Result<Organisation> read(Files& files, const std::filesystem::path& folder) {
    Organisation out;
    if (root_.kind != YamlNode::Kind::mapping)
      return digue::fail(need(root_, digue::sentences::a_mapping));
    DIGUE_CHECK(check_known_keys(
        root_,
        {"name", "zone", "domains", "home_countries", "working_hours", "known_networks",
         "administrators", "known_applications", "place_databases", "regulated", "severity",
         "activities", "systems", "interconnections", "register", "personal_data", "insurance",
         "clocks", "overlay"},
        file_));
    out.name = root_["name"].text;
    DIGUE_CHECK(read_zone(out));
    DIGUE_CHECK(read_texts("domains", sentences::a_domain, out.domains));
    DIGUE_CHECK(read_texts("administrators", digue::sentences::a_text, out.administrators));
    DIGUE_CHECK(read_texts("known_applications", digue::sentences::a_text, out.known_applications));
    DIGUE_CHECK(read_countries(out));
    DIGUE_CHECK(read_networks(out));
    DIGUE_CHECK(read_hours(out));
    DIGUE_CHECK(read_profile(out));
    std::vector<std::string> databases;
    DIGUE_CHECK(read_list("place_databases", databases));
    for (const auto& database : databases) out.place_databases.push_back(folder / database);
    DIGUE_CHECK(read_overlay_name(folder, out));
    DIGUE_CHECK(read_regulated(out));
    DIGUE_CHECK(read_severity(out));
    DIGUE_CHECK(read_whole_register(files, folder, out));
    return out;
  }

 private:
  Error need(const YamlNode& at, const Sentence& what) const {
    return yaml_error(file_, at, compose(what, {}));
  }

  Outcome read_zone(Organisation& out) {
    const auto& node = root_["zone"];
    if (!node.present()) return {};
    auto zone = Zone::named(node.text);
    if (!zone) return digue::fail(need(node, sentences::a_zone));
    out.zone = *zone;
    out.zone_is_set = true;
    return {};
  }

  Outcome read_list(std::string_view key, std::vector<std::string>& out) {
    const auto& list = root_[key];
    if (list.present() && list.kind != YamlNode::Kind::list)
      return digue::fail(need(list, digue::sentences::a_list));
    for (const auto& item : list.items) {
      if (!item.is_text() || item.text.empty())
        return digue::fail(need(item, digue::sentences::a_text));
      out.push_back(item.text);
    }
    return {};
  }

  Outcome read_overlay_name(const std::filesystem::path& folder, Organisation& out) {
    const auto& node = root_["overlay"];
    if (!node.present()) return {};
    if (!node.is_text() || node.text.empty())
      return digue::fail(need(node, digue::sentences::a_text));
    out.overlay = folder / node.text;
    return {};
  }

  Outcome read_texts(std::string_view key, const Sentence& what, std::vector<std::string>& out) {
    DIGUE_CHECK(read_list(key, out));
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = lower(out[i]);
      const bool spaced = out[i].find(' ') != std::string::npos;
      if (spaced) return digue::fail(need(root_[key].items[i], what));
    }
    return {};
  }

  Outcome read_countries(Organisation& out) {
    DIGUE_CHECK(read_list("home_countries", out.home_countries));
    for (std::size_t i = 0; i < out.home_countries.size(); ++i) {
      const auto& code = out.home_countries[i];
      const bool two = code.size() == 2 && std::all_of(code.begin(), code.end(),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
      if (!two) return digue::fail(need(root_["home_countries"].items[i], sentences::a_country));
    }
    return {};
  }

  Outcome read_networks(Organisation& out) {
    std::vector<std::string> texts;
    DIGUE_CHECK(read_list("known_networks", texts));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto network = Network::parse(texts[i]);
      if (!network)
        return digue::fail(need(root_["known_networks"].items[i], sentences::a_network));
      out.known_networks.push_back(*network);
    }
    return {};
  }

  // What the law makes of it.
  Outcome read_profile(Organisation& out) {
    DIGUE_CHECK(read_texts("clocks", digue::sentences::a_text, out.clocks));
    const auto& data = root_["personal_data"];
    if (data.present()) {
      DIGUE_TRY(out.personal_data, yes_or_no(data));
    }
    return read_insurance(out);
  }

  Result<bool> yes_or_no(const YamlNode& node) const {
    if (node.text != "yes" && node.text != "no")
      return digue::fail(need(node, sentences::yes_or_no));
    return node.text == "yes";
  }

  // "no", or what the contract says.
  Outcome read_insurance(Organisation& out) {
    const auto& node = root_["insurance"];
    if (!node.present()) return {};
    if (node.is_text()) {
      DIGUE_TRY(out.insured, yes_or_no(node));
      return {};
    }
    if (node.kind != YamlNode::Kind::mapping)
      return digue::fail(need(node, digue::sentences::a_mapping));
    DIGUE_CHECK(check_known_keys(node, {"insurer", "policy", "declare_hours"}, file_));
    out.insured = true;
    out.insurance.insurer = node["insurer"].text;
    out.insurance.policy = node["policy"].text;
    const auto& hours = node["declare_hours"];
    if (!hours.present()) return {};
    const auto value = whole_number<int>(hours.text);
    if (!value || *value < 1 || *value > max_declare_hours)
      return digue::fail(need(hours, sentences::some_hours));
    out.insurance.declare_hours = *value;
    return {};
  }

  Result<int> minutes_of(const YamlNode& node) const {
    const auto& t = node.text;
    const auto digit = [&](std::size_t i) { return t[i] >= '0' && t[i] <= '9' ? t[i] - '0' : 100; };
    if (t.size() != 5 || t[2] != ':') return digue::fail(need(node, sentences::an_hour));
    const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
    if (hours > 24 || minutes > 59) return digue::fail(need(node, sentences::an_hour));
    return hours * 60 + minutes;
  }

  Outcome read_hours(Organisation& out) {
    const auto& node = root_["working_hours"];
    if (!node.present()) return {};
    DIGUE_CHECK(check_known_keys(node, {"from", "to", "days"}, file_));
    WorkingHours hours;
    DIGUE_TRY(hours.from_minutes, minutes_of(node["from"]));
    DIGUE_TRY(hours.to_minutes, minutes_of(node["to"]));
    static constexpr std::array<std::string_view, 7> days = {"mon", "tue", "wed", "thu",
                                                             "fri", "sat", "sun"};
    if (node["days"].present()) hours.days = {};
    for (const auto& item : node["days"].items) {
      const auto day = std::find(days.begin(), days.end(), item.text);
      if (day == days.end()) return digue::fail(need(item, sentences::a_day));
      hours.days[static_cast<std::size_t>(day - days.begin())] = true;
    }
    out.hours = hours;
    return {};
  }

  Outcome read_regulated(Organisation& out) {
    const auto& statuses = regulated_words;
    out.regulated_is_set = root_["regulated"].present();
    DIGUE_CHECK(read_list("regulated", out.regulated));
    for (std::size_t i = 0; i < out.regulated.size(); ++i)
      if (std::find(statuses.begin(), statuses.end(), out.regulated[i]) == statuses.end())
        return digue::fail(need(root_["regulated"].items[i], sentences::a_status));
    return {};
  }

  // Thresholds of the severity table, by their names there.
  Outcome read_severity(Organisation& out) {
    const auto& node = root_["severity"];
    if (!node.present()) return {};
    if (node.kind != YamlNode::Kind::mapping)
      return digue::fail(need(node, digue::sentences::a_mapping));
    for (const auto& [key, value] : node.members) {
      const auto number = whole_number<int>(value.text);
      if (!number || *number < 1 || *number > 1000)
        return digue::fail(need(value, sentences::a_threshold));
      out.severity_settings[key.text] = *number;
    }
    return {};
  }

  // What stands in the file, then the tables beside it.
  Outcome read_whole_register(Files& files, const std::filesystem::path& folder,
                              Organisation& out) {
    RegisterNotes notes;
    DIGUE_CHECK(read_register(root_, file_, out.registry, notes));
    std::vector<std::string> tables;
    DIGUE_CHECK(read_list("register", tables));
    for (const auto& table : tables) {
      const auto path = folder / table;
      DIGUE_TRY(const std::string bytes, files.read(path));
      DIGUE_CHECK(import_csv(bytes, path.string(), out.registry, notes));
    }
    check_register(out.registry, notes);
    out.notes = std::move(notes.notes);
    return {};
  }

  const YamlNode& root_;
  std::string file_;
};

}  // namespace

Result<Organisation> load(Files& files, const std::filesystem::path& path) {
  DIGUE_TRY(const std::string bytes, files.read(path));
  DIGUE_TRY(const YamlNode root, read_yaml(bytes, path.string()));
  return Reader(root, path.string()).read(files, path.parent_path());
}

}  // namespace digue::organisation
