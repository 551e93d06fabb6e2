#include "server/incidents/preparations.h"

#include <algorithm>

#include "server/sentences.h"

namespace digue::server {

namespace {

constexpr std::string_view settings_name = "organisation.yaml";

std::string settings_at(const std::string& given) {
  std::error_code error;
  if (!std::filesystem::is_directory(given, error)) return given;
  return (std::filesystem::path(given) / settings_name).string();
}

bool same_files(const incident::KeptOrganisation& a, const incident::KeptOrganisation& b) {
  return a.file == b.file && a.folder == b.folder &&
         std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(),
                    [](const auto& mine, const auto& theirs) {
                      return mine.name == theirs.name && mine.bytes == theirs.bytes;
                    });
}

Result<Preparations::Shared> prepared(const incident::Preparing& how, const sheet::Library& library,
                                      const incident::State* state) {
  DIGUE_TRY(auto out, incident::prepare(how, library, state));
  DIGUE_CHECK(incident::apply_thresholds(out));
  return std::make_shared<const incident::Prepared>(std::move(out));
}

}  // namespace

Result<std::unique_ptr<Preparations>> Preparations::load(const std::string& organisation,
                                                         std::function<void(const Message&)> tell) {
  std::unique_ptr<Preparations> out(new Preparations(std::move(tell)));
  auto library = sheet::built_in_library();
  if (!library) return fail(library.error());
  DiskFiles files;
  const incident::Preparing plain{files, out->tell_};
  DIGUE_TRY(out->plain_, prepared(plain, *library, nullptr));
  out->general_ = out->plain_;
  if (organisation.empty()) return out;
  const incident::Preparing given{files, out->tell_, settings_at(organisation)};
  DIGUE_TRY(out->general_, prepared(given, *library, nullptr));
  DIGUE_TRY(out->to_keep_, incident::gather(given));
  return out;
}

Preparations::Shared Preparations::read_kept(const incident::State& state) const {
  DiskFiles files;
  auto out = prepared({files, tell_}, plain_->library, &state);
  if (out) return *out;
  tell_(tell<sentences::kept_unreadable>(state.id, out.error().message));
  return plain_;
}

Preparations::Shared Preparations::of(const incident::State& state) {
  if (to_keep_) return general_;
  if (!state.organisation) return plain_;
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(known_.begin(), known_.end(), [&](const Known& one) {
    return one.kept == state.organisation || same_files(*one.kept, *state.organisation);
  });
  if (found != known_.end())
    known_.splice(known_.begin(), known_, found);
  else
    known_.push_front({state.organisation, read_kept(state)});
  if (known_.size() > max_preparations) known_.pop_back();
  return known_.front().prepared;
}

}  // namespace digue::server
