// An address as a QR code for a phone or a tablet to scan from the terminal.
#pragma once
#include <string>
#include <string_view>

namespace digue::cli::verbs {

// Two modules a character, black on white whatever the terminal's colours; "" when it is too long.
std::string qr_for_terminal(std::string_view text);

}  // namespace digue::cli::verbs
