#include "produce/pdf/qr.h"

#include <qrencode.h>

#include <memory>

namespace digue::produce::pdf {

QrCode make_qr(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M), &QRcode_free);
  QrCode out;
  if (!code) return out;
  out.side = code->width;
  const auto side = static_cast<std::size_t>(code->width);
  const auto count = side * side;
  for (std::size_t i = 0; i < count; ++i) out.dark.push_back((code->data[i] & 1) != 0);
  return out;
}

}  // namespace digue::produce::pdf
