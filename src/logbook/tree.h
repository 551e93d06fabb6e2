// The Merkle tree of RFC 6962 (section 2.1) over the entries, with SHA-256.
//
// A leaf is SHA-256(0x00 || header || signature): the tree holds the exact bytes of the header and
// the exact signature; the body is held through its salted hash in the header, so that it can be
// redacted.  A node is SHA-256(0x01 || left || right).  The root of no leaf is SHA-256 of nothing.
//
// Values; a Tree is not thread-safe.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace digue::logbook {

// SHA-256 of the pieces put end to end; faster than base's for many small inputs.
Digest hash_of(std::initializer_list<std::string_view> pieces);
Digest leaf_hash(std::string_view header, std::string_view signature);
Digest node_hash(const Digest& left, const Digest& right);

// Grows by one leaf at a time and keeps the right edge only: 32 bytes a level.
class Tree {
 public:
  void add(const Digest& leaf);
  std::uint64_t size() const { return size_; }
  Digest root() const;

 private:
  std::vector<Digest> edge_;  // roots of the perfect subtrees, largest first
  std::uint64_t size_ = 0;
};

Digest root_of(std::span<const Digest> leaves);

// The path that proves leaf `index` to whoever holds the root (RFC 6962, 2.1.1).
std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index);
bool proves_inclusion(std::span<const Digest> proof, const Digest& leaf, std::uint64_t index,
                      std::uint64_t size, const Digest& root);

// The path that proves that a tree of `old_size` leaves is the start of this one (2.1.2).
std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t old_size);
bool proves_consistency(std::span<const Digest> proof, std::uint64_t old_size,
                        const Digest& old_root, std::uint64_t size, const Digest& root);

}  // namespace digue::logbook
