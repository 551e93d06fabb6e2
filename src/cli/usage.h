// What is wrong with a command line, in the person's language: the library that reads it speaks
// English only, and names neither the nearest option nor the words that are possible.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "base/sentence.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace digue::cli {

// The words of a command line, without the program's name.
using Words = std::span<const std::string>;

// An option without its value, which the library would take from the next option; to be asked
// before it reads the words.
std::optional<Message> missing_value(const CLI::App& app, Words words);
// Why the library refused the words.
Message explained(const CLI::ParseError& error, const CLI::App& app, Words words);

}  // namespace digue::cli
