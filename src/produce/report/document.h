// A document in one language, before it is laid out: the same for every renderer.
//
// Texts are UTF-8 as they came; a renderer escapes them and makes what does not show visible.
// Values; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "produce/pdf/text.h"

namespace digue::produce::report {

using pdf::Line;
using pdf::longest_run;
using pdf::Span;

struct Heading {
  int level = 2;  // 2 to 4; the document's title is 1
  Line line;
  std::string anchor;        // [a-z0-9-]+, unique; may be empty
  bool starts_page = false;  // in print
};
struct Paragraph {
  Line line;
  enum class Role : std::uint8_t { body, lead, note } role = Role::body;
};
struct List {
  std::vector<Line> items;
  bool ordered = false;
};
// Labels, each with one or more lines.
struct Facts {
  struct Fact {
    std::string label;
    std::vector<Line> lines;
  };
  std::vector<Fact> facts;
};
struct Table {
  struct Column {
    std::string title;
    int share = 1;  // of the width
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Line>> rows;  // as many cells as columns; the first one heads the row
};
// The boxes of the first page, side by side where there is room.
struct Panels {
  struct Panel {
    std::string title;
    std::vector<Line> lines;
    Line note;             // under them; may be empty
    bool ordered = false;  // numbered
    bool wide = false;     // takes the whole width
    bool is_list = false;  // else paragraphs; of the first panel, all but its first line
  };
  std::vector<Panel> panels;
};
// Two lanes over one time axis.
struct Lanes {
  struct Mark {
    Instant time;
    bool ours = false;   // the lower lane
    bool grave = false;  // filled
  };
  std::string description;  // for who can't see it
  std::string upper, lower;
  std::vector<Mark> marks;
  std::vector<std::pair<Instant, std::string>> ticks;
  Instant from, to;
};
struct Code {
  std::string payload;  // of the QR code
  std::string caption;
};
using Block = std::variant<Heading, Paragraph, List, Facts, Table, Panels, Lanes, Code>;

struct Document {
  Language language = Language::french;
  std::string title, overline;  // overline: what kind of document this is
  Line byline;
  std::string author;
  Instant written;
  std::string footer;   // on every page
  std::string page_of;  // "page {0} sur {1}", filled by the renderer
  std::vector<Block> blocks;
};

}  // namespace digue::produce::report
