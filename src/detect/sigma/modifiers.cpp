#include "detect/sigma/modifiers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"
#include "detect/sigma/encode.h"
#include "detect/sigma/limits.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

template <class T>
using Made = tl::expected<T, Message>;

template <const Sentence& sentence, class... Arguments>
tl::unexpected<Message> wrong(Arguments&&... arguments) {
  return tl::unexpected(tell<sentence>(std::forward<Arguments>(arguments)...));
}

enum class Asks : std::uint8_t { text, regex, range, number, field, exists };

struct Named {
  std::string_view name;
  NumberMatch::Order order;
};
constexpr std::array<Named, 4> orders = {{{"lt", NumberMatch::Order::lt},
                                          {"lte", NumberMatch::Order::lte},
                                          {"gt", NumberMatch::Order::gt},
                                          {"gte", NumberMatch::Order::gte}}};
struct NamedPart {
  std::string_view name;
  NumberMatch::Of of;
};
constexpr std::array<NamedPart, 6> parts = {{{"minute", NumberMatch::Of::minute},
                                             {"hour", NumberMatch::Of::hour},
                                             {"day", NumberMatch::Of::day},
                                             {"week", NumberMatch::Of::week},
                                             {"month", NumberMatch::Of::month},
                                             {"year", NumberMatch::Of::year}}};
constexpr std::array<std::string_view, 4> regex_flags = {"i", "m", "s", "ignorecase"};
constexpr std::array<std::string_view, 8> rewriting = {
    "base64", "base64offset", "wide", "utf16le", "utf16be", "utf16", "windash", "expand"};

template <class Table>
bool is_among(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

// What the modifiers of an item come to.
struct Plan {
  Asks asks = Asks::text;
  std::string asked_by;                 // the modifier that said so
  std::optional<Pattern::Shape> shape;  // contains, startswith, endswith
  std::vector<std::string> rewrites;    // in the order written
  RegexFlags regex;
  bool all = false, cased = false, negated = false;
  NumberMatch number;
};

class Planner {
 public:
  Made<Plan> plan(const Item& item) {
    for (const auto& modifier : item.modifiers)
      if (auto taken = take(modifier); !taken) return tl::unexpected(taken.error());
    const bool only_text = plan_.shape && plan_.asks != Asks::text && plan_.asks != Asks::field;
    if (only_text) return wrong<sentences::clashing_modifiers>(plan_.asked_by, "contains");
    const bool needs_field =
        item.field.empty() && plan_.asks != Asks::text && plan_.asks != Asks::regex;
    if (needs_field) return wrong<sentences::keywords_modifier>(plan_.asked_by);
    return plan_;
  }

 private:
  Made<bool> take(const std::string& modifier) {
    if (modifier == "all") return plan_.all = true;
    if (modifier == "cased") return plan_.cased = true;
    if (modifier == "neq") return plan_.negated = true;
    if (is_among(rewriting, modifier)) return plan_.rewrites.push_back(modifier), true;
    if (is_among(regex_flags, modifier)) return flag(modifier);
    if (modifier == "contains") return shape(Pattern::Shape::contains);
    if (modifier == "startswith") return shape(Pattern::Shape::prefix);
    if (modifier == "endswith") return shape(Pattern::Shape::suffix);
    if (modifier == "re") return asks(Asks::regex, modifier);
    if (modifier == "cidr") return asks(Asks::range, modifier);
    if (modifier == "fieldref") return asks(Asks::field, modifier);
    if (modifier == "exists") return asks(Asks::exists, modifier);
    return number(modifier);
  }

  Made<bool> number(const std::string& modifier) {
    for (const auto& [name, order] : orders)
      if (name == modifier) return plan_.number.order = order, asks(Asks::number, modifier);
    for (const auto& [name, of] : parts)
      if (name == modifier) return plan_.number.of = of, asks(Asks::number, modifier);
    return wrong<sentences::unknown_modifier>(modifier);
  }

  Made<bool> shape(Pattern::Shape shape) {
    plan_.shape = shape;
    return true;
  }

  Made<bool> flag(const std::string& modifier) {
    if (plan_.asks != Asks::regex) return wrong<sentences::unknown_modifier>(modifier);
    if (modifier == "i" || modifier == "ignorecase") plan_.regex.ignore_case = true;
    if (modifier == "m") plan_.regex.multi_line = true;
    if (modifier == "s") plan_.regex.dot_all = true;
    return true;
  }

  Made<bool> asks(Asks asks, const std::string& modifier) {
    if (plan_.asks != Asks::text && plan_.asks != asks)
      return wrong<sentences::clashing_modifiers>(plan_.asked_by, modifier);
    plan_.asks = asks;
    plan_.asked_by = modifier;
    return true;
  }

  Plan plan_;
};

using Texts = std::vector<Tokens>;

// One modifier over the values so far.
Made<Texts> rewrite(const std::string& modifier, const Tokens& value) {
  if (modifier == "windash") {
    auto made = windash(value);
    if (made.empty() && !value.empty())
      return wrong<sentences::too_many_dashes>(literal_text(value), max_windash_places);
    return made;
  }
  if (has_wildcards(value))
    return wrong<sentences::modifier_wildcard>(literal_text(value), modifier);
  const std::string bytes = literal_text(value);
  if (modifier == "base64") return Texts{literal_tokens(to_base64(bytes))};
  if (modifier == "base64offset") {
    Texts made;
    for (const auto& one : base64_offsets(bytes)) made.push_back(literal_tokens(one));
    return made;
  }
  if (modifier == "utf16be") return Texts{literal_tokens(utf16be(bytes))};
  const std::string mark = modifier == "utf16" ? "\xff\xfe" : "";
  return Texts{literal_tokens(mark + utf16le(bytes))};
}

// `%admins%` in a text, once for each of its values.
Made<std::vector<std::string>> expand(const std::string& text, const Placeholders& placeholders) {
  const auto begin = text.find('%');
  const auto end = begin == std::string::npos ? begin : text.find('%', begin + 1);
  if (end == std::string::npos) return std::vector<std::string>{text};
  const std::string name = text.substr(begin + 1, end - begin - 1);
  const auto known = placeholders.find(name);
  if (known == placeholders.end()) return wrong<sentences::no_placeholder>(name);
  auto rest = expand(text.substr(end + 1), placeholders);
  if (!rest) return rest;
  std::vector<std::string> made;
  if (known->second.size() * rest->size() > max_values_of_item)
    return wrong<sentences::too_many_values>(max_values_of_item);
  for (const auto& value : known->second)
    for (const auto& after : *rest) {
      std::string& one = made.emplace_back(text, 0, begin);
      one += value;
      one += after;
    }
  return made;
}

void add_star(Tokens& tokens, bool at_front) {
  const auto at = at_front ? tokens.begin() : tokens.end();
  const bool there =
      !tokens.empty() && (at_front ? tokens.front() : tokens.back()).kind == Token::Kind::any;
  if (!there) tokens.insert(at, {Token::Kind::any, {}});
}

Pattern pattern_of(Tokens tokens, std::optional<Pattern::Shape> shape, bool cased) {
  const bool contains = shape == Pattern::Shape::contains;
  if (contains || shape == Pattern::Shape::suffix) add_star(tokens, true);
  if (contains || shape == Pattern::Shape::prefix) add_star(tokens, false);
  return Pattern(std::move(tokens), cased);
}

class ItemCompiler {
 public:
  ItemCompiler(const Item& item, const Plan& plan, const Placeholders& placeholders,
               FieldNaming& naming)
      : item_(item), plan_(plan), placeholders_(placeholders), naming_(naming) {}

  Made<Test> compile() {
    test_.field = item_.field.empty() ? no_field : naming_.field(item_.field);
    test_.all = plan_.all;
    test_.negated = plan_.negated;
    for (const Value& value : item_.values) {
      if (auto added = add(value); !added) return tl::unexpected(added.error());
      if (test_.all) test_.ends.push_back(test_.matchers.size());
      if (test_.matchers.size() > max_values_of_item)
        return wrong<sentences::too_many_values>(max_values_of_item);
    }
    return std::move(test_);
  }

 private:
  Made<bool> add(const Value& value) {
    if (value.kind == Value::Kind::null) {
      if (plan_.asks != Asks::text) return wrong<sentences::modifier_value>("null", plan_.asked_by);
      return put(IsNull{});
    }
    const bool expands = is_among(plan_.rewrites, std::string_view("expand"));
    if (!expands) return add_text(value.text);
    auto texts = expand(value.text, placeholders_);
    if (!texts) return tl::unexpected(texts.error());
    for (const auto& text : *texts)
      if (auto added = add_text(text); !added) return added;
    return true;
  }

  Made<bool> add_text(const std::string& text) {
    switch (plan_.asks) {
      case Asks::regex:
        return add_regex(text);
      case Asks::range:
        if (const auto range = AddressRange::parse(text)) return put(*range);
        return wrong<sentences::modifier_value>(text, plan_.asked_by);
      case Asks::number:
        return add_number(text);
      case Asks::field:
        return put(FieldMatch{naming_.field(text), plan_.shape.value_or(Pattern::Shape::exact),
                              plan_.cased});
      case Asks::exists:
        if (lower(text) != "true" && lower(text) != "false")
          return wrong<sentences::modifier_value>(text, plan_.asked_by);
        return put(Exists{lower(text) == "true"});
      case Asks::text:
        break;
    }
    return add_patterns(naming_.value(item_.field, text));
  }

  Made<bool> add_patterns(const std::string& text) {
    Texts texts = {parse_wildcards(text)};
    for (const auto& modifier : plan_.rewrites) {
      if (modifier == "expand") continue;
      Texts next;
      for (const Tokens& one : texts) {
        auto made = rewrite(modifier, one);
        if (!made) return tl::unexpected(made.error());
        next.insert(next.end(), made->begin(), made->end());
      }
      texts = std::move(next);
    }
    // Keywords stand anywhere in a value.
    const auto shape = item_.field.empty() && !plan_.shape ? Pattern::Shape::contains : plan_.shape;
    for (Tokens& one : texts) (void)put(pattern_of(std::move(one), shape, plan_.cased));
    return true;
  }

  Made<bool> add_regex(const std::string& text) {
    auto regex = Regex::compile(text, plan_.regex);
    if (!regex) return tl::unexpected(std::move(regex.error().message));
    return put(std::move(*regex));
  }

  Made<bool> add_number(const std::string& text) {
    NumberMatch number = plan_.number;
    const auto value = decimal_number(text);
    if (!value) return wrong<sentences::modifier_value>(text, plan_.asked_by);
    number.value = *value;
    return put(number);
  }

  Made<bool> put(Matcher matcher) {
    test_.matchers.push_back(std::move(matcher));
    return true;
  }

  const Item& item_;
  const Plan& plan_;
  const Placeholders& placeholders_;
  FieldNaming& naming_;
  Test test_;
};

}  // namespace

bool Test::holds_any(std::size_t begin, std::size_t end, Matching& matching) const {
  for (std::size_t i = begin; i < end; ++i)
    if (field == no_field ? matches_anywhere(matchers[i], matching)
                          : matches_field(matchers[i], field, matching))
      return true;
  return false;
}

bool Test::holds_all(Matching& matching) const {
  std::size_t begin = 0;
  for (const auto end : ends) {
    if (!holds_any(begin, end, matching)) return false;
    begin = end;
  }
  return !ends.empty();
}

bool Test::holds(Matching& matching) const {
  return (all ? holds_all(matching) : holds_any(0, matchers.size(), matching)) != negated;
}

Made<Test> compile_item(const Item& item, const Placeholders& placeholders, FieldNaming& naming) {
  const auto plan = Planner().plan(item);
  if (!plan) return tl::unexpected(plan.error());
  return ItemCompiler(item, *plan, placeholders, naming).compile();
}

}  // namespace digue::detect::sigma
