#include "cli/usage.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "cli/sentences.h"

namespace digue::cli {

namespace {

// ---- the nearest name

// Letters to add, take out, change, or swap with the next.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

// "" when none is near: another word altogether would mislead.
std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  const auto bare = word.substr(std::min(word.find_first_not_of('-'), word.size()));
  std::size_t fewest = bare.size() / 2 + 1;
  std::string found;
  for (const auto& name : names) {
    const auto letters = std::string_view(name).substr(name.find_first_not_of('-'));
    const auto edits =
        letters.starts_with(bare) && !bare.empty() ? 1 : edits_between(bare, letters);
    if (edits >= fewest) continue;
    fewest = edits;
    found = name;
  }
  return found;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<const CLI::App*> subcommands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> verbs_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* verb : subcommands_of(app)) names.push_back(verb->get_name());
  return names;
}

// ---- the words, one by one

bool is_option(std::string_view word) {
  return word.size() > 1 && word.front() == '-' && (word[1] < '0' || word[1] > '9');
}

std::string name_of(const std::string& word) {
  return word.substr(0, word.find('='));
}

class Walk {
 public:
  Walk(const CLI::App& app, Words words) : at_(&app), words_(words) {}

  // Up to the first thing that is wrong.
  void walk() {
    for (; index_ < words_.size() && words_[index_] != "--" && !is_wrong(); ++index_) {
      if (is_option(words_[index_]))
        option(words_[index_]);
      else
        word(words_[index_]);
    }
  }
  const std::optional<Message>& valueless() const { return valueless_; }
  const std::optional<Message>& unknown() const { return unknown_; }
  const CLI::App& app() const { return *at_; }
  const std::string& command() const { return command_; }

 private:
  bool is_wrong() const { return valueless_ || unknown_; }

  void option(const std::string& word) {
    const auto name = name_of(word);
    const auto* found = at_->get_option_no_throw(name);
    if (found == nullptr) return unknown_option(name);
    if (name != word || found->get_items_expected_min() == 0) return;
    const bool at_end = index_ + 1 == words_.size();
    if (at_end || (is_option(words_[index_ + 1]) &&
                   at_->get_option_no_throw(name_of(words_[index_ + 1])) != nullptr))
      valueless_ = tell<sentences::usage_no_value>(name, command_);
    ++index_;
  }

  void word(const std::string& word) {
    const auto verbs = subcommands_of(*at_);
    if (verbs.empty()) return;
    const auto found = std::find_if(verbs.begin(), verbs.end(),
                                    [&](const auto* verb) { return verb->get_name() == word; });
    if (found == verbs.end()) return unknown_verb(word);
    at_ = *found;
    command_ += " " + word;
  }

  void unknown_option(const std::string& name) {
    const auto near = nearest(name, options_of(*at_));
    unknown_ = near.empty() ? tell<sentences::usage_unknown_option>(name, command_)
                            : tell<sentences::usage_option_near>(name, near, command_);
  }

  void unknown_verb(const std::string& word) {
    const auto near = nearest(word, verbs_of(*at_));
    unknown_ = near.empty() ? tell<sentences::usage_unknown_verb>(word, command_)
                            : tell<sentences::usage_verb_near>(word, near, command_);
  }

  const CLI::App* at_;
  Words words_;
  std::size_t index_ = 0;
  std::string command_ = "digue";
  std::optional<Message> valueless_, unknown_;
};

// ---- what the library says

// Its errors carry a text only: "--incident is required", "--zone: At Most 1 required but...".
std::string before(std::string_view text, std::string_view mark) {
  return std::string(text.substr(0, text.find(mark)));
}
std::string after(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  return at == std::string_view::npos ? std::string() : std::string(text.substr(at + mark.size()));
}
bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// "info,low" as people write a list.
std::string apart(std::string_view choices) {
  std::string out;
  for (const char c : choices) out.append(c == ',' ? ", " : std::string_view(&c, 1));
  return out;
}

Message of_missing(std::string_view said, const Walk& walk) {
  if (said == "A subcommand is required")
    return tell<sentences::usage_no_verb>(walk.command(), join(verbs_of(walk.app()), ", "));
  return tell<sentences::usage_required>(before(said, " is required"), walk.command());
}

Message of_value(std::string_view said, const Walk& walk) {
  constexpr std::string_view too_often = ": At Most 1 required but received ";
  constexpr std::string_view not_in = " not in {", not_converted = "Could not convert: ";
  if (has(said, too_often))
    return tell<sentences::usage_twice>(before(said, too_often), after(said, too_often),
                                        walk.command());
  if (has(said, not_in)) {
    auto choices = after(said, not_in);
    choices.pop_back();
    return tell<sentences::usage_choice>(before(after(said, ": "), not_in), before(said, ": "),
                                         apart(choices), walk.command());
  }
  if (said.starts_with(not_converted)) {
    const auto pair = after(said, not_converted);
    return tell<sentences::usage_not_taken>(after(pair, " = "), before(pair, " = "),
                                            walk.command());
  }
  if (has(said, " requires ") && !has(said, ": "))
    return tell<sentences::usage_needs>(before(said, " requires "), after(said, " requires "),
                                        walk.command());
  return tell<sentences::usage_value>(said, walk.command());
}

}  // namespace

std::optional<Message> missing_value(const CLI::App& app, Words words) {
  Walk walk(app, words);
  walk.walk();
  return walk.valueless();
}

Message explained(const CLI::ParseError& error, const CLI::App& app, Words words) {
  Walk walk(app, words);
  walk.walk();
  if (walk.unknown()) return *walk.unknown();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return tell<sentences::usage_unknown>(after(error.what(), "expected: "), walk.command());
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
    return of_missing(error.what(), walk);
  return of_value(error.what(), walk);
}

}  // namespace digue::cli
