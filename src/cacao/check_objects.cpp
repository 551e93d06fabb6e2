#include "cacao/check_objects.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "base/hash.h"
#include "base/time.h"
#include "cacao/identifier.h"
#include "cacao/properties.h"
#include "cacao/sentences.h"

namespace digue::cacao {

using Kind = YamlNode::Kind;

static bool is_string(const YamlNode& node) {
  return node.is_text() && !node.plain;
}

static bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A whole number from 0; nothing when it is none.
static std::optional<std::int64_t> whole_number(const YamlNode& node) {
  const auto& text = node.text;
  const bool digits =
      !text.empty() && text.size() < 19 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!node.is_text() || !node.plain || !digits) return std::nullopt;
  return std::stoll(text);
}

// yyyy-mm-ddThh:mm:ss[.s+]Z, a moment that exists.
static bool is_moment(const YamlNode& node) {
  return is_string(node) && node.text.ends_with('Z') && node.text.size() > 19 &&
         node.text[10] == 'T' && parse_rfc3339(node.text).has_value();
}

namespace {

class ObjectChecker {
 public:
  explicit ObjectChecker(Report& report) : report_(report) {}

  void check_playbook(const YamlNode& playbook) {
    check_object(playbook, playbook_family, nullptr);
    if (const auto& version = playbook["spec_version"];
        version.present() && version.text != "cacao-2.0")
      report_.error<sentences::wrong_version>(version, shown_value(version.text));
    check_id_of(playbook["id"], "playbook");
    check_dictionary(playbook["workflow"], step_family);
    check_dictionary(playbook["agent_definitions"], agent_family);
    check_dictionary(playbook["target_definitions"], agent_family);
    check_dictionary(playbook["authentication_info_definitions"], authentication_family);
    check_dictionary(playbook["data_marking_definitions"], marking_family);
    check_dictionary(playbook["extension_definitions"], extension_family);
    check_words(playbook["playbook_types"], playbook_types());
    check_words(playbook["playbook_activities"], playbook_activities());
    check_order(playbook["created"], playbook["modified"], true);
    check_order(playbook["valid_from"], playbook["valid_until"], false);
    for (const auto& [key, step] : playbook["workflow"].members) check_step(key, step);
  }

 private:
  // ------------------------------------------------------------------------------ objects
  void check_object(const YamlNode& node, const Family& family, const TypeTable* type) {
    if (node.kind != Kind::mapping) return report_.error<sentences::need_object>(node);
    const auto own = type == nullptr ? Properties() : type->own;
    // A type of one's own has properties of one's own.
    const bool known = type != nullptr || types_of(family).empty();
    for (const auto& [key, value] : node.members) {
      const auto* property = property_named(family.common, key.text);
      if (property == nullptr) property = property_named(own, key.text);
      if (property != nullptr)
        check_shape(value, property->shape);
      else if (known)
        report_.warn<sentences::unknown_property>(key, shown_value(key.text), family.name);
    }
    check_required(node, family.common);
    check_required(node, own);
  }
  static const Property* property_named(Properties properties, std::string_view name) {
    const auto found =
        std::find_if(properties.begin(), properties.end(),
                     [&](const Property& property) { return property.name == name; });
    return found == properties.end() ? nullptr : &*found;
  }
  void check_required(const YamlNode& node, Properties properties) {
    for (const auto& property : properties)
      if (property.required && !node[property.name].present())
        report_.error<sentences::missing_property>(node, property.name);
  }

  // A dictionary of objects by their ids.
  void check_dictionary(const YamlNode& dictionary, const Family& family) {
    if (dictionary.present() && dictionary.kind != Kind::mapping)
      return report_.error<sentences::need_object>(dictionary);
    for (const auto& [key, object] : dictionary.members) {
      check_typed(object, family);
      check_id_of(key, object["type"].text);
      if (&family == &marking_family && object["id"].present() && object["id"].text != key.text)
        report_.error<sentences::other_id>(object["id"], shown_value(key.text));
    }
  }

  void check_typed(const YamlNode& object, const Family& family) {
    const auto& type = object["type"];
    const auto* table = type_named(family, type.text);
    check_object(object, family, table);
    if (table != nullptr || !is_string(type)) return;
    if (family.open)
      report_.warn<sentences::type_not_listed>(type, shown_value(type.text), family.name);
    else
      report_.error<sentences::type_unknown>(type, shown_value(type.text), family.name);
  }

  // An id bears the type of its object; no two types share a UUID.
  void check_id_of(const YamlNode& id, std::string_view type) {
    if (!id.present()) return;
    const auto read = identifier_of(id.text);
    if (!read) return report_.error<sentences::bad_identifier>(id, shown_value(id.text));
    if (!type.empty() && read->type != type)
      report_.error<sentences::other_type>(id, shown_value(id.text), shown_value(type));
    const auto [known, fresh] = uuids_.emplace(read->uuid, read->type);
    if (!fresh && known->second != read->type)
      report_.error<sentences::uuid_twice>(id, read->uuid, shown_value(known->second));
  }

  void check_step(const YamlNode& key, const YamlNode& step) {
    if (const auto id = identifier_of(key.text); id && uuid_version(id->uuid) != '4')
      report_.error<sentences::not_version_4>(key, shown_value(key.text));
    const bool ends = step["type"].text == "end";
    const bool done = step["on_completion"].present();
    const bool split = step["on_success"].present() || step["on_failure"].present();
    if (ends && (done || split)) report_.error<sentences::end_goes_on>(key);
    if (step["type"].text == "start" && split) report_.error<sentences::start_splits>(key);
    if (done && split) report_.error<sentences::both_ways_on>(step["on_completion"]);
    if (step["type"].text == "parallel" && step["next_steps"].items.size() == 1)
      report_.error<sentences::one_branch>(step["next_steps"]);
  }

  // ------------------------------------------------------------------------------ values
  void check_shape(const YamlNode& node, Shape shape) {
    switch (shape) {
      case Shape::text:
        if (!is_string(node)) report_.error<sentences::need_string>(node);
        break;
      case Shape::texts:
        return check_list(node, Shape::text);
      case Shape::identifiers:
        return check_list(node, Shape::identifier);
      case Shape::boolean:
        if (!node.plain || (node.text != "true" && node.text != "false"))
          report_.error<sentences::need_boolean>(node);
        break;
      case Shape::whole:
        if (!whole_number(node)) report_.error<sentences::need_whole>(node);
        break;
      case Shape::percent:
        if (whole_number(node).value_or(101) > 100) report_.error<sentences::need_percent>(node);
        break;
      case Shape::base64:
        if (!is_string(node) || !from_base64(node.text))
          report_.error<sentences::need_base64>(node);
        break;
      case Shape::identifier:
        if (!is_string(node) || !identifier_of(node.text))
          report_.error<sentences::bad_identifier>(node, shown_value(node.text));
        break;
      case Shape::moment:
        if (!is_moment(node)) report_.error<sentences::bad_moment>(node, shown_value(node.text));
        break;
      default:
        check_whole(node, shape);
    }
  }

  // Shapes that hold others.
  void check_whole(const YamlNode& node, Shape shape) {
    switch (shape) {
      case Shape::exact_moment:
        return check_exact_moment(node);
      case Shape::references:
        return check_references(node);
      case Shape::variables:
        return check_variables(node);
      case Shape::commands:
        return check_commands(node);
      case Shape::cases:
        return check_cases(node);
      case Shape::flags:
        if (check_is_object(node))
          for (const auto& [key, value] : node.members) check_shape(value, Shape::boolean);
        break;
      case Shape::extensions:
        if (check_is_object(node))
          for (const auto& [key, value] : node.members) check_extension(value);
        break;
      case Shape::object:
        check_is_object(node);
        break;
      default:
        break;
    }
  }
  bool check_is_object(const YamlNode& node) {
    if (node.kind != Kind::mapping) report_.error<sentences::need_object>(node);
    return node.kind == Kind::mapping;
  }
  bool check_is_list(const YamlNode& node) {
    const bool good = node.kind == Kind::list && !node.items.empty();
    if (!good) report_.error<sentences::need_list>(node);
    return good;
  }
  void check_list(const YamlNode& node, Shape shape) {
    if (!check_is_list(node)) return;
    for (const auto& item : node.items) check_shape(item, shape);
  }

  // "exactly three digits after the decimal place in seconds"
  void check_exact_moment(const YamlNode& node) {
    if (!is_moment(node)) return report_.error<sentences::bad_moment>(node, shown_value(node.text));
    if (node.text.size() != 24 || node.text[19] != '.')
      report_.error<sentences::not_milliseconds>(node, shown_value(node.text));
  }

  void check_references(const YamlNode& node) {
    static constexpr std::string_view wanted[] = {"description", "source", "url", "external_id",
                                                  "reference_id"};
    if (!check_is_list(node)) return;
    for (const auto& reference : node.items) {
      check_object(reference, reference_family, nullptr);
      const bool says = std::any_of(std::begin(wanted), std::end(wanted),
                                    [&](auto key) { return reference[key].present(); });
      if (!says) report_.error<sentences::empty_reference>(reference);
    }
  }

  static bool is_variable_name(std::string_view name) {
    const auto allowed = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    };
    return name.size() > 4 && name.size() <= 250 && name.starts_with("__") &&
           name.ends_with("__") && std::isalpha(static_cast<unsigned char>(name[2])) != 0 &&
           std::all_of(name.begin(), name.end(), allowed);
  }

  void check_variables(const YamlNode& node) {
    if (!check_is_object(node)) return;
    for (const auto& [name, variable] : node.members) {
      if (!is_variable_name(name.text))
        report_.error<sentences::bad_variable_name>(name, shown_value(name.text));
      check_object(variable, variable_family, nullptr);
      const auto& type = variable["type"];
      if (is_string(type) && !is_among(variable_types(), type.text))
        report_.warn<sentences::type_not_listed>(type, shown_value(type.text), "variable");
      const auto& value = variable["value"];
      if (value.kind == Kind::list || (value.plain && value.text != "null"))
        report_.error<sentences::bad_variable_value>(value);
    }
  }

  void check_commands(const YamlNode& node) {
    if (!check_is_list(node)) return;
    for (const auto& command : node.items) {
      check_typed(command, command_family);
      const auto* table = type_named(command_family, command["type"].text);
      const auto* plain = table == nullptr ? nullptr : property_named(table->own, "command");
      const bool either = plain != nullptr && !plain->required;
      if (either && !command["command"].present() && !command["command_b64"].present())
        report_.error<sentences::empty_command>(command);
      if (const auto& activity = command["playbook_activity"];
          is_string(activity) && !is_among(playbook_activities(), activity.text))
        report_.warn<sentences::word_not_listed>(activity, shown_value(activity.text));
    }
  }

  void check_cases(const YamlNode& node) {
    if (!check_is_object(node)) return;
    if (node.members.empty()) report_.error<sentences::no_case>(node);
    for (const auto& [value, step] : node.members) check_shape(step, Shape::identifier);
  }

  // "MUST only contain the characters a-z, 0-9, and underscore", from 3 to 250 of them.
  void check_extension(const YamlNode& node) {
    if (!check_is_object(node)) return;
    const auto allowed = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (const auto& [name, value] : node.members)
      if (name.text.size() < 3 || name.text.size() > 250 ||
          !std::all_of(name.text.begin(), name.text.end(), allowed))
        report_.error<sentences::bad_extension_name>(name, shown_value(name.text));
  }

  void check_words(const YamlNode& list, std::span<const std::string_view> words) {
    for (const auto& word : list.items)
      if (is_string(word) && !is_among(words, word.text))
        report_.warn<sentences::word_not_listed>(word, shown_value(word.text));
  }

  void check_order(const YamlNode& from, const YamlNode& to, bool may_be_equal) {
    const auto first = parse_rfc3339(from.text), second = parse_rfc3339(to.text);
    if (!first || !second || *first < *second || (may_be_equal && *first == *second)) return;
    report_.error<sentences::too_early>(to, shown_value(from.text));
  }

  Report& report_;
  std::map<std::string_view, std::string_view> uuids_;
};

}  // namespace

void check_objects(const YamlNode& playbook, Report& report) {
  ObjectChecker(report).check_playbook(playbook);
}

}  // namespace digue::cacao
