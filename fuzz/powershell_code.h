// What of a PowerShell script is code: neither inside a single-quoted literal nor in a comment.
// Knows of the language what our scripts use, and shares nothing with what writes them.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

// U+0027 and U+2018 to U+201B open, close and, doubled, stand for a quote; how many bytes, or 0.
inline std::size_t quote_bytes(std::string_view at) {
  if (at.starts_with('\'')) return 1;
  return at.starts_with("\xe2\x80") && at.size() > 2 && at[2] >= '\x98' && at[2] <= '\x9b' ? 3 : 0;
}

inline std::size_t end_of_literal(std::string_view script, std::size_t at) {
  while (at < script.size()) {
    const auto quote = quote_bytes(script.substr(at));
    if (quote == 0) {
      ++at;
      continue;
    }
    at += quote;
    const auto second = quote_bytes(script.substr(at));
    if (second == 0) return at;
    at += second;
  }
  return at;
}

inline std::string code_of(std::string_view script) {
  std::string code;
  for (std::size_t at = 0; at < script.size();) {
    if (const auto quote = quote_bytes(script.substr(at)); quote != 0) {
      at = end_of_literal(script, at + quote);
      code += "''";
    } else if (script[at] == '#' && (code.empty() || code.back() == '\n' || code.back() == ' ')) {
      at = std::min(script.find_first_of("\r\n", at), script.size());
    } else {
      code += script[at++];
    }
  }
  return code;
}
