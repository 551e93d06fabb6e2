// The elements of an XML text that hold nothing but text, one after the other, whatever holds them:
// what logs in XML say in.  Comments and what stands between elements are passed over; a text that
// is cut ends there.
#pragma once
#include <deque>
#include <string>
#include <string_view>

namespace digue::read {

struct XmlLeaf {
  std::string_view name;   // as written, without attributes
  std::string_view value;  // with its entities replaced
};

// Views into the text, or into a scratch of the caller's, which outlives them.
class XmlLeaves {
 public:
  XmlLeaves(std::string_view text, std::deque<std::string>& scratch)
      : rest_(text), scratch_(scratch) {}
  bool next(XmlLeaf& leaf);

 private:
  std::string_view plain(std::string_view text);

  std::string_view rest_;
  std::deque<std::string>& scratch_;
};

}  // namespace digue::read
