#include "sheet/overlay_text.h"

#include <algorithm>

#include "sheet/sentences.h"

namespace digue::sheet {

static constexpr std::size_t base_columns = 90;

std::string base_text(const std::vector<Base>& bases) {
  std::string out = "base:\n";
  for (const auto& base : bases) {
    out += "  - sheet: " + base.sheet + "\n    version: \"" + base.version + "\"\n    hash: \"" +
           base.hash + "\"\n    steps:\n";
    std::string line;
    const auto end_line = [&] {
      if (!line.empty()) out += "      - \"" + line + "\"\n";
      line.clear();
    };
    for (const auto& step : base.steps) {
      const auto word = step.id.substr(base.sheet.size() + 1) + "=" +
                        std::string(priority_name(step.priority)) + ":" + step.digest;
      if (line.size() + word.size() > base_columns) end_line();
      line += (line.empty() ? "" : " ") + word;
    }
    end_line();
  }
  return out;
}

namespace {

// A file to fill in: what it may hold stands behind one "#", what explains it behind two.
class ToFill {
 public:
  ToFill(const Library& library, const std::vector<const Sheet*>& sheets, Language language,
         Instant now)
      : library_(library), sheets_(sheets), language_(language), today_(utc_day(now)) {}

  std::string write() {
    head();
    contacts();
    steps();
    own_steps();
    note<sentences::fill_base>();
    std::vector<Base> bases;
    for (const auto* sheet : sheets_) bases.push_back(base_of(*sheet));
    return std::move(out_) + base_text(bases);
  }

 private:
  template <const Sentence& sentence>
  void note() {
    const auto message = tell<sentence>();
    out_ += "\n## " + message.french + "\n## " + message.english + "\n";
  }
  void line(const std::string& text) { out_ += text + "\n"; }

  void head() {
    const auto about = tell<sentences::fill_about>(), check = tell<sentences::fill_check>();
    for (const auto& message : {about, check})
      out_ += "## " + message.french + "\n## " + message.english + "\n";
    line("format: \"1\"");
    line("overlay: \"" + tell<sentences::fill_name>().in(language_) + "\"");
    note<sentences::fill_language>();
    line("language: " + std::string(language_code(language_)));
    note<sentences::fill_review>();
    line("#reviewed: {date: " + today_ + ", by: \"\"}");
    line("#tested: {date: " + today_ + ", by: \"\"}");
    note<sentences::fill_platforms>();
    line("#platforms: [microsoft-365, active-directory]");
  }

  // A title as a comment, in both languages.
  void title(const Message& message) {
    line("");
    line("## " + message.french + " / " + message.english);
  }

  void contacts() {
    note<sentences::fill_contacts>();
    line("contacts:");
    for (const auto& contact : library_.directory.contacts) {
      if (!contact.fill) continue;
      title(contact.title);
      line("#  - contact: " + contact.id);
      line("#    name: \"\"");
      line("#    phones: [{number: \"\", where: \"\"}]");
    }
  }

  void steps() {
    note<sentences::fill_steps>();
    line("steps:");
    for (const auto* sheet : sheets_)
      for (const auto& step : sheet->steps) {
        if (step.kind != StepKind::act || step.priority != Priority::p0) continue;
        title(step.title);
        line("#  - step: " + step.id);
        line("#    owners: [\"\"]");
        line("#    console: [{platform: microsoft-365, path: \"\", address: \"\"}]");
      }
  }

  void own_steps() {
    if (sheets_.empty() || sheets_.front()->steps.empty()) return;
    const auto& steps = sheets_.front()->steps;
    const auto& first = *std::find_if(steps.begin(), steps.end() - 1, [](const Step& step) {
      return step.kind == StepKind::act && step.priority > Priority::p0;
    });
    note<sentences::fill_own_steps>();
    line("own_steps:");
    line("#  - after: " + first.id);
    line("#    owners: [\"\"]");
    line("#    step:");
    line("#      id: " + sheets_.front()->id + "/org.1");
    line("#      kind: do");
    line("#      title: \"\"");
    note<sentences::fill_hidden>();
    line("hidden:");
    line("#  - {step: " + first.id + ", reason: \"\"}");
  }

  const Library& library_;
  const std::vector<const Sheet*>& sheets_;
  Language language_;
  std::string today_, out_;
};

}  // namespace

std::string overlay_to_fill(const Library& library, const std::vector<const Sheet*>& sheets,
                            Language language, Instant now) {
  return ToFill(library, sheets, language, now).write();
}

}  // namespace digue::sheet
