#include "logbook/verify.h"

#include <array>

#include "logbook/audit.h"
#include "logbook/rows.h"

namespace digue::logbook {

std::string_view fault_name(Fault fault) {
  static constexpr std::array<std::string_view, 23> names = {"unreadable-entry",
                                                             "foreign-entry",
                                                             "unknown-key",
                                                             "wrong-author",
                                                             "wrong-signature",
                                                             "altered-body",
                                                             "missing-body",
                                                             "unredacted-body",
                                                             "dangling-reference",
                                                             "missing-entry",
                                                             "moved-entry",
                                                             "inserted-entry",
                                                             "broken-chain",
                                                             "broken-author-chain",
                                                             "head-missing",
                                                             "head-not-signed",
                                                             "unsealed-tail",
                                                             "cut-tail",
                                                             "forked-history",
                                                             "unreadable-checkpoint",
                                                             "other-logbook",
                                                             "unknown-checkpoint-key",
                                                             "wrong-checkpoint-signature"};
  return names[static_cast<std::size_t>(fault)];
}

Result<Verdict> verify(store::Connection& connection, const VerifyOptions& options) {
  DIGUE_TRY(const auto reading, store::Transaction::begin_reading(connection));
  DIGUE_TRY(std::string incident, read_incident(connection));
  Audit audit(std::move(incident), options.signatures);
  DIGUE_CHECK(each_row(connection, 0, [&](const Row& row) { audit.add(row); }));
  DIGUE_TRY(const std::string head, read_head(connection));
  return audit.finish(head, options.checkpoints);
}

Result<Verdict> verify(const std::filesystem::path& path, const VerifyOptions& options) {
  DIGUE_TRY(auto connection, store::Connection::open(path, {.mode = store::OpenMode::read_only,
                                                            .file_layer = options.file_layer}));
  return verify(connection, options);
}

}  // namespace digue::logbook
