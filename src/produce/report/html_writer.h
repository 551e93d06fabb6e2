// Writes HTML of which every tag is ours, known at compile time, and every text is escaped.
#pragma once
#include <string>
#include <string_view>

namespace digue::produce::report {

class HtmlWriter {
 public:
  struct Markup {
    std::string_view text;
    consteval Markup(const char* literal) : text(literal) {}
  };

  HtmlWriter& operator<<(Markup markup) {
    out_ += markup.text;
    return *this;
  }
  // Escaped for content and for a double-quoted attribute; what does not show is made visible.
  HtmlWriter& text(std::string_view text);
  HtmlWriter& number(double value);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace digue::produce::report
