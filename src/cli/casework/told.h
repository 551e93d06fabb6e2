// What a person tells about the files of evidence, beside the files: the options that the verbs
// that read evidence share.
#pragma once
#include <string>

#include "base/result.h"
#include "read/format.h"

namespace CLI {
class App;
}

namespace digue::cli::casework {

struct ToldOptions {
  std::string zone, mapping;
};

// Declares --zone and --mapping, filled in when the command line is read.
void declare_told(CLI::App& app, ToldOptions& options, Language language);
// Fails on a zone that does not exist, and on a mapping file that is not well made.
Outcome take_told(const ToldOptions& options, read::Told& told);

}  // namespace digue::cli::casework
