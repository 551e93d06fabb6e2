#!/usr/bin/env python3
"""The second verifier of Digue's logbooks.

It shares no code with Digue: Python's standard library, and the `cryptography` package for Ed25519.
It follows docs/logbook.md, changes nothing, and says what is wrong and with which entry.  Beside it, signed_notes.py
reads the checkpoints: carry both.

    verify_logbook.py FILE [--checkpoint FILE]...

Exit: 0 intact, 1 not intact, 2 unusable.
"""
import argparse
import bisect
import datetime
import hashlib
import json
import pathlib
import re
import sqlite3
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from signed_notes import Note, Unreadable, require, split_notes

MAX_HEADER = 64 << 10
MAX_PROBLEMS = 1000
SALT_BYTES = 16
# In the order in which they are told.
FAULTS = [
    "unreadable-entry", "foreign-entry", "unknown-key", "wrong-author", "wrong-signature",
    "altered-body", "missing-body", "unredacted-body", "dangling-reference", "missing-entry",
    "moved-entry", "inserted-entry", "broken-chain", "broken-author-chain", "head-missing",
    "head-not-signed", "unsealed-tail", "cut-tail", "forked-history", "unreadable-checkpoint",
    "other-logbook", "unknown-checkpoint-key", "wrong-checkpoint-signature",
]
MEMBERS = [
    "version", "incident", "kind", "author", "key", "previous", "after_size", "after",
    "occurred_at", "occurred_precision", "recorded_at", "supersedes", "redacts", "introduces",
    "accounts", "hosts", "indicators", "evidence", "items", "body",
]
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?:[Zz]|[+-](?:0\d|1[0-8]):[0-5]\d)")


def sha256(*pieces):
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.digest()


def leaf_hash(header, signature):
    return sha256(b"\0", header, signature)


def root_of(leaves):
    """RFC 6962, section 2.1, as it is written there; but without its recursion."""
    if not leaves:
        return sha256()
    edge = []  # (level, hash)
    for leaf in leaves:
        edge.append((0, leaf))
        while len(edge) > 1 and edge[-1][0] == edge[-2][0]:
            level, right = edge.pop()
            _, left = edge.pop()
            edge.append((level + 1, sha256(b"\1", left, right)))
    root = edge[-1][1]
    for _, left in reversed(edge[:-1]):
        root = sha256(b"\1", left, root)
    return root


def is_signed(public_key, message, signature):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def digest_of(text):
    require(isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text))
    return bytes.fromhex(text)


def optional_digest(text):
    return None if text is None else digest_of(text)


def check_moment(text):
    require(isinstance(text, str))
    match = MOMENT.fullmatch(text)
    require(match)
    try:
        datetime.datetime.strptime(match[1].upper(), "%Y-%m-%dT%H:%M:%S")
    except ValueError:
        raise Unreadable from None


def pairs(members):
    """Objects as lists of pairs, so that order and repetition stay visible."""
    return members


def as_texts(value):
    # A JSON array is a list too: of texts, where an object is a list of pairs.
    require(isinstance(value, list) and all(isinstance(item, str) for item in value))


def read_introduction(value):
    if value is None:
        return None
    require(isinstance(value, list) and all(isinstance(item, tuple) for item in value))
    require([name for name, _ in value] == ["holder", "public_key"])
    (_, holder), (_, key) = value
    require(holder in ("machine", "person"))
    return holder == "machine", digest_of(key)


def read_header(raw):
    """The members by name; Unreadable when it is not exactly a header."""
    require(isinstance(raw, bytes) and len(raw) <= MAX_HEADER)
    try:
        members = json.loads(raw.decode("utf-8"), object_pairs_hook=pairs)
    except (ValueError, RecursionError):
        raise Unreadable from None
    require(isinstance(members, list) and all(isinstance(item, tuple) for item in members))
    require([name for name, _ in members] == MEMBERS)
    header = dict(members)
    require(type(header["version"]) is int and header["version"] == 1)
    for name in ("incident", "kind", "author", "key"):
        require(isinstance(header[name], str))
        try:
            header[name].encode("utf-8")
        except UnicodeEncodeError:
            raise Unreadable from None
    require(re.fullmatch("[a-z-]{1,64}", header["kind"]))
    size = header["after_size"]
    require(type(size) is int and 0 <= size < 2**63)
    for name in ("previous", "after", "supersedes", "redacts"):
        header[name] = optional_digest(header[name])
    check_moment(header["occurred_at"])
    check_moment(header["recorded_at"])
    require(header["occurred_precision"] in ("second", "minute", "hour", "day"))
    for name in ("accounts", "hosts", "indicators", "evidence", "items"):
        as_texts(header[name])
    header["introduces"] = read_introduction(header["introduces"])
    header["body"] = digest_of(header["body"])
    return header


def longest_run(claims):
    """Indexes of a longest strictly increasing run; claims of None do not count."""
    tails, tail_claims, before = [], [], {}
    for index, claim in enumerate(claims):
        if claim is None:
            continue
        place = bisect.bisect_left(tail_claims, claim)
        before[index] = tails[place - 1] if place else None
        if place == len(tails):
            tails.append(index)
            tail_claims.append(claim)
        else:
            tails[place], tail_claims[place] = index, claim
    run, index = [], tails[-1] if tails else None
    while index is not None:
        run.append(index)
        index = before[index]
    return run[::-1]


class Order:
    def __init__(self, claims):
        self.in_place = set(longest_run(claims))
        self.moved, self.inserted, self.missing, self.left_out = [], [], [], 0
        held, moved = {claims[i] for i in self.in_place}, set()
        for index, claim in enumerate(claims):
            if claim is None or index in self.in_place:
                continue
            if claim in held or claim in moved:
                self.inserted.append(index)
            else:
                self.moved.append(index)
                moved.add(claim)
        self.end, untrusted = 0, 0
        for index, claim in enumerate(claims):
            if claim is None:
                untrusted += 1
            elif index in self.in_place:
                self.close_gap(claim, untrusted, moved)
                self.end, untrusted = claim + 1, 0
        self.end = max([self.end + untrusted] + [claim + 1 for claim in moved])

    def close_gap(self, claim, untrusted, moved):
        for number in range(self.end, claim):
            if number in moved:
                continue
            if untrusted > 0:
                untrusted -= 1
            elif len(self.missing) < MAX_PROBLEMS:
                self.missing.append(number)
            else:
                self.left_out += claim - number
                return

    def sound(self):
        return not (self.moved or self.inserted or self.missing)


class Kept:
    def __init__(self, position, has_body):
        self.position, self.has_body = position, has_body
        self.trusted = self.follows = self.own_chain = False
        self.claim = 0


class Audit:
    def __init__(self, incident):
        self.incident = incident
        self.keys = {}  # id -> (public key, machine, author)
        self.last_by_key, self.leaves, self.kept, self.references = {}, [], [], []
        self.problems, self.left_out, self.sound, self.end = [], 0, True, 0
        self.agreeing = 0

    def report(self, fault, number):
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append((FAULTS.index(fault), number))
        else:
            self.left_out += 1

    def introduce(self, header):
        require((header["kind"] == "key") == (header["introduces"] is not None))
        if header["introduces"] is None:
            return
        machine, key = header["introduces"]
        require(sha256(key).hex()[:16] == header["key"])
        self.keys.setdefault(header["key"], (key, machine, header["author"]))

    def is_trusted(self, position, header, raw, signature):
        if header["incident"] != self.incident:
            self.report("foreign-entry", position)
            return False
        if header["key"] not in self.keys:
            self.report("unknown-key", position)
            return False
        key, machine, author = self.keys[header["key"]]
        if not is_signed(key, b"digue logbook entry 1\n" + raw, signature):
            self.report("wrong-signature", position)
            return False
        if not machine and author != header["author"]:
            self.report("wrong-author", position)
        return True

    def follow(self, header, leaf, kept):
        kept.claim = header["after_size"]
        if kept.claim == 0:
            kept.follows = header["after"] is None
        else:
            kept.follows = bool(self.leaves) and header["after"] == self.leaves[-1]
        kept.own_chain = header["previous"] == self.last_by_key.get(header["key"])
        self.last_by_key[header["key"]] = leaf

    def add(self, position, raw, signature, salt, body):
        raw, signature = as_bytes(raw), as_bytes(signature)
        kept, leaf = Kept(position, body is not None), leaf_hash(raw, signature)
        try:
            header = read_header(raw)
            self.introduce(header)
        except Unreadable:
            self.report("unreadable-entry", position)
        else:
            kept.trusted = self.is_trusted(position, header, raw, signature)
            self.follow(header, leaf, kept)
            if body is not None:
                salt, body = as_bytes(salt), as_bytes(body)
                if len(salt) != SALT_BYTES or sha256(salt, body) != header["body"]:
                    self.report("altered-body", position)
            for name in ("supersedes", "redacts"):
                if header[name] is not None:
                    self.references.append((len(self.kept), header[name], name == "redacts"))
        self.sound = self.sound and kept.trusted
        self.kept.append(kept)
        self.leaves.append(leaf)

    def check_order(self):
        self.end = len(self.kept)
        if all(kept.trusted and kept.claim == i for i, kept in enumerate(self.kept)):
            return
        order = Order([kept.claim if kept.trusted else None for kept in self.kept])
        self.end = order.end
        for number in order.missing:
            self.report("missing-entry", number)
        self.left_out += order.left_out
        for index in order.moved:
            self.report("moved-entry", self.kept[index].position)
        for index in order.inserted:
            self.report("inserted-entry", self.kept[index].position)
        self.sound = self.sound and order.sound()
        for index, kept in enumerate(self.kept):
            neighbours = (index > 0 and index in order.in_place and index - 1 in order.in_place
                          and kept.claim == self.kept[index - 1].claim + 1)
            if (not neighbours and kept.claim != 0) or index not in order.in_place:
                kept.follows = True

    def check_chains(self):
        for kept in self.kept:
            if not kept.follows:
                self.report("broken-chain", kept.position)
                self.sound = False
        if not self.sound:
            return
        for kept in self.kept:
            if not kept.own_chain:
                self.report("broken-author-chain", kept.position)

    def check_references(self):
        if not self.sound:
            return
        index_of = {leaf: index for index, leaf in reversed(list(enumerate(self.leaves)))}
        for index, target, _ in self.references:
            if index_of.get(target, index) >= index:
                self.report("dangling-reference", self.kept[index].position)

    def check_bodies(self):
        redacted = {target for _, target, redacts in self.references if redacts}
        for leaf, kept in zip(self.leaves, self.kept):
            if leaf in redacted:
                if kept.has_body:
                    self.report("unredacted-body", kept.position)
            elif not kept.has_body and kept.trusted:
                self.report("missing-body", kept.position)

    def signature_fault(self, note):
        """Nothing when a machine of this logbook signed the note."""
        fault = "unknown-checkpoint-key"
        for name, key_hash, signature in note.signatures:
            for key, machine, _ in self.keys.values():
                if not machine or name != note.origin:
                    continue
                if key_hash != sha256(name.encode(), b"\n\x01", key)[:4]:
                    continue
                if is_signed(key, note.text.encode(), signature):
                    return None
                fault = "wrong-checkpoint-signature"
        return fault

    def check_head(self, raw):
        try:
            head = Note(raw)
        except Unreadable:
            return self.report("head-missing", 0)
        if self.signature_fault(head) or head.origin != "digue/" + self.incident:
            return self.report("head-not-signed", 0)
        if head.size > self.end:
            return self.report("cut-tail", self.end)
        if head.size < self.end:
            self.report("unsealed-tail", head.size)
        if self.sound and root_of(self.leaves[:head.size]) != head.root:
            self.report("forked-history", head.size)
        return None

    def check_outside(self, raw, rank):
        try:
            note = Note(raw)
        except Unreadable:
            return self.report("unreadable-checkpoint", rank)
        if note.origin != "digue/" + self.incident:
            return self.report("other-logbook", rank)
        fault = self.signature_fault(note)
        if fault:
            return self.report(fault, rank)
        if note.size > self.end:
            return self.report("cut-tail", self.end)
        if note.size > len(self.leaves) or root_of(self.leaves[:note.size]) != note.root:
            return self.report("forked-history", note.size)
        self.agreeing += 1
        return None

    def finish(self, head, outside):
        self.check_order()
        self.check_chains()
        self.check_references()
        self.check_bodies()
        self.check_head(head)
        for rank, note in enumerate(outside, 1):
            self.check_outside(note, rank)
        return [f"{FAULTS[fault]} {number}" for fault, number in sorted(set(self.problems))]


def as_bytes(value):
    if value is None:
        return b""
    return value.encode() if isinstance(value, str) else bytes(value)


def verify(connection, outside):
    """The problems, and the audit that found them."""
    row = connection.execute("SELECT incident FROM logbook WHERE id = 1").fetchone()
    if row is None:
        raise sqlite3.DatabaseError("no logbook in this file")
    audit = Audit(row[0])
    for entry in connection.execute(
            "SELECT entry.position, entry.header, entry.signature, body.salt, body.content "
            "FROM entry LEFT JOIN body ON body.position = entry.position "
            "ORDER BY entry.position"):
        audit.add(*entry)
    head = connection.execute("SELECT note FROM head WHERE id = 1").fetchone()
    return audit.finish(as_bytes(head[0]) if head else b"", outside), audit


def main():
    parser = argparse.ArgumentParser(description="Verify a Digue logbook, without Digue.")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--checkpoint", type=pathlib.Path, action="append", default=[],
                        help="a checkpoint held outside; may be repeated")
    options = parser.parse_args()
    try:
        outside = [note for path in options.checkpoint for note in split_notes(path.read_bytes())]
        address = options.file.resolve(strict=True).as_uri() + "?mode=ro"
        connection = sqlite3.connect(address, uri=True)
        connection.execute("PRAGMA trusted_schema = OFF")
        problems, audit = verify(connection, outside)
    except (OSError, sqlite3.Error) as error:
        print(f"verify_logbook: {options.file}: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(problem)
    if audit.left_out:
        print(f"and {audit.left_out} more")
    print(f"{len(audit.leaves)} entries, root {root_of(audit.leaves).hex()}, "
          f"{audit.agreeing} checkpoints agree: {'NOT intact' if problems else 'intact'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
