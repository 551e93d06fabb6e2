// A QR code as a square of dark and light modules, through libqrencode.  Thread-safe.
#pragma once
#include <string_view>
#include <vector>

namespace digue::produce::pdf {

struct QrCode {
  int side = 0;  // modules, without the quiet zone; 0 when the text is too long for a code
  std::vector<bool> dark;  // row by row

  bool at(int row, int column) const {
    return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                static_cast<std::size_t>(column)];
  }
};

// Four light modules must stand around it (ISO/IEC 18004).
inline constexpr int qr_quiet_zone = 4;

QrCode make_qr(std::string_view text);

}  // namespace digue::produce::pdf
