#include "sheet/overlay.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/text.h"
#include "sheet/sentences.h"

namespace digue::sheet {

// The platform that the scripts of the sheets are written for.
static constexpr std::string_view scripted_platform = "microsoft-365";

std::string_view sheet_id_of(std::string_view step) {
  return step.substr(0, step.find('/'));
}

// ---- digests

namespace {

// Each part with its length first, so that no two steps are written alike.
class Digesting {
 public:
  void add(std::string_view text) {
    sha256_.add(std::to_string(text.size()) + ":");
    sha256_.add(text);
  }
  void add(const Message& message) {
    add(message.french);
    add(message.english);
  }
  void add(const std::vector<std::string>& words) {
    add(std::to_string(words.size()));
    for (const auto& word : words) add(word);
  }
  template <class Part>
  void add_texts(const std::vector<Part>& parts) {
    add(std::to_string(parts.size()));
    for (const auto& part : parts) add(part.text);
  }
  std::string finish() { return to_hex(sha256_.finish()).substr(0, step_digest_digits); }

 private:
  Sha256 sha256_;
};

}  // namespace

std::string digest_of(const Step& step) {
  Digesting out;
  out.add(kind_name(step.kind));
  out.add(step.title);
  out.add(step.text);
  out.add_texts(step.impacts);
  out.add_texts(step.remarks);
  out.add_texts(step.preservation);
  out.add(step.prerequisites);
  out.add(step.scripts);
  out.add(answer_type_name(step.answer));
  for (const auto& option : step.options) {
    out.add(option.value);
    out.add(option.label);
    out.add(option.then);
  }
  out.add(step.without_user);
  out.add(step.undo);
  if (step.temporary) out.add(step.temporary->lifted_by);
  if (step.proof) out.add(step.proof->text);
  for (const bool flag : {step.per_account, step.destructive, step.conclusion, step.hidden})
    out.add(flag ? "yes" : "no");
  return out.finish();
}

Base base_of(const Sheet& sheet) {
  Base out{sheet.id, sheet.version, sheet.sha256.substr(0, sheet_hash_digits), {}, {}};
  for (const auto& step : sheet.steps)
    if (!step.local.own) out.steps.push_back({step.id, step.priority, digest_of(step)});
  return out;
}

// ---- laying it over the library

namespace {

class Adapting {
 public:
  Adapting(Library& library, const Overlay& overlay) : library_(library), overlay_(overlay) {}

  std::vector<Problem> adapt() {
    for (const auto& base : overlay_.bases) sign(base);
    for (const auto& step : overlay_.steps)
      if (auto* found = step_at(step.id, step.place)) found->local = step.local;
    for (const auto& hidden : overlay_.hidden) hide(hidden);
    for (const auto& own : overlay_.own_steps) add(own);
    for (const auto& contact : overlay_.contacts) fill(contact);
    if (!overlay_.platforms.empty()) choose_platforms();
    return std::move(problems_);
  }

 private:
  template <const Sentence& sentence, class... Arguments>
  void refuse(Place place, Arguments&&... arguments) {
    problems_.push_back({Problem::Level::error, overlay_.file, place,
                         tell<sentence>(std::forward<Arguments>(arguments)...)});
  }

  Sheet* sheet_at(std::string_view id, Place place) {
    const auto found = std::find_if(library_.sheets.begin(), library_.sheets.end(),
                                    [&](const Sheet& sheet) { return sheet.id == id; });
    if (found != library_.sheets.end()) return &*found;
    refuse<sentences::overlay_no_sheet>(place, id);
    return nullptr;
  }

  static std::vector<Step>::iterator find(Sheet& sheet, std::string_view id) {
    return std::find_if(sheet.steps.begin(), sheet.steps.end(),
                        [&](const Step& step) { return step.id == id; });
  }

  Step* step_at(const std::string& id, Place place) {
    auto* sheet = id.empty() ? nullptr : sheet_at(sheet_id_of(id), place);
    if (sheet == nullptr) return nullptr;
    if (const auto found = find(*sheet, id); found != sheet->steps.end()) return &*found;
    refuse<sentences::overlay_no_step>(place, id, sheet->id);
    return nullptr;
  }

  void sign(const Base& base) {
    if (auto* sheet = sheet_at(base.sheet, base.place))
      sheet->adaptation = {overlay_.organisation, overlay_.sha256, overlay_.reviewed,
                           overlay_.tested};
  }

  void hide(const HiddenStep& hidden) {
    auto* step = step_at(hidden.id, hidden.place);
    if (step == nullptr) return;
    if (step->kind == StepKind::rule)
      refuse<sentences::overlay_hides_rule>(hidden.place, hidden.id);
    else
      step->local.hidden = hidden.reason;
  }

  void add(const OwnStep& own) {
    if (own.step.id.empty() || own.beside.empty()) return;
    auto* sheet = sheet_at(sheet_id_of(own.beside), own.place);
    if (sheet == nullptr) return;
    if (find(*sheet, own.step.id) != sheet->steps.end())
      return refuse<sentences::overlay_same_id>(own.step.place, own.step.id, sheet->id);
    if (!own.step.id.starts_with(sheet->id + "/org."))
      return refuse<sentences::overlay_own_id>(own.step.place, own.step.id, sheet->id);
    const auto beside = find(*sheet, own.beside);
    if (beside == sheet->steps.end())
      return refuse<sentences::overlay_no_step>(own.place, own.beside, sheet->id);
    if (!own.theme.empty() && sheet->theme(own.theme) == nullptr)
      return refuse<sentences::dead_theme>(own.place, own.theme);
    Step step = own.step;
    step.action = beside->action;
    step.measure = beside->measure;
    step.section = beside->section;
    step.theme = own.theme.empty() ? beside->theme : own.theme;
    step.priority = own.priority.value_or(beside->priority);
    sheet->steps.insert(own.before ? beside : beside + 1, std::move(step));
    sheet->rules.insert(sheet->rules.end(), own.rules.begin(), own.rules.end());
  }

  // What the organisation gives comes first; what is public stays.
  static void complete(Contact& contact, const LocalContact& local) {
    contact.local = true;
    contact.name = local.name;
    contact.phones.insert(contact.phones.begin(), local.phones.begin(), local.phones.end());
    if (!local.mail.empty()) contact.mail = local.mail;
    if (!local.hours.english.empty()) contact.hours = local.hours;
    if (!local.whom.english.empty()) contact.whom = local.whom;
    if (!local.note.english.empty()) contact.notes.push_back({"", false, local.note});
  }

  void fill(const LocalContact& local) {
    auto& contacts = library_.directory.contacts;
    const auto found = std::find_if(contacts.begin(), contacts.end(),
                                    [&](const Contact& one) { return one.id == local.id; });
    if (found != contacts.end()) return complete(*found, local);
    if (local.id.empty()) return;
    if (!local.id.starts_with("org.") || local.title.english.empty())
      return refuse<sentences::overlay_no_contact>(local.place, local.id, names_of(contacts));
    Contact contact;
    contact.id = local.id;
    contact.title = local.title;
    contact.place = local.place;
    complete(contact, local);
    contacts.push_back(std::move(contact));
  }

  static std::string names_of(const std::vector<Contact>& contacts) {
    std::vector<std::string> out;
    for (const auto& contact : contacts) out.push_back(contact.id);
    return join(out, ", ");
  }

  bool is_used(const std::string& platform) const {
    const auto& used = overlay_.platforms;
    return platform.empty() || std::find(used.begin(), used.end(), platform) != used.end();
  }

  // Only what is of the platforms in use is shown: consoles, and the scripts of the sheets.
  void choose_platforms() {
    for (auto& sheet : library_.sheets)
      for (auto& step : sheet.steps) {
        std::erase_if(step.local.consoles,
                      [&](const Console& console) { return !is_used(console.platform); });
        if (!is_used(std::string(scripted_platform))) step.scripts.clear();
      }
  }

  Library& library_;
  const Overlay& overlay_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> adapt(Library& library, const Overlay& overlay) {
  return Adapting(library, overlay).adapt();
}

// ---- showing it

Message console_line(const Console& console) {
  Message where = console.path;
  if (where.english.empty())
    where = as_message(console.address);
  else if (!console.address.empty())
    where = tell<sentences::console_address>(where, console.address);
  if (console.platform.empty()) return tell<sentences::console>(where);
  return tell<sentences::console_of>(console.platform, where);
}

Message hidden_line(const Step& step) {
  if (step.local.hidden.english.empty()) return {};
  return tell<sentences::hidden_by_us>(step.local.hidden);
}

std::vector<const Step*> hidden_by_organisation(const Sheet& sheet) {
  std::vector<const Step*> out;
  for (const auto& step : sheet.steps)
    if (!step.local.hidden.english.empty()) out.push_back(&step);
  return out;
}

static Message review_line(const Review& review) {
  if (!review.present()) return tell<sentences::no_date>();
  return tell<sentences::dated_by>(review.date, review.by);
}

std::vector<Message> adaptation_lines(const Sheet& sheet) {
  if (!sheet.adaptation) return {};
  const auto& by = *sheet.adaptation;
  const auto own = std::count_if(sheet.steps.begin(), sheet.steps.end(),
                                 [](const Step& step) { return step.local.own; });
  const auto hidden = hidden_by_organisation(sheet).size();
  return {tell<sentences::adapted_by>(by.organisation, by.sha256.substr(0, sheet_hash_digits)),
          tell<sentences::adapted_reviews>(review_line(by.reviewed), review_line(by.tested)),
          tell<sentences::adapted_steps>(own, hidden)};
}

std::vector<Message> local_lines(const Step& step) {
  const auto& local = step.local;
  std::vector<Message> out;
  if (local.own) out.push_back(tell<sentences::step_of_ours>());
  if (!local.owners.empty()) out.push_back(tell<sentences::owners>(join(local.owners, ", ")));
  for (const auto& console : local.consoles) out.push_back(console_line(console));
  if (!local.note.english.empty()) out.push_back(tell<sentences::note_of_ours>(local.note));
  return out;
}

}  // namespace digue::sheet
