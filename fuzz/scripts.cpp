// Any lines "kind|identity|name|mailbox|name=value|...", taken as what findings are about: none of
// their words becomes code of a containment script.
#include <cstdlib>

#include "base/text.h"
#include "powershell_code.h"
#include "produce/containment/containment.h"

// A word after "=" stays as it is: an identifier of the platform.
static std::string marked(std::string_view text) {
  if (text.starts_with('=')) return std::string(text.substr(1));
  return "Zq7" + std::string(text) + "Zq7";
}

static digue::finding::Subject subject_of(std::string_view line) {
  const auto words = digue::split(line, '|');
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string_view(); };
  digue::finding::Subject subject{
      std::string(word(0)), marked(word(1)), marked(word(2)), marked(word(3)), {}};
  for (std::size_t i = 4; i < words.size(); ++i) {
    const auto cut = std::min(words[i].find('='), words[i].size());
    subject.state.emplace_back(words[i].substr(0, cut),
                               marked(words[i].substr(std::min(words[i].size(), cut + 1))));
  }
  return subject;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace containment = digue::produce::containment;
  const std::string text(reinterpret_cast<const char*>(data), size);
  containment::Request request;
  request.incident = request.author = marked(text);
  for (const auto line : digue::split(text, '\n')) {
    if (request.accounts.size() == 100) break;
    request.subjects.push_back(subject_of(line));
    request.accounts.push_back(request.subjects.back().mailbox);
    request.blocked.push_back(request.subjects.back().name);
  }
  for (const auto& script : containment::make_scripts(request))
    for (const auto& side : {script.text, script.reverse_text})
      if (code_of(side).find("Zq7") != std::string::npos) std::abort();
  return 0;
}
