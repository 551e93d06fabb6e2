#include "cli/verbs/serve/qr.h"

#include "produce/pdf/qr.h"

namespace digue::cli::verbs {

static constexpr int quiet = produce::pdf::qr_quiet_zone;

static bool is_dark(const produce::pdf::QrCode& code, int row, int column) {
  const bool inside = row >= 0 && row < code.side && column >= 0 && column < code.side;
  return inside && code.at(row, column);
}

std::string qr_for_terminal(std::string_view text) {
  const auto code = produce::pdf::make_qr(text);
  if (code.side == 0) return {};
  std::string out;
  for (int row = -quiet; row < code.side + quiet; row += 2) {
    out += "\x1b[30;107m";
    for (int column = -quiet; column < code.side + quiet; ++column) {
      const bool upper = is_dark(code, row, column), lower = is_dark(code, row + 1, column);
      out += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    out += "\x1b[0m\n";
  }
  return out;
}

}  // namespace digue::cli::verbs
