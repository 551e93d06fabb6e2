#include "logbook/audit.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "logbook/order.h"
#include "logbook/sentences.h"

namespace digue::logbook {

std::size_t DigestHash::operator()(const Digest& digest) const {
  std::size_t hash = 0;
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

Audit::Audit(std::string incident, bool signatures)
    : incident_(std::move(incident)), signatures_(signatures) {
  verdict_.incident = incident_;
}

void Audit::report(Fault fault, std::uint64_t number, Message message) {
  if (verdict_.problems.size() < max_problems)
    verdict_.problems.push_back({fault, number, std::move(message)});
  else
    ++verdict_.problems_left_out;
}

// A key entry must be one in both its kind and its members, under its own key's id.
bool Audit::introduce(const Header& header) {
  const bool is_key = header.kind == key_kind;
  if (is_key != header.introduces.has_value()) return false;
  if (!is_key) return true;
  if (key_id(header.introduces->key) != header.key) return false;
  keys_.try_emplace(header.key,
                    KnownKey{header.introduces->key, header.introduces->machine, header.author});
  return true;
}

bool Audit::is_trusted(const Row& row, const Header& header) {
  if (header.incident != incident_) {
    report(Fault::foreign_entry, row.position, tell<sentences::foreign_entry>(row.position));
    return false;
  }
  const auto known = keys_.find(header.key);
  if (known == keys_.end()) {
    report(Fault::unknown_key, row.position, tell<sentences::unknown_key>(row.position));
    return false;
  }
  if (signatures_ && !is_signed_by(known->second.key, signed_bytes(row.header), row.signature)) {
    report(Fault::wrong_signature, row.position, tell<sentences::wrong_signature>(row.position));
    return false;
  }
  return true;
}

void Audit::check_author(const Row& row, const Header& header) {
  const auto& known = keys_.at(header.key);
  ++(known.machine ? verdict_.vouched : verdict_.own_signatures);
  if (!known.machine && known.author != header.author)
    report(Fault::wrong_author, row.position, tell<sentences::wrong_author>(row.position));
}

void Audit::follow(const Header& header, const Digest& leaf, Kept& kept) {
  kept.claim = header.after_size;
  if (kept.claim == 0)
    kept.follows = !header.after;
  else
    kept.follows = !leaves_.empty() && header.after == leaves_.back();
  const auto before = last_by_key_.find(header.key);
  if (before == last_by_key_.end()) {
    kept.own_chain = !header.previous;
    last_by_key_.emplace(header.key, leaf);
  } else {
    kept.own_chain = header.previous == before->second;
    before->second = leaf;
  }
}

void Audit::keep_references(const Header& header) {
  if (header.supersedes) references_.push_back({kept_.size(), *header.supersedes, false});
  if (header.redacts) references_.push_back({kept_.size(), *header.redacts, true});
}

void Audit::add(const Row& row) {
  Kept kept;
  kept.position = row.position;
  kept.has_body = row.has_body;
  const Digest leaf = leaf_hash(row.header, row.signature);
  const auto header = reader_.read(row.header);
  if (!header || !introduce(*header)) {
    report(Fault::unreadable_entry, row.position, tell<sentences::unreadable_entry>(row.position));
  } else {
    kept.trusted = is_trusted(row, *header);
    if (kept.trusted) check_author(row, *header);
    follow(*header, leaf, kept);
    // The size of the salt is fixed: else bytes could slide between it and the body unseen.
    if (row.has_body &&
        (row.salt.size() != salt_bytes || body_hash(row.salt, row.body) != header->body))
      report(Fault::altered_body, row.position, tell<sentences::altered_body>(row.position));
    keep_references(*header);
  }
  sound_ = sound_ && kept.trusted;
  kept_.push_back(kept);
  leaves_.push_back(leaf);
  tree_.add(leaf);
}

void Audit::check_order() {
  const auto in_order = [&](const Kept& kept) {
    return kept.trusted && kept.claim == static_cast<std::uint64_t>(&kept - kept_.data());
  };
  end_ = kept_.size();
  if (std::all_of(kept_.begin(), kept_.end(), in_order)) return;
  std::vector<std::optional<std::uint64_t>> claims;
  for (const auto& kept : kept_)
    claims.push_back(kept.trusted ? std::optional(kept.claim) : std::nullopt);
  const Order order = order_of(claims, max_problems);
  end_ = order.end;
  for (const auto number : order.missing)
    report(Fault::missing_entry, number, tell<sentences::missing_entry>(number));
  verdict_.problems_left_out += order.missing_left_out;
  for (const auto i : order.moved)
    report(Fault::moved_entry, kept_[i].position,
           tell<sentences::moved_entry>(kept_[i].position, kept_[i].claim));
  for (const auto i : order.inserted)
    report(Fault::inserted_entry, kept_[i].position,
           tell<sentences::inserted_entry>(kept_[i].position, kept_[i].claim));
  sound_ = sound_ && order.sound();
  // A link can only be judged where both ends are in place and follow each other.
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const bool neighbours = i > 0 && order.in_place[i] && order.in_place[i - 1] &&
                            kept_[i].claim == kept_[i - 1].claim + 1;
    if (!neighbours && kept_[i].claim != 0) kept_[i].follows = true;
    if (!order.in_place[i]) kept_[i].follows = true;
  }
}

void Audit::check_chains() {
  for (const auto& kept : kept_)
    if (!kept.follows)
      report(Fault::broken_chain, kept.position, tell<sentences::broken_chain>(kept.position));
  sound_ = sound_ &&
           std::all_of(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.follows; });
  if (!sound_) return;
  for (const auto& kept : kept_)
    if (!kept.own_chain)
      report(Fault::broken_author_chain, kept.position,
             tell<sentences::broken_author_chain>(kept.position));
}

void Audit::check_references() {
  if (!sound_ || references_.empty()) return;
  std::unordered_map<Digest, std::size_t, DigestHash> index_of;
  for (std::size_t i = 0; i < leaves_.size(); ++i) index_of.emplace(leaves_[i], i);
  for (const auto& reference : references_) {
    const auto target = index_of.find(reference.target);
    const auto position = kept_[reference.index].position;
    if (target == index_of.end() || target->second >= reference.index)
      report(Fault::dangling_reference, position, tell<sentences::dangling_reference>(position));
  }
}

void Audit::check_bodies() {
  std::unordered_map<Digest, bool, DigestHash> redacted;
  for (const auto& reference : references_)
    if (reference.redacts) redacted.emplace(reference.target, true);
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const auto position = kept_[i].position;
    const bool gone = !redacted.empty() && redacted.contains(leaves_[i]);
    if (gone) ++verdict_.redacted;
    if (gone && kept_[i].has_body)
      report(Fault::unredacted_body, position, tell<sentences::unredacted_body>(position));
    if (!gone && !kept_[i].has_body && kept_[i].trusted)
      report(Fault::missing_body, position, tell<sentences::missing_body>(position));
  }
}

// unknown_checkpoint_key or wrong_checkpoint_signature, unless a machine of ours signed it.
Fault Audit::signature_fault(const SignedCheckpoint& note, bool& good) const {
  Fault fault = Fault::unknown_checkpoint_key;
  good = false;
  for (const auto& signature : note.signatures)
    for (const auto& [id, known] : keys_) {
      if (!known.machine || signature.name != note.checkpoint.origin ||
          signature.key_hash != note_key_hash(signature.name, known.key))
        continue;
      fault = Fault::wrong_checkpoint_signature;
      good = good || is_signed_by(known.key, note.text, signature.signature);
    }
  return fault;
}

Digest Audit::root_at(std::uint64_t size) {
  if (size == leaves_.size()) return tree_.root();
  return root_of(std::span(leaves_).first(static_cast<std::size_t>(size)));
}

void Audit::check_head(std::string_view note) {
  const auto head = read_checkpoint(note);
  if (!head) return report(Fault::head_missing, 0, tell<sentences::head_missing>());
  bool good = false;
  static_cast<void>(signature_fault(*head, good));
  const auto& checkpoint = head->checkpoint;
  if (!good || checkpoint.origin != origin_of(incident_))
    return report(Fault::head_not_signed, 0, tell<sentences::head_not_signed>());
  if (checkpoint.size > end_)
    return report(Fault::cut_tail, end_, tell<sentences::cut_tail>(end_, checkpoint.size));
  if (checkpoint.size < end_)
    report(Fault::unsealed_tail, checkpoint.size, tell<sentences::unsealed_tail>(checkpoint.size));
  if (sound_ && root_at(checkpoint.size) != checkpoint.root)
    report(Fault::forked_history, checkpoint.size,
           tell<sentences::forked_history>(checkpoint.size));
}

void Audit::check_outside(std::string_view note, std::uint64_t rank) {
  const auto read = read_checkpoint(note);
  if (!read)
    return report(Fault::unreadable_checkpoint, rank, tell<sentences::unreadable_checkpoint>(rank));
  const auto& checkpoint = read->checkpoint;
  if (checkpoint.origin != origin_of(incident_))
    return report(Fault::other_logbook, rank, tell<sentences::other_logbook>(rank));
  bool good = false;
  if (const Fault fault = signature_fault(*read, good); !good)
    return report(fault, rank,
                  fault == Fault::unknown_checkpoint_key
                      ? tell<sentences::unknown_checkpoint_key>(rank)
                      : tell<sentences::wrong_checkpoint_signature>(rank));
  if (checkpoint.size > end_)
    return report(Fault::cut_tail, end_, tell<sentences::cut_tail>(end_, checkpoint.size));
  if (checkpoint.size > leaves_.size() || root_at(checkpoint.size) != checkpoint.root)
    return report(Fault::forked_history, checkpoint.size,
                  tell<sentences::forked_history>(checkpoint.size));
  ++verdict_.checkpoints;
}

void Audit::settle() {
  auto& problems = verdict_.problems;
  const auto order = [](const Problem& problem) {
    return std::tuple(problem.fault, problem.number);
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const auto& a, const auto& b) { return order(a) < order(b); });
  problems.erase(std::unique(problems.begin(), problems.end(),
                             [&](const auto& a, const auto& b) { return order(a) == order(b); }),
                 problems.end());
}

Verdict Audit::finish(std::string_view head, std::span<const std::string> outside) {
  check_order();
  check_chains();
  check_references();
  check_bodies();
  check_head(head);
  for (std::size_t i = 0; i < outside.size(); ++i) check_outside(outside[i], i + 1);
  verdict_.entries = leaves_.size();
  verdict_.root = tree_.root();
  settle();
  return std::move(verdict_);
}

}  // namespace digue::logbook
