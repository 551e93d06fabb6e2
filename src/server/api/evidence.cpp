// Evidence that comes from a browser, and its analysis.
#include <algorithm>

#include "base/json_writer.h"
#include "base/number.h"
#include "server/api/evidence.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/api/told.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;

bool is_file_name(std::string_view name) {
  const auto is_forbidden = [](char c) {
    return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  };
  return !name.empty() && name.size() <= 255 &&
         std::none_of(name.begin(), name.end(), is_forbidden);
}

namespace {

class EvidenceSink final : public http::BodySink {
 public:
  explicit EvidenceSink(evidence::Intake intake) : intake_(std::move(intake)) {}
  Outcome add(std::string_view bytes) override { return intake_.add(bytes); }
  evidence::Intake& intake() { return intake_; }

 private:
  evidence::Intake intake_;
};

// What the browser calls the file: shown, never a path.
std::optional<std::string> name_of(const Call& call) {
  auto name = http::percent_decoded(call.request.field("digue-name"), false);
  return name && is_file_name(*name) ? name : std::nullopt;
}

std::string piece_receipt(const Written& written, const std::string& sha256, std::uint64_t bytes) {
  return receipt_json(written, ",\"sha256\":\"" + sha256 + "\",\"bytes\":" + std::to_string(bytes));
}

// The entry that told of it already, if there is one.
std::optional<Written> known_piece(OpenIncident& open, const std::string& sha256) {
  std::optional<std::uint64_t> entry;
  open.read([&](const State& state, const std::string&) {
    if (const auto found = state.evidence.find(sha256); found != state.evidence.end())
      entry = found->second.said.entry;
  });
  if (!entry) return std::nullopt;
  const auto said = open.logbook().at(*entry);
  if (!said) return std::nullopt;
  return Written{{*entry, said->leaf}, said->header.recorded};
}

}  // namespace

Result<std::shared_ptr<http::BodySink>> evidence_sink(const Call& call) {
  DIGUE_TRY(auto intake, evidence::Vault::of_incident(call.incident->path()).intake());
  return std::make_shared<EvidenceSink>(std::move(intake));
}

// The copy is on disk before the logbook speaks of it.
Response take_evidence(const Call& call) {
  const auto name = name_of(call);
  if (!name) return call.problem({422, tell<sentences::piece_name_needed>(), "Digue-Name"});
  if (call.request.sink_error) return call.problem(*call.request.sink_error);
  auto* sink = dynamic_cast<EvidenceSink*>(call.request.sink.get());
  if (sink == nullptr) return call.problem({415, tell<sentences::bytes_needed>()});
  const auto stored = sink->intake().settle();
  if (!stored) return call.problem(stored.error());
  return piece_response(call, *stored, *name);
}

Response piece_response(const Call& call, const evidence::Stored& stored, const std::string& name) {
  auto& open = *call.incident;
  if (const auto known = known_piece(open, stored.sha256))
    return json_response(201, piece_receipt(*known, stored.sha256, stored.bytes));
  incident::Piece piece;
  piece.sha256 = stored.sha256;
  piece.name = name;
  piece.how = "digue serve";
  piece.bytes = stored.bytes;
  const auto written = open.append([&](logbook::Logbook& logbook) {
    return incident::add_evidence(logbook, piece, call.speaker());
  });
  if (!written) return call.problem(written.error());
  return json_response(201, piece_receipt(*written, stored.sha256, stored.bytes));
}

namespace {

// Those asked for, all of the incident; else `fields` has the trouble.
std::vector<std::string> pieces_of(const Call& call, Fields& fields) {
  const bool all = fields.is_text("evidence") && fields.text("evidence", 8) == "all";
  auto wanted =
      all ? std::vector<std::string>() : fields.texts("evidence", max_list, Fields::required);
  if (fields.trouble()) return {};
  call.incident->read([&](const State& state, const std::string&) {
    if (all)
      for (const auto& [sha256, piece] : state.evidence) wanted.push_back(sha256);
    for (const auto& sha256 : wanted)
      if (!state.evidence.contains(sha256))
        fields.refuse("evidence", tell<sentences::no_such_piece>(sha256));
  });
  if (wanted.empty()) fields.refuse("evidence", tell<sentences::no_pieces>());
  return wanted;
}

Response no_such_analysis(const Call& call) {
  return call.problem({404, tell<sentences::no_such_analysis>(call.arguments[1])});
}

}  // namespace

Response start_analysis(const Call& call) {
  Fields fields(call.request.body);
  const auto saying = saying_in(fields);
  auto pieces = pieces_of(call, fields);
  const auto told = told_by(saying, call, fields);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (const auto noted = note_told(call, told); !noted) return call.problem(noted.error());
  const auto view = call.services.analyses.add(call.incident, std::move(pieces), told);
  if (!view) return call.problem(view.error());
  return json_response(202, analysis_json(*view, call.language));
}

Response show_analysis(const Call& call) {
  const auto id = whole_number(call.arguments[1]);
  const auto view = id ? call.services.analyses.find(call.incident->id(), *id) : std::nullopt;
  if (!view) return no_such_analysis(call);
  return json_response(200, analysis_json(*view, call.language));
}

Response cancel_analysis(const Call& call) {
  const auto id = whole_number(call.arguments[1]);
  if (!id || !call.services.analyses.cancel(call.incident->id(), *id))
    return no_such_analysis(call);
  return Response{.status = 204};
}

}  // namespace digue::server
