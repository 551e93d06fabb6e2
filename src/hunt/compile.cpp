// Compiling: which window each literal is known by, then the image.
#include <algorithm>
#include <bit>
#include <unordered_map>

#include "hunt/byte_classes.h"
#include "hunt/forms.h"
#include "hunt/layout.h"

namespace digue::hunt {

namespace {

using indicator::Indicator;
using indicator::Kind;

constexpr std::size_t max_anchors = 6;  // starts of words that are weighed
constexpr std::size_t bits_each = 16;   // of the set of bits, for each window

std::size_t width_class(std::size_t bytes) {
  return bytes >= 8 ? 0 : bytes >= 4 ? 1 : 2;
}

std::uint64_t key_of(std::string_view text, std::size_t anchor, std::size_t width_index) {
  const char* bytes = text.data() + anchor;
  if (width_index == 0) return window_key<8>(bytes);
  return width_index == 1 ? window_key<4>(bytes) : window_key<2>(bytes);
}

struct Anchors {
  std::array<std::uint16_t, max_anchors> at{};
  std::size_t count = 0;
  auto begin() const { return at.begin(); }
  auto end() const { return at.begin() + static_cast<std::ptrdiff_t>(count); }
};

// Where words start in a literal, with at least two bytes after; "www" only when nothing else does.
Anchors word_starts(std::string_view text) {
  Anchors anchors;
  for (std::size_t i = 0; i + 1 < text.size() && anchors.count < max_anchors; ++i) {
    const bool starts = is_word(static_cast<unsigned char>(text[i])) &&
                        (i == 0 || !is_word(static_cast<unsigned char>(text[i - 1])));
    // Within an escape no word starts; after it, one does.
    const bool escaped = i >= 1 && text[i - 1] == '%';
    if (starts && !escaped) anchors.at[anchors.count++] = static_cast<std::uint16_t>(i);
  }
  if (anchors.count > 1 && text.substr(anchors.at[0], 4) == "www.") {
    std::shift_left(anchors.at.begin(), anchors.at.end(), 1);
    --anchors.count;
  }
  return anchors;
}

// Of them, those with the widest window.
Anchors anchors_of(std::string_view text) {
  const Anchors starts = word_starts(text);
  const auto width = [&](std::size_t at) { return width_class(text.size() - at); };
  Anchors widest;
  // The first has the most after it.
  for (const auto at : starts)
    if (width(at) == width(starts.at[0])) widest.at[widest.count++] = at;
  return widest;
}

bool can_be_known(std::string_view form) {
  return form.size() >= min_indicator_bytes && word_starts(form).count != 0;
}

// How many literals could be known by a window: enough to tell what many share, and small enough to
// stay near the processor.
class Popularity {
 public:
  void add(std::uint64_t key) { counts_[window_hash(key) >> shift] += 1; }
  std::uint32_t of(std::uint64_t key) const { return counts_[window_hash(key) >> shift]; }

 private:
  static constexpr int width = 18;
  static constexpr int shift = 64 - width;
  std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(std::size_t{1} << width);
};

// Arrays one after the other, each aligned to 8 bytes.
class Image {
 public:
  template <class Item>
  std::uint64_t add(const std::vector<Item>& items) {
    const std::uint64_t offset = words_.size() * 8;
    const std::size_t bytes = items.size() * sizeof(Item);
    words_.resize(words_.size() + (bytes + 7) / 8);
    if (bytes != 0)
      std::memcpy(words_.data() + offset / 8, static_cast<const void*>(items.data()), bytes);
    return offset;
  }
  std::vector<std::uint64_t> take() { return std::move(words_); }
  std::uint64_t bytes() const { return words_.size() * 8; }
  char* at(std::uint64_t offset) { return reinterpret_cast<char*>(words_.data()) + offset; }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace

class Matcher::Compiler {
 public:
  explicit Compiler(std::span<const Indicator> indicators) {
    for (std::size_t i = 0; i < indicators.size(); ++i)
      add(indicators[i], static_cast<std::uint32_t>(i));
  }

  Matcher compile() {
    choose_anchors();
    Header header;
    header.span_count = static_cast<std::uint32_t>(spans_.size());
    sort_spans();
    Image image;
    image.add(std::vector<Header>{header});
    for (std::size_t i = 0; i < window_widths.size(); ++i) add_window(image, i, header.windows[i]);
    const auto all_shapes = shapes();
    for (const auto may_start : all_shapes) header.present |= may_start;
    header.shapes = image.add(all_shapes);
    header.literals = image.add(sorted_);
    header.texts = image.add(std::vector<char>(texts_.begin(), texts_.end()));
    header.spans = image.add(spans_);
    header.bytes = image.bytes();
    std::memcpy(image.at(0), &header, sizeof header);
    Matcher matcher;
    matcher.owned_ = std::make_shared<const std::vector<std::uint64_t>>(image.take());
    matcher.image_ = {reinterpret_cast<const char*>(matcher.owned_->data()),
                      matcher.owned_->size() * 8};
    return matcher;
  }

 private:
  void add(const Indicator& indicator, std::uint32_t index) {
    if (indicator.value.size() > max_indicator_bytes) return;
    if (const auto range = range_of(indicator)) {
      spans_.push_back({range->low, range->high, {}, index});
      return;
    }
    for (const std::string& form : forms_of(indicator)) {
      if (!can_be_known(form)) continue;
      literals_.push_back({static_cast<std::uint32_t>(texts_.size()),
                           static_cast<std::uint16_t>(form.size()), 0, index, indicator.kind});
      texts_ += form;
    }
  }

  static bool is_v4(const Span& span) {
    return span.low[10] == 0xFF && span.low[11] == 0xFF &&
           std::all_of(span.low.begin(), span.low.begin() + 10,
                       [](auto byte) { return byte == 0; });
  }

  void sort_spans() {
    std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
      return std::tie(a.low, a.high, a.indicator) < std::tie(b.low, b.high, b.indicator);
    });
    AddressBytes highest{};
    for (Span& span : spans_) span.highest = highest = std::max(highest, span.high);
  }

  std::string_view text_of(const Literal& literal) const {
    return std::string_view(texts_).substr(literal.text, literal.length);
  }
  std::size_t width_index(const Literal& literal) const {
    return width_class(static_cast<std::size_t>(literal.length - literal.anchor));
  }
  std::uint64_t key(const Literal& literal) const {
    return key_of(text_of(literal), literal.anchor, width_index(literal));
  }

  // The widest window, then the one that the fewest share, then the first.
  void choose_anchors() {
    Popularity popularity;
    std::vector<std::uint32_t> to_choose;
    for (Literal& literal : literals_) {
      const auto text = text_of(literal);
      const Anchors anchors = anchors_of(text);
      literal.anchor = anchors.at[0];
      for (const std::size_t anchor : anchors)
        popularity.add(key_of(text, anchor, width_index(literal)));
      if (anchors.count > 1)
        to_choose.push_back(static_cast<std::uint32_t>(&literal - literals_.data()));
    }
    for (const auto index : to_choose) choose_anchor(literals_[index], popularity);
  }

  void choose_anchor(Literal& literal, const Popularity& popularity) const {
    const auto text = text_of(literal);
    const auto shared = [&, width = width_index(literal)](std::size_t anchor) {
      return popularity.of(key_of(text, anchor, width));
    };
    const Anchors anchors = anchors_of(text);
    literal.anchor = *std::min_element(anchors.begin(), anchors.end(),
                                       [&](auto a, auto b) { return shared(a) < shared(b); });
  }

  // What a text must look like where a literal is known from: all that may follow it is tried too.
  std::vector<std::uint8_t> shapes() const {
    std::array<std::vector<std::uint8_t>, shape_bytes + 1> of_length;  // by how many bytes are told
    for (auto& shapes : of_length) shapes.resize(shape_count);
    for (const Literal& literal : literals_) {
      const auto tail = text_of(literal).substr(literal.anchor, shape_bytes);
      const auto classes = classes_of_few(tail.data(), tail.size());
      of_length[tail.size()][shape_of(classes.word, classes.digit)] |=
          static_cast<std::uint8_t>(shape::first_window << width_index(literal));
    }
    std::uint8_t addresses = 0;  // that are searched for
    for (const Span& span : spans_) addresses |= is_v4(span) ? shape::ipv4 : shape::ipv6;
    std::vector<std::uint8_t> shapes(shape_count);
    for (std::size_t i = 0; i < shape_count; ++i) {
      for (std::size_t length = 2; length <= shape_bytes; ++length) {
        const std::size_t told = (1U << length) - 1;
        shapes[i] |= of_length[length][i & (told | told << shape_bytes)];
      }
      shapes[i] |= static_cast<std::uint8_t>(addresses_of(i) & addresses);
    }
    return shapes;
  }

  // Whether an address that is read as a number may start so: at most three digits, or four
  // hexadecimal ones, and then something else.
  static std::uint8_t addresses_of(std::size_t shape) {
    const int length = std::countr_one(static_cast<std::uint8_t>(shape));
    const int digits = std::countr_one(static_cast<std::uint8_t>(shape >> shape_bytes));
    const int ipv4 = digits == length && length <= 3 ? shape::ipv4 : 0;
    const int ipv6 = length <= 4 ? shape::ipv6 : 0;
    return static_cast<std::uint8_t>(ipv4 | ipv6);
  }

  // The literals of one width, in groups of one window.
  std::vector<Group> group(std::size_t index) {
    struct Keyed {
      std::uint64_t key;
      Literal literal;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(literals_.size());
    for (const Literal& literal : literals_)
      if (width_index(literal) == index) keyed.push_back({key(literal), literal});
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
      if (a.key != b.key) return a.key < b.key;
      const auto tail_a = text_of(a.literal).substr(a.literal.anchor);
      const auto tail_b = text_of(b.literal).substr(b.literal.anchor);
      return std::tie(tail_a, a.literal.indicator, a.literal.text) <
             std::tie(tail_b, b.literal.indicator, b.literal.text);
    });
    std::vector<Group> groups;
    for (const Keyed& one : keyed) {
      if (groups.empty() || groups.back().key != one.key)
        groups.push_back({one.key, static_cast<std::uint32_t>(sorted_.size()), 0});
      ++groups.back().count;
      sorted_.push_back(one.literal);
    }
    return groups;
  }

  void add_window(Image& image, std::size_t index, Window& window) {
    const auto groups = group(index);
    const auto bit_width = std::bit_width(std::max<std::size_t>(groups.size() * bits_each, 128));
    const auto slot_width = std::bit_width(groups.size() * 2);
    window.word_shift = static_cast<std::uint32_t>(64 - (bit_width - 6));
    window.slot_shift = static_cast<std::uint32_t>(64 - slot_width);
    window.slot_mask = (1U << slot_width) - 1;
    std::vector<std::uint64_t> bits((std::size_t{1} << bit_width) / 64);
    std::vector<std::uint32_t> slots(std::size_t{1} << slot_width);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::uint64_t hash = window_hash(groups[i].key);
      bits[hash >> window.word_shift] |= window_bits(hash);
      std::size_t slot = hash >> window.slot_shift;
      while (slots[slot] != 0) slot = (slot + 1) & window.slot_mask;
      slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
    window.bits = image.add(bits);
    window.slots = image.add(slots);
    window.sorted = image.add(groups);
  }

  std::vector<Literal> literals_, sorted_;
  std::string texts_;
  std::vector<Span> spans_;
};

bool Matcher::can_find(const Indicator& indicator) {
  if (indicator.value.size() > max_indicator_bytes) return false;
  if (range_of(indicator)) return true;
  if (indicator.kind == Kind::range) return false;
  if (indicator.kind != Kind::url) return can_be_known(indicator.value);
  const auto forms = forms_of(indicator);
  return !forms.empty() && std::all_of(forms.begin(), forms.end(), can_be_known);
}

Matcher Matcher::compile(std::span<const Indicator> indicators) {
  return Compiler(indicators.subspan(0, std::min(indicators.size(), max_indicators))).compile();
}

const Matcher::Header& Matcher::header() const {
  return *items<Header>(0);
}

std::optional<Matcher> Matcher::from_image(std::string_view image) {
  Matcher matcher;
  matcher.image_ = image;
  const bool whole = image.size() >= sizeof(Header) && matcher.header().mark == image_mark &&
                     matcher.header().bytes == image.size();
  if (!whole) return std::nullopt;
  return matcher;
}

}  // namespace digue::hunt
