#include "detect/sigma/rule_image.h"

#include <type_traits>

namespace digue::detect::sigma {

namespace {

// One list of members for both ways; `on` is a Writer or a Reader.
template <class On>
void pass(On& on, Value& value) {
  on(value.kind, value.text, value.line);
}
template <class On>
void pass(On& on, Item& item) {
  on(item.field, item.modifiers, item.values, item.line);
}
template <class On>
void pass(On& on, Detection& detection) {
  on(detection.name, detection.alternatives, detection.line);
}
template <class On>
void pass(On& on, Condition& condition) {
  on(condition.text, condition.line);
}
template <class On>
void pass(On& on, Detections& detections) {
  on(detections.searches, detections.conditions);
}
template <class On>
void pass(On& on, LogSource& source) {
  on(source.product, source.category, source.service);
}
template <class On>
void pass(On& on, Rule& rule) {
  on(rule.file, rule.line, rule.id, rule.name, rule.title, rule.description, rule.status,
     rule.version, rule.level, rule.tags, rule.source, rule.detections, rule.fields, rule.kept,
     rule.correlated, rule.silent);
}
template <class On>
void pass(On& on, Filter& filter) {
  on(filter.file, filter.line, filter.title, filter.source, filter.any_rule, filter.rules,
     filter.detections);
}
template <class On>
void pass(On& on, RuleBook& book) {
  on(book.rules, book.filters);
}

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <class... Members>
  void operator()(Members&... members) {
    (put(members), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <Plain T>
  void put(T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(std::string& text) {
    std::size_t size = text.size();
    put(size);
    bytes_ += text;
  }
  template <class T>
  void put(std::vector<T>& values) {
    std::size_t size = values.size();
    put(size);
    for (T& value : values) put(value);
  }
  template <class T>
  void put(T& value) {
    pass(*this, value);
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class... Members>
  void operator()(Members&... members) {
    (take(members), ...);
  }
  bool is_whole() const { return good_ && rest_.empty(); }

 private:
  template <Plain T>
  void take(T& value) {
    if (rest_.size() < sizeof value) return stop();
    rest_.copy(reinterpret_cast<char*>(&value), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  void take(std::string& text) {
    const auto size = take_size();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  template <class T>
  void take(std::vector<T>& values) {
    for (auto left = take_size(); left != 0 && good_; --left) take(values.emplace_back());
  }
  template <class T>
  void take(T& value) {
    pass(*this, value);
  }

  // Of bytes, or of values of one byte at least: no more than there are.
  std::size_t take_size() {
    std::size_t size = 0;
    take(size);
    if (size > rest_.size()) stop();
    return good_ ? size : 0;
  }
  void stop() {
    good_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::string image_of(const RuleBook& book) {
  Writer writer;
  RuleBook copy = book;
  pass(writer, copy);
  return writer.take();
}

std::optional<RuleBook> book_in(std::string_view image) {
  Reader reader(image);
  RuleBook book;
  pass(reader, book);
  if (!reader.is_whole()) return std::nullopt;
  return book;
}

}  // namespace digue::detect::sigma
