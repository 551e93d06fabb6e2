// A verb of the command line: `digue <verb> ...`.
//
// One folder a verb, src/cli/verbs/<name>/verb.cpp, which defines in namespace digue::cli::verbs
//   const Verb& <name>_verb();
// The build writes verbs() from the folders.  The contract of names, fields and exit codes is in
// docs/command-line.md and schema/digue.schema.json; every test of a verb checks against it.
#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"

namespace CLI {
class App;
}

namespace digue::cli {

enum class Exit : int {
  done = 0,
  failed = 1,
  usage = 2,       // wrong usage: nothing was done
  unreadable = 3,  // done, but some input could not be read
  findings = 10,   // findings at the level asked for, or above (--fail-on)
};

// What a verb may touch of the world.
struct Session {
  Language language;
  bool json;  // --json: JSON Lines on standard output
  Clock& clock;
  Files& files;

  // Data, to standard output.
  void print(std::string_view text);
  // One line of data.
  void line(std::string_view text);
  // A message to the person, on standard error.
  void note(const Message& message);
  // The error as a message, and the exit code that goes with it.
  Exit failed(const Error& error);
  std::string_view text(const Sentence& sentence) const { return sentence.in(language); }
};

using Run = std::function<Exit(Session&)>;

class Verb {
 public:
  virtual ~Verb() = default;
  virtual std::string_view name() const = 0;
  virtual const Sentence& summary() const = 0;  // one line of `digue --help`
  // Declares its options (descriptions in that language) and returns what runs once they are
  // parsed; options live in a shared structure that the returned function owns.
  virtual Run declare(CLI::App& app, Language language) const = 0;
};

namespace verbs {
std::span<const Verb* const> verbs();
}

// The whole program: picks the language, parses, runs one verb.
int run_program(int argc, const char* const* argv);

}  // namespace digue::cli
