// What an update of the sheets changes under an overlay, and the overlay's file brought up to date.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sheet/names.h"
#include "sheet/overlay.h"
#include "sheet/overlay_text.h"
#include "sheet/sentences.h"

namespace digue::sheet {

static constexpr Names<Difference::Kind, 6> difference_names{
    {"version", "unkept", "gone", "added", "changed", "moved"}};

std::string_view difference_name(Difference::Kind kind) {
  return difference_names.of(kind);
}

// ---- what changed

namespace {

class Comparing {
 public:
  Comparing(const Overlay& overlay, const Library& library) : overlay_(overlay), library_(library) {
    for (const auto& step : overlay.steps) touched_.insert(step.id);
    for (const auto& hidden : overlay.hidden) touched_.insert(hidden.id);
    for (const auto& own : overlay.own_steps) touched_.insert(own.beside);
  }

  std::vector<Difference> compare() {
    for (const auto& base : overlay_.bases) {
      const auto* sheet = library_.find(base.sheet);
      if (sheet == nullptr)
        out_.push_back({Difference::Kind::gone, base.sheet, "", {}, base.version, "", true});
      else
        compare(base, *sheet);
    }
    return std::move(out_);
  }

 private:
  using Kind = Difference::Kind;

  void add(Kind kind, const Sheet& sheet, const std::string& step, const Message& title,
           std::string before = {}, std::string after = {}) {
    out_.push_back({kind, sheet.id, step, title, std::move(before), std::move(after),
                    touched_.contains(step)});
  }

  void compare(const Base& base, const Sheet& sheet) {
    const bool same_hash = base.hash.empty() || sheet.sha256.starts_with(base.hash);
    const bool same = base.version == sheet.version && same_hash;
    if (!same) add(Kind::version, sheet, "", {}, base.version, sheet.version);
    if (base.steps.empty()) {
      if (!same) add(Kind::unkept, sheet, "", {});
      return;
    }
    std::map<std::string_view, const BaseStep*> then;
    for (const auto& step : base.steps) then.emplace(step.id, &step);
    for (const auto& step : sheet.steps) compare(then, sheet, step);
    for (const auto& step : base.steps)
      if (sheet.step(step.id) == nullptr) add(Kind::gone, sheet, step.id, {});
  }

  void compare(const std::map<std::string_view, const BaseStep*>& then, const Sheet& sheet,
               const Step& step) {
    const auto known = then.find(step.id);
    if (known == then.end()) return add(Kind::added, sheet, step.id, step.title);
    const auto& before = *known->second;
    if (before.digest != digest_of(step)) add(Kind::changed, sheet, step.id, step.title);
    if (before.priority != step.priority)
      add(Kind::moved, sheet, step.id, step.title, std::string(priority_name(before.priority)),
          std::string(priority_name(step.priority)));
  }

  const Overlay& overlay_;
  const Library& library_;
  std::set<std::string_view> touched_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> differences(const Overlay& overlay, const Library& library) {
  return Comparing(overlay, library).compare();
}

// ---- the file, line by line

namespace {

bool is_blank_or_comment(std::string_view line) {
  const auto text = trimmed(line);
  return text.empty() || text.starts_with('#');
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool starts_item(std::string_view line) {
  return line.substr(indentation(line)).starts_with("- ");
}

class Updating {
 public:
  Updating(std::string_view bytes, const Overlay& overlay, const Library& library, Instant now)
      : overlay_(overlay), library_(library), today_(utc_day(now)), lines_(split(bytes, '\n')) {
    marks_.resize(lines_.size() + 1);
  }

  std::string update() {
    for (const auto& difference : differences(overlay_, library_)) mark_all(difference);
    find_base();
    std::string out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i == base_.first) out += base_text(bases());
      if (i >= base_.first && i < base_.end) continue;
      out += marks_[i].above + (marks_[i].out ? "# " : "") + std::string(lines_[i]);
      if (i + 1 < lines_.size()) out += '\n';
    }
    return out;
  }

 private:
  struct Lines {
    std::size_t first = 0, end = 0;  // from 0; `end` is past the last
  };
  struct Mark {
    std::string above;  // comment lines to write before it
    bool out = false;   // the line itself becomes a comment
  };

  // Those that it has, and those that it ought to have; as they are now.
  std::vector<Base> bases() const {
    std::set<std::string_view> wanted;
    for (const auto& base : overlay_.bases) wanted.insert(base.sheet);
    for (const auto& step : overlay_.steps) wanted.insert(sheet_id_of(step.id));
    for (const auto& hidden : overlay_.hidden) wanted.insert(sheet_id_of(hidden.id));
    for (const auto& own : overlay_.own_steps) wanted.insert(sheet_id_of(own.beside));
    std::vector<Base> out;
    for (const auto& sheet : library_.sheets)
      if (wanted.contains(sheet.id)) out.push_back(base_of(sheet));
    return out;
  }

  // From its key to the next key; comments above that one are that one's.
  void find_base() {
    const auto is_key = [](std::string_view line) {
      return !is_blank_or_comment(line) && indentation(line) == 0 && !line.starts_with('-');
    };
    base_ = {lines_.size(), lines_.size()};
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].starts_with("base:")) base_.first = i;
    for (std::size_t i = base_.first + 1; i < lines_.size(); ++i)
      if (is_key(lines_[i])) {
        base_.end = i;
        break;
      }
    while (base_.end > base_.first + 1 && is_blank_or_comment(lines_[base_.end - 1])) --base_.end;
  }

  void mark_all(const Difference& difference) {
    if (!difference.touched || difference.step.empty()) return;
    for (const auto& step : overlay_.steps)
      if (step.id == difference.step) mark(step.place, difference);
    for (const auto& hidden : overlay_.hidden)
      if (hidden.id == difference.step) mark(hidden.place, difference);
    for (const auto& own : overlay_.own_steps)
      if (own.beside == difference.step) mark(own.place, difference);
  }

  void mark(Place place, const Difference& difference) {
    const auto entry = entry_at(place);
    if (entry.first == entry.end) return;
    const auto note = note_of(difference);
    const std::string indent(indentation(lines_[entry.first]), ' ');
    marks_[entry.first].above +=
        indent + "# " + note.french + "\n" + indent + "# " + note.english + "\n";
    for (auto i = entry.first; i < entry.end; ++i)
      marks_[i].out = marks_[i].out || difference.kind == Difference::Kind::gone;
  }

  Message note_of(const Difference& difference) const {
    using Kind = Difference::Kind;
    if (difference.kind == Kind::gone) return tell<sentences::mark_gone>(today_, difference.step);
    if (difference.kind == Kind::moved)
      return tell<sentences::mark_moved>(today_, difference.before, difference.after);
    return tell<sentences::mark_changed>(today_);
  }

  // The lines of the entry of a list that holds this place; none when it does not stand on lines of
  // its own.
  Lines entry_at(Place place) const {
    const auto column = static_cast<std::size_t>(place.column) - 1;
    auto first = static_cast<std::size_t>(place.line) - 1;
    if (first >= lines_.size()) return {};  // its lines end otherwise than ours
    while (!starts_item(lines_[first]) || indentation(lines_[first]) >= column) {
      if (first == 0 || (!is_blank_or_comment(lines_[first]) && indentation(lines_[first]) == 0))
        return {};
      --first;
    }
    auto end = first + 1;
    while (end < lines_.size() && !is_blank_or_comment(lines_[end]) &&
           indentation(lines_[end]) > indentation(lines_[first]))
      ++end;
    return {first, end};
  }

  const Overlay& overlay_;
  const Library& library_;
  std::string today_;
  std::vector<std::string_view> lines_;
  std::vector<Mark> marks_;
  Lines base_;
};

}  // namespace

std::string brought_up_to_date(std::string_view bytes, const Overlay& overlay,
                               const Library& library, Instant now) {
  return Updating(bytes, overlay, library, now).update();
}

}  // namespace digue::sheet
