#include "read/xml_leaves.h"

#include <doctest/doctest.h>

#include <vector>

namespace digue::read {

static std::string leaves_of(std::string_view text) {
  std::deque<std::string> scratch;
  XmlLeaves leaves(text, scratch);
  std::string out;
  for (XmlLeaf leaf; leaves.next(leaf);)
    out += std::string(leaf.name) + "=" + std::string(leaf.value) + ";";
  return out;
}

TEST_CASE("the elements that hold text alone are given, whatever holds them") {
  CHECK(leaves_of(
            "<?xml version=\"1.0\"?><a><b x=\"1\">one</b><!-- no --><c/><d><e>two</e></d></a>") ==
        "b=one;e=two;");
  CHECK(leaves_of("<a>\n  <b></b>\n  <c>x</c>\n</a>") == "b=;c=x;");
}

TEST_CASE("entities stand for their letters, once") {
  CHECK(leaves_of("<a>&lt;b&gt; &amp;lt; &quot;c&apos; &d</a>") == "a=<b> &lt; \"c' &d;");
}

TEST_CASE("a text that is cut, or is no XML, gives what came before") {
  CHECK(leaves_of("<a><b>one</b><c>two") == "b=one;");
  CHECK(leaves_of("<a><b>one</b><c") == "b=one;");
  CHECK(leaves_of("") == "");
  CHECK(leaves_of("1 < 2 > 3") == "");
}

}  // namespace digue::read
