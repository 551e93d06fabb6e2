// Sigma files to documents.
//
// YAML is read strictly (base/yaml.h): anchors, tags and duplicate keys are refused.  A document
// that cannot be read does not keep the others of its file from being read.  Thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

// Why a document is not used.
struct Refusal {
  std::string file;
  int line = 0;
  std::string title;  // when it could be read
  Message why;
};

struct FileContent {
  std::vector<Document> documents;
  std::vector<Refusal> refusals;
};

// `name` is how the person calls the file.
FileContent read_file(std::string_view bytes, const std::string& name);

}  // namespace digue::detect::sigma
