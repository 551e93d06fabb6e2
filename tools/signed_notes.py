"""Checkpoints for the second verifier (verify_logbook.py): C2SP tlog-checkpoints inside signed notes."""
import base64
import binascii
import re

MAX_NOTE = 64 << 10
MAX_SIGNATURES = 16


class Unreadable(Exception):
    pass


def require(condition):
    if not condition:
        raise Unreadable


class Note:
    """A checkpoint: C2SP tlog-checkpoint inside a signed note."""

    def __init__(self, raw):
        require(len(raw) <= MAX_NOTE)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Unreadable from None
        require(text.endswith("\n"))
        end = text.rfind("\n\n")
        require(end >= 0)
        self.text = text[:end + 1]
        lines = self.text.split("\n")
        require(len(lines) >= 4 and lines[0])
        self.origin = lines[0]
        require(re.fullmatch("0|[1-9][0-9]*", lines[1], re.ASCII))
        self.size = int(lines[1])
        require(self.size < 2**63)
        self.root = self.decode(lines[2])
        require(len(self.root) == 32)
        self.signatures = [self.signature(line) for line in text[end + 2:].split("\n")[:-1]]
        require(0 < len(self.signatures) <= MAX_SIGNATURES)

    @staticmethod
    def decode(text):
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise Unreadable from None

    def signature(self, line):
        require(line.startswith("\u2014 "))
        name, space, rest = line[2:].partition(" ")
        require(name and space)
        raw = self.decode(rest)
        require(len(raw) >= 5)
        return name, raw[:4], raw[4:]


def split_notes(text):
    notes, note, signatures = [], b"", False
    for line in text.split(b"\n"):
        is_signature = line.startswith("\u2014 ".encode())
        if signatures and not is_signature:
            notes.append(note)
            note, signatures = b"", False
        if not note and not line:
            continue
        note += line + b"\n"
        signatures = is_signature
    if note:
        notes.append(note)
    return notes
