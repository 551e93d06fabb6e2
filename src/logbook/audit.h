// The rules of verification, over rows as they are read; what the logbook and verify() share.
#pragma once
#include <map>
#include <unordered_map>

#include "logbook/checkpoint.h"
#include "logbook/tree.h"
#include "logbook/verify.h"

namespace digue::logbook {

struct Row {
  std::uint64_t position = 0;
  std::string_view header, signature;
  bool has_body = false;
  std::string_view salt, body;
};

struct KnownKey {
  PublicKey key{};
  bool machine = false;
  std::string author;
};
using KnownKeys = std::unordered_map<std::string, KnownKey>;  // by key id

struct DigestHash {
  std::size_t operator()(const Digest& digest) const;
};

class Audit {
 public:
  Audit(std::string incident, bool signatures);

  // In the order of their positions.
  void add(const Row& row);
  // After the last row: what concerns them together, then the head, then what is held outside.
  Verdict finish(std::string_view head, std::span<const std::string> outside);

  const std::vector<Digest>& leaves() const { return leaves_; }
  const KnownKeys& keys() const { return keys_; }
  // The last leaf that each key signed.
  const std::unordered_map<std::string, Digest>& last_by_key() const { return last_by_key_; }

 private:
  // What is kept of an entry until the end.
  struct Kept {
    std::uint64_t position = 0;
    std::uint64_t claim = 0;
    bool trusted = false;    // read, known key, right signature: its claim counts
    bool follows = false;    // the entry before it is the one that it names
    bool own_chain = false;  // so is the entry that its key signed before
    bool has_body = false;
  };
  struct Reference {
    std::size_t index;  // of the entry that names another
    Digest target;
    bool redacts;
  };

  void report(Fault fault, std::uint64_t number, Message message);
  bool introduce(const Header& header);
  bool is_trusted(const Row& row, const Header& header);
  void check_author(const Row& row, const Header& header);
  void follow(const Header& header, const Digest& leaf, Kept& kept);
  void keep_references(const Header& header);
  void check_order();
  void check_chains();
  void check_references();
  void check_bodies();
  void check_head(std::string_view note);
  void check_outside(std::string_view note, std::uint64_t rank);
  Fault signature_fault(const SignedCheckpoint& note, bool& good) const;
  Digest root_at(std::uint64_t size);
  void settle();

  std::string incident_;
  bool signatures_;
  HeaderReader reader_;
  KnownKeys keys_;
  std::unordered_map<std::string, Digest> last_by_key_;
  std::vector<Digest> leaves_;
  std::vector<Kept> kept_;
  std::vector<Reference> references_;
  Tree tree_;
  std::uint64_t end_ = 0;  // how many entries there should be, by what they say themselves
  bool sound_ = true;      // no problem yet with the headers or their order
  Verdict verdict_;
};

}  // namespace digue::logbook
