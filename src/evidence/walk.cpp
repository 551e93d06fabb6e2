#include "evidence/walk.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <unordered_set>

#include "base/text.h"
#include "evidence/sentences.h"

namespace digue::evidence {

namespace fs = std::filesystem;

bool is_junk(std::string_view name) {
  static constexpr std::array<std::string_view, 9> names = {
      ".ds_store", "thumbs.db",  "desktop.ini",  "__macosx",       ".git",
      ".trashes",  ".fseventsd", "$recycle.bin", ".spotlight-v100"};
  if (name.starts_with("._") || name.starts_with("~$")) return true;
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view junk) { return equal_ignoring_case(name, junk); });
}

// U+0000 to U+001F, U+007F, and U+0080 to U+009F (C2 80 to C2 9F): a terminal would obey them.
static std::size_t control_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7f) return 1;
  if (byte != 0xc2 || at + 1 >= text.size()) return 0;
  return static_cast<unsigned char>(text[at + 1]) < 0xa0 ? 2 : 0;
}

std::string shown_name(std::string_view bytes) {
  // A name that is not UTF-8 comes from an old Windows archiver; 1252 keeps different names apart.
  const std::string text = is_utf8(bytes) ? std::string(bytes) : utf8_from_windows_1252(bytes);
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t control = control_length(text, at);
    if (control == 0) {
      shown += text[at++];
      continue;
    }
    shown += "\uFFFD";
    at += control;
  }
  return shown;
}

namespace {

class Walker {
 public:
  void given(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);  // follows: the person named it
    if (!fs::exists(status)) return skip(path, tell<sentences::not_there>());
    visit(path, status, 0);
  }
  Walk take() { return std::move(walk_); }

 private:
  void visit(const fs::path& path, fs::file_status status, std::size_t depth) {
    if (fs::is_directory(status)) return folder(path, depth);
    if (!fs::is_regular_file(status)) return skip(path, tell<sentences::is_special>());
    file(path);
  }

  void file(const fs::path& path) {
    if (walk_.files.size() >= max_files) return overflow(path);
    if (!first_time(path)) return;
    walk_.files.push_back({path, shown_name(path.native())});
  }

  void folder(const fs::path& path, std::size_t depth) {
    if (depth > max_folder_depth)
      return skip(path, tell<sentences::too_deep_folder>(max_folder_depth));
    std::error_code error;
    std::vector<fs::path> children;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
      children.push_back(it->path());
    if (error) skip(path, tell<sentences::cannot_list>(error.message()));
    std::sort(children.begin(), children.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& child : children) inside(child, depth + 1);
  }

  void inside(const fs::path& path, std::size_t depth) {
    if (is_junk(path.filename().native()))
      return walk_.skipped.push_back({shown_name(path.native()), tell<sentences::is_junk>(), true});
    std::error_code error;
    const auto status = fs::symlink_status(path, error);
    if (error) return skip(path, tell<sentences::cannot_list>(error.message()));
    if (fs::is_symlink(status)) return skip(path, tell<sentences::is_link>());
    visit(path, status, depth);
  }

  bool first_time(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return seen_.insert(error ? path.native() : real.native()).second;
  }

  void skip(const fs::path& path, Message why) {
    walk_.skipped.push_back({shown_name(path.native()), std::move(why), false});
  }
  void overflow(const fs::path& path) {
    if (!overflowed_) skip(path, tell<sentences::too_many_files>(max_files));
    overflowed_ = true;
  }

  Walk walk_;
  std::unordered_set<std::string> seen_;
  bool overflowed_ = false;
};

}  // namespace

Walk walk(std::span<const fs::path> paths) {
  Walker walker;
  for (const fs::path& path : paths) walker.given(path);
  return walker.take();
}

}  // namespace digue::evidence
