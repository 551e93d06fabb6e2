// What stands at one place of a refanged text.  Internal to the room.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/recognise.h"

namespace digue::indicator {

struct Found {
  Indicator indicator;
  std::size_t end = 0;
  bool sure = true;
  bool defanged = false;
};

class Scanner {
 public:
  // All must outlive it.
  Scanner(std::string_view text, const std::vector<bool>& marks, const KnownNames& known)
      : text_(text), marks_(marks), known_(known) {}

  // The longest that starts at `start`; nothing within a word.
  std::optional<Found> at(std::size_t start) const;

 private:
  using Maybe = std::optional<Found>;
  struct Domain {
    std::size_t end = 0, labels = 0;
    std::string_view first, last;
    bool before_sentence = false;  // what follows it, without a space, is a sentence
  };

  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::string_view part(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  bool marked(std::size_t begin, std::size_t end) const;
  // Of the character there: its bytes when it is a letter or a digit, else 0.
  std::size_t letter(std::size_t at) const;
  bool is_start(std::size_t at) const;
  bool ends_word(std::size_t at) const;

  // A run of labels; of which the last is an ending that makes a domain.
  std::optional<Domain> labels_at(std::size_t start) const;
  std::optional<Domain> domain_name_at(std::size_t start) const;

  Maybe url(std::size_t start) const;
  Maybe bare_url(std::size_t start) const;
  std::size_t url_end(std::size_t from) const;
  Maybe url_found(std::size_t start, std::size_t authority, std::string_view scheme) const;
  Maybe mail(std::size_t start) const;
  Maybe ipv4(std::size_t start) const;
  Maybe ipv4_span(std::size_t start, std::size_t end) const;
  Maybe ipv6(std::size_t start) const;
  Maybe hash(std::size_t start) const;
  Maybe domain(std::size_t start) const;
  Maybe known_name(std::size_t start) const;
  Maybe file(std::size_t start) const;
  Maybe quoted_file(std::size_t start) const;

  std::string_view text_;
  const std::vector<bool>& marks_;
  const KnownNames& known_;
};

}  // namespace digue::indicator
