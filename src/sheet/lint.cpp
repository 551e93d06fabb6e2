#include "sheet/lint.h"

#include <algorithm>
#include <tuple>

#include "base/yaml.h"
#include "sheet/embedded.h"
#include "sheet/reading.h"
#include "sheet/sentences.h"

namespace digue::sheet {

static constexpr std::string_view requirements_name = "requirements.tsv";
static constexpr std::string_view later_name = "later.yaml";
static constexpr std::string_view severity_name = "severity.yaml";

static bool is_called(const SheetFile& file, std::string_view name) {
  return std::filesystem::path(file.name).filename() == name;
}

// The name of a file of data: "contacts" of "sheets/contacts.yaml"; nothing for other files.
static std::optional<std::string_view> data_name(const std::filesystem::path& path) {
  const auto stem = path.stem().string();
  const auto found = std::find(data_names.begin(), data_names.end(), stem);
  if (path.extension() != ".yaml" || found == data_names.end()) return std::nullopt;
  return *found;
}

namespace {

class Linter {
 public:
  explicit Linter(std::vector<std::string> beside) : sheet_ids_(std::move(beside)) {}

  void read(const SheetFile& file) {
    if (file.too_big != 0)
      return add({{Problem::Level::error,
                   file.name,
                   {1, 1},
                   tell<sentences::big_file>(file.too_big, max_yaml_bytes)}});
    if (const auto name = data_name(file.name))
      return add_data(read_data(file.bytes, *name, file.name));
    if (is_called(file, requirements_name))
      read_requirements_of(file);
    else if (is_called(file, later_name))
      add_later(read_later(file.bytes, file.name));
    else if (is_called(file, severity_name))
      severity_ = read_severity_table(file.bytes, file.name);
    else
      add_sheet(read_sheet(file.bytes, file.name));
  }

  Linted finish() {
    auto& sheets = out_.library.sheets;
    std::sort(sheets.begin(), sheets.end(), [](const Sheet& a, const Sheet& b) {
      return std::tie(a.id, a.file) < std::tie(b.id, b.file);
    });
    for (const auto& sheet : sheets) sheet_ids_.push_back(sheet.id);
    check_outwards();
    check_entry();
    check_same_ids();
    add_severity();
    sort_problems(out_.problems);
    return std::move(out_);
  }

 private:
  void add(std::vector<Problem> problems) {
    out_.problems.insert(out_.problems.end(), std::make_move_iterator(problems.begin()),
                         std::make_move_iterator(problems.end()));
  }

  void read_requirements_of(const SheetFile& file) {
    auto read = read_requirements(file.bytes, file.name);
    if (read)
      out_.library.requirements = std::move(*read);
    else
      add({{Problem::Level::error, file.name, {}, read.error().message}});
  }

  void add_later(LaterReading reading) {
    out_.library.later = std::move(reading.later);
    add(std::move(reading.problems));
  }

  // Once all the sheets are there: it looks at their answers.
  void add_severity() {
    add(check_table(severity_, out_.library.sheets));
    add(std::move(severity_.problems));
    out_.library.severity = std::move(severity_.table);
  }

  void add_sheet(Reading reading) {
    add(std::move(reading.problems));
    if (!reading.sheet.id.empty()) out_.library.sheets.push_back(std::move(reading.sheet));
  }

  void add_data(DataReading reading) {
    if (!has_error(reading.problems)) read_meaning(reading.data);
    add(std::move(reading.problems));
    out_.library.data.push_back(std::move(reading.data));
  }

  void read_meaning(const DataFile& data) {
    auto& library = out_.library;
    if (data.name == "clocks") {
      library.clocks = meant(read_clocks(data.bytes, data.file), &ClocksReading::clocks);
    } else if (data.name == "contacts") {
      library.directory =
          meant(read_directory(data.bytes, data.file), &DirectoryReading::directory);
    } else if (data.name == "glossary") {
      library.glossary = meant(read_glossary(data.bytes, data.file), &GlossaryReading::glossary);
    } else if (data.name == "entry") {
      library.entry = meant(read_entry(data.bytes, data.file), &EntryReading::entry);
      entry_file_ = data.file;
    }
  }

  // What a file means, its problems kept.
  template <class FileReading, class Meaning>
  Meaning meant(FileReading reading, Meaning FileReading::* meaning) {
    add(std::move(reading.problems));
    return std::move(reading.*meaning);
  }

  template <std::size_t count>
  std::vector<std::string> ids_of(std::string_view name,
                                  const std::array<std::string_view, count>& usual) const {
    const auto* data = out_.library.data_file(name);
    return data != nullptr ? data->ids : std::vector<std::string>(usual.begin(), usual.end());
  }

  void check_outwards() {
    std::vector<std::string> items;
    for (const auto& sheet : out_.library.sheets)
      for (const auto& carrier : sheet.carriers) items.push_back(carrier.item);
    const auto contacts = ids_of("contacts", usual_contacts);
    const auto clocks = ids_of("clocks", usual_clocks);
    const Surroundings around{out_.library.requirements, sheet_ids_, items, contacts, clocks};
    for (const auto& sheet : out_.library.sheets) add(check_outward(sheet, around));
    add(check_contacts(out_.library.clocks, contacts));
  }

  // Of the ways in: they lead to sheets that are here.
  void check_entry() {
    const auto check = [&](const std::string& sheet, Place place) {
      if (!sheet.empty() && out_.library.find(sheet) == nullptr)
        add({{Problem::Level::error, entry_file_, place, tell<sentences::entry_no_sheet>(sheet)}});
    };
    for (const auto& way : out_.library.entry.ways) check(way.sheet, way.place);
    for (const auto& question : out_.library.entry.questions)
      for (const auto& option : question.options) check(option.sheet, option.place);
  }

  void check_same_ids() {
    const auto& sheets = out_.library.sheets;
    for (std::size_t i = 1; i < sheets.size(); ++i)
      if (sheets[i].id == sheets[i - 1].id)
        add({{Problem::Level::error, sheets[i].file, sheets[i].place,
              tell<sentences::same_sheet_twice>(sheets[i].id, sheets[i - 1].file)}});
  }

  Linted out_;
  TableReading severity_;
  std::vector<std::string> sheet_ids_;
  std::string entry_file_;
};

}  // namespace

Linted lint(const std::vector<SheetFile>& files, const std::vector<std::string>& beside) {
  Linter linter(beside);
  for (const auto& file : files) linter.read(file);
  return linter.finish();
}

std::vector<SheetFile> built_in_files() {
  std::vector<SheetFile> out;
  for (const auto& file : embedded_files())
    out.push_back({std::string(file.name), std::string(file.bytes)});
  return out;
}

static bool is_sheet_name(const std::filesystem::path& path) {
  return path.extension() == ".yaml" && path.filename() != later_name &&
         path.filename() != severity_name && !data_name(path);
}

std::vector<std::string> sheets_beside(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::string> out;
  for (const auto& file : built_in_files())
    if (is_sheet_name(file.name)) out.push_back(std::filesystem::path(file.name).stem().string());
  for (const auto& path : paths) {
    std::error_code failed;
    std::filesystem::directory_iterator entry(path.parent_path().empty() ? "." : path.parent_path(),
                                              failed);
    for (; !failed && entry != std::filesystem::directory_iterator() && out.size() < max_sheets;
         entry.increment(failed))
      if (is_sheet_name(entry->path())) out.push_back(entry->path().stem().string());
  }
  return out;
}

static bool is_sheet_file(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.filename() == requirements_name;
}

static Result<std::vector<std::filesystem::path>> paths_of(const std::filesystem::path& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> paths;
  std::filesystem::directory_iterator entry(folder, failed);
  if (failed) return fail<sentences::no_folder>(Error::Kind::not_found, folder.string());
  for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
    if (is_sheet_file(entry->path())) paths.push_back(entry->path());
  if (paths.size() > max_sheets)
    return fail<sentences::too_many_sheets>(Error::Kind::bad_input, folder.string(), max_sheets);
  std::sort(paths.begin(), paths.end());
  return paths;
}

static Result<SheetFile> file_at(Files& files, const std::filesystem::path& path) {
  std::error_code failed;
  if (const auto size = std::filesystem::file_size(path, failed); !failed && size > max_yaml_bytes)
    return SheetFile{path.string(), {}, size};
  DIGUE_TRY(auto bytes, files.read(path));
  return SheetFile{path.string(), std::move(bytes)};
}

// What every sheet may name.
static bool is_needed(const SheetFile& file) {
  return is_called(file, requirements_name) || is_called(file, "contacts.yaml") ||
         is_called(file, "clocks.yaml");
}

static bool has_file_like(const std::vector<SheetFile>& files, const SheetFile& wanted) {
  const auto name = std::filesystem::path(wanted.name).filename();
  return std::any_of(files.begin(), files.end(),
                     [&](const SheetFile& file) { return is_called(file, name.string()); });
}

Result<std::vector<SheetFile>> files_at(Files& files,
                                        const std::vector<std::filesystem::path>& paths) {
  std::vector<SheetFile> out;
  for (const auto& path : paths) {
    DIGUE_TRY(auto file, file_at(files, path));
    out.push_back(std::move(file));
  }
  for (auto& file : built_in_files())
    if (is_needed(file) && !has_file_like(out, file)) out.push_back(std::move(file));
  return out;
}

Result<std::vector<SheetFile>> files_of(Files& files, const std::filesystem::path& folder) {
  DIGUE_TRY(const auto paths, paths_of(folder));
  const bool has_sheet = std::any_of(paths.begin(), paths.end(), is_sheet_name);
  if (!has_sheet) return fail<sentences::no_sheet_here>(Error::Kind::not_found, folder.string());
  return files_at(files, paths);
}

}  // namespace digue::sheet
