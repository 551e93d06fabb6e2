// What was told about the files, as one word of a worker's command line.
#pragma once
#include <string>

#include "read/format.h"

namespace digue::analysis {

std::string word_of(const read::Told& told);
// In the worker, before it is shut in: what a zone or a mapping needs is read now.  What the word
// does not say well is not told.
read::Told told_of(const std::string& word);
// When the file was last written; unknown when nobody knows, or before there were such logs.
Instant written_at(const char* path);

}  // namespace digue::analysis
