// Evidence in pieces: begun, sent, looked at, then counted.
#include <algorithm>

#include "analysis/analysis.h"
#include "base/file.h"
#include "base/json_writer.h"
#include "base/number.h"
#include "base/text.h"
#include "finding/json.h"
#include "server/api/evidence.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/api/told.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;

namespace {

std::filesystem::path vault_of(const Call& call) {
  return evidence::Vault::of_incident(call.incident->path()).folder();
}

std::optional<Upload> upload_of(const Call& call) {
  return call.services.uploads.find(vault_of(call), call.arguments[1], call.person->name);
}

Response no_such_upload(const Call& call) {
  return call.problem({404, tell<sentences::no_such_upload>(call.arguments[1])});
}

std::string upload_json(const Upload& upload) {
  JsonWriter json;
  json.begin_object()
      .member("upload", upload.id)
      .member("name", upload.name)
      .member("offset", upload.offset)
      .end_object();
  return json.take();
}

}  // namespace

Response begin_upload(const Call& call) {
  Fields fields(call.request.body);
  const auto name = fields.text("name", 255, Fields::required);
  if (!is_file_name(name)) fields.refuse("name", tell<sentences::a_file_name>());
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto upload = call.services.uploads.begin(vault_of(call), name, call.person->name);
  return upload ? json_response(201, upload_json(*upload)) : call.problem(upload.error());
}

Response list_uploads(const Call& call) {
  const auto uploads = call.services.uploads.all(vault_of(call), call.person->name);
  return page_response(call, uploads.size(),
                       [&](std::size_t i) { return upload_json(uploads[i]); });
}

Response show_upload(const Call& call) {
  const auto upload = upload_of(call);
  return upload ? json_response(200, upload_json(*upload)) : no_such_upload(call);
}

Result<std::shared_ptr<http::BodySink>> piece_sink(const Call& call) {
  const auto upload = upload_of(call);
  if (!upload) return fail<sentences::no_such_upload>(Error::Kind::not_found, call.arguments[1]);
  const auto offset = whole_number(call.request.parameter("offset").value_or(""));
  if (!offset) return fail<sentences::offset_needed>(Error::Kind::bad_input, upload->offset);
  return call.services.uploads.sink(vault_of(call), *upload, *offset);
}

Response send_piece(const Call& call) {
  if (call.request.sink_error) return call.problem(*call.request.sink_error);
  const auto upload = upload_of(call);
  return upload ? json_response(200, upload_json(*upload)) : no_such_upload(call);
}

Response drop_upload(const Call& call) {
  const auto upload = upload_of(call);
  if (!upload) return no_such_upload(call);
  call.services.uploads.drop(vault_of(call), *upload);
  return Response{.status = 204};
}

Response end_upload(const Call& call) {
  const auto upload = upload_of(call);
  if (!upload) return no_such_upload(call);
  Fields fields(call.request.body);
  const auto sha256 = fields.text("sha256", 64, Fields::required);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto stored = call.services.uploads.settle(vault_of(call), *upload, lower(sha256));
  if (!stored) {
    auto trouble = trouble_of(stored.error());
    if (trouble.status == 422) trouble.where = "/sha256";
    return call.problem(trouble);
  }
  auto response = piece_response(call, *stored, upload->name);
  if (response.status == 201) call.services.uploads.drop(vault_of(call), *upload);
  return response;
}

namespace {

constexpr std::uint64_t previewed_whole_bytes = 64 << 20;
constexpr std::uint64_t previewed_head_bytes = 16 << 20;
constexpr std::size_t shown_head_bytes = 64 << 10;
constexpr std::size_t shown_rows = 20;
constexpr std::size_t shown_row_bytes = 500;
constexpr std::size_t shown_rejects = 50;
constexpr unsigned preview_hang_seconds = 30;

// Text as it stands, made harmless to show: no control character, no broken UTF-8.
std::string inert(std::string_view row) {
  auto end = std::min(row.size(), shown_row_bytes);
  while (end > 0 && end < row.size() && (static_cast<unsigned char>(row[end]) & 0xC0) == 0x80)
    --end;
  std::string out(row.substr(0, end));
  const bool utf8 = is_utf8(out);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = ' ';
    if (!utf8 && byte >= 0x80) c = '?';
  }
  return out;
}

// Of what is no text, nothing.
std::vector<std::string> first_rows(std::string_view head, bool cut) {
  std::vector<std::string> rows;
  if (head.find('\0') != std::string_view::npos) return rows;
  const auto lines = split(head, '\n');
  for (std::size_t i = 0; i < lines.size() && rows.size() < shown_rows; ++i) {
    if (i + 1 == lines.size() && (cut ? i > 0 : lines[i].empty())) break;
    rows.push_back(inert(trimmed(lines[i])));
  }
  return rows;
}

// The first bytes of a file; all of a smaller one.
Result<std::string> head_of(const std::filesystem::path& path, std::uint64_t bytes) {
  std::string out(bytes, '\0');
  std::FILE* file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr)
    return fail<sentences::no_such_upload>(Error::Kind::not_found, path.filename().string());
  out.resize(std::fread(out.data(), 1, out.size(), file));
  std::fclose(file);
  return out;
}

Result<analysis::Result> analysed(const Call& call, const Upload& upload, const read::Told& told) {
  auto path = Uploads::file_of(vault_of(call), upload.id);
  analysis::Request request;
  if (const auto* organisation = call.organisation()) request.organisation = *organisation;
  request.told = told;
  request.workers = 1;
  request.hang_seconds = preview_hang_seconds;
  if (upload.offset <= previewed_whole_bytes) {
    request.files.push_back({path, upload.name});
    return analysis::analyze(request);
  }
  DIGUE_TRY(const auto head, head_of(path, previewed_head_bytes));
  path += ".head";
  DIGUE_CHECK(DiskFiles().write(path, head));
  request.files.push_back({path, upload.name});
  auto result = analysis::analyze(request);
  std::error_code error;
  std::filesystem::remove(path, error);
  return result;
}

std::string preview_json(const Call& call, const Upload& upload, const analysis::Result& result,
                         const std::vector<std::string>& rows) {
  std::vector<std::string> sources, rejects;
  for (const auto& source : result.sources)
    sources.push_back(finding::to_json(source, call.language));
  for (const auto& one : result.unreadable)
    if (rejects.size() < shown_rejects) rejects.push_back(finding::to_json(one, call.language));
  std::string zone;
  call.incident->read(
      [&](const incident::State& state, const std::string&) { zone = state.zone.name(); });
  JsonWriter json;
  json.begin_object()
      .member("upload", upload.id)
      .member("name", upload.name)
      .member("bytes", upload.offset)
      .member("whole", upload.offset <= previewed_whole_bytes)
      .member("zone", zone)
      .member("rows", rows)
      .member("rejected", result.unreadable.size())
      .end_object();
  auto out = json.take();
  out.insert(out.size() - 1,
             ",\"sources\":" + json_array(sources) + ",\"rejects\":" + json_array(rejects));
  return out;
}

// One at a time: each takes a worker.
Response preview(const Call& call, const read::Told& told) {
  const auto upload = upload_of(call);
  if (!upload) return no_such_upload(call);
  const auto head = head_of(Uploads::file_of(vault_of(call), upload->id), shown_head_bytes);
  if (!head) return call.problem(head.error());
  const std::lock_guard one_at_a_time(call.services.previews);
  const auto result = analysed(call, *upload, told);
  if (!result) return call.problem(result.error());
  const auto rows = first_rows(*head, upload->offset > head->size());
  return json_response(200, preview_json(call, *upload, *result, rows));
}

}  // namespace

Response preview_upload(const Call& call) {
  return preview(call, {});
}

Response preview_upload_told(const Call& call) {
  Fields fields(call.request.body);
  const auto told = told_by(saying_in(fields), call, fields);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return preview(call, told);
}

}  // namespace digue::server
