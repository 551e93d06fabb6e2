#!/usr/bin/env python3
"""Measures `digue analyze` on the log of a Postfix server, against its floor, and prints ratios.

  bench/mail_log.py --digue PROGRAM --work DIR [--mib N ...] [--runs K] [--plot FILE.svg]

The logs are made here, the same each time: a month of a hospital's server, some 250 bytes a delivery, with
refusals, guessed passwords and people who sign in to send.  Floor: the SHA-256 of the same bytes (openssl).
Peer: pflogsumm, when it is installed.  Several sizes show whether cost grows in a straight line;
--plot draws it.  A log above a gigabyte is the gigabyte's again and again, each time in another month.
"""
import argparse
import datetime
import pathlib
import random
import shutil
import statistics

import evtx
import run

WORDS = [f"{a}{b}" for a in ("mar", "lau", "clo", "ben", "hel", "ant", "sop", "jul") for b in
         ("tin", "rent", "dette", "oit", "ene", "oine", "hie", "ien")]
SERVER = "mx1 postfix"


class Server:
    """Says what one server logs, line after line."""

    def __init__(self, out):
        self.chance = random.Random(7)
        self.now = datetime.datetime(2026, 3, 2)
        self.out = out
        self.size = 0
        self.messages = 0
        self.people = [f"{self.chance.choice(WORDS)}.{self.chance.choice(WORDS)}{n}@ch-exemple.fr"
                       for n in range(3000)]
        self.others = [f"{self.chance.choice(WORDS)}@{self.chance.choice(WORDS)}{n}.example" for n in range(60000)]

    def say(self, program, text):
        self.now += datetime.timedelta(milliseconds=self.chance.randint(1, 400))
        self.size += self.out.write(f"{self.now:%b} {self.now.day:2d} {self.now:%H:%M:%S} {SERVER}/{program}"
                                    f"[{self.chance.randint(900, 32000)}]: {text}\n")

    def address(self):
        return f"198.51.{self.chance.randint(0, 99)}.{self.chance.randint(1, 254)}"

    def guess(self):
        client = f"unknown[203.0.113.{self.chance.randint(1, 254)}]"
        self.say("smtpd", f"connect from {client}")
        self.say("smtpd", f"warning: {client}: SASL LOGIN authentication failed: UGFzc3dvcmQ6, "
                          f"sasl_username={self.chance.choice(self.people)}")
        self.say("smtpd", f"disconnect from {client} ehlo=1 auth=0/1 quit=1 commands=2/3")

    def refuse(self):
        client, sender = f"unknown[{self.address()}]", self.chance.choice(self.others)
        to = self.chance.choice(self.people)
        self.say("smtpd", f"NOQUEUE: reject: RCPT from {client}: 554 5.7.1 Service unavailable; Client host "
                          f"[{client[8:-1]}] blocked using zen.spamhaus.example; from=<{sender}> to=<{to}> "
                          f"proto=ESMTP helo=<mail.{sender.split('@')[1]}>")

    def deliver(self):
        self.messages += 1
        queue = f"{self.messages * 2654435761 % 2**40:010X}"
        inside = self.chance.random() < 0.3
        sender = self.chance.choice(self.people if inside else self.others)
        host = f"mail.{sender.split('@')[1]}[{self.address()}]"
        signed = f", sasl_method=LOGIN, sasl_username={sender}" if inside else ""
        to = self.chance.choice(self.others if inside else self.people)
        relay = ("mail.other.example[192.0.2.7]:25, delay=1.4, delays=0.1/0/0.6/0.7, dsn=2.0.0, status=sent (250 "
                 "2.0.0 OK)" if inside else "mail.ch-exemple.fr[private/dovecot-lmtp], delay=0.4, delays=0.3/0/0/0.1, "
                 f"dsn=2.0.0, status=sent (250 2.0.0 <{to}> Saved)")
        self.say("smtpd", f"connect from {host}")
        self.say("smtpd", f"{queue}: client={host}{signed}")
        self.say("cleanup", f"{queue}: message-id=<{self.chance.getrandbits(64):x}@{sender.split('@')[1]}>")
        self.say("qmgr", f"{queue}: from=<{sender}>, size={self.chance.randint(900, 900000)}, nrcpt=1 (queue active)")
        self.say("smtpd", f"disconnect from {host} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5")
        self.say("smtp" if inside else "lmtp", f"{queue}: to=<{to}>, relay={relay}")
        self.say("qmgr", f"{queue}: removed")


GIB = 1024
MONTHS = [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct"]


def repeat_log(gibibyte, path, times):
    """The lines of a log of March, in as many months; after October comes the January of the next year."""
    part = path.with_suffix(".part")
    with open(part, "wb") as out:
        for number in range(times):
            month = MONTHS[number % len(MONTHS)]
            with open(gibibyte, "rb") as lines:
                while block := lines.readlines(64 << 20):
                    out.write((b"\n" + b"".join(block)).replace(b"\nMar ", b"\n" + month + b" ")[1:])
    part.rename(path)
    return path


def make_log(path, mib):
    """Made once; a half-written one is made again."""
    if path.exists():
        return path
    if mib > GIB:
        return repeat_log(make_log(path.with_name(f"mail-{GIB}.log"), GIB), path, mib // GIB)
    part = path.with_suffix(".part")
    with open(part, "w", encoding="ascii") as out:
        server = Server(out)
        while server.size < mib << 20:
            kind = server.chance.random()
            (server.guess if kind < 0.03 else server.refuse if kind < 0.2 else server.deliver)()
    part.rename(path)
    return path


def measure(options, mib):
    log = make_log(pathlib.Path(options.work) / f"mail-{mib}.log", mib)
    run.warm(log)
    commands = {"openssl sha256": ["openssl", "dgst", "-sha256", str(log)],
                "digue analyze": [options.digue, "analyze", "--json", str(log)]}
    if options.peer:
        commands["pflogsumm"] = [options.peer, str(log)]
    taken = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            taken[name].append(evtx.once(command, "/dev/null"))
    floor, walls = None, {}
    for name, each in taken.items():
        wall, processor, peak = (statistics.median(column) for column in zip(*each))
        floor, walls[name] = floor or wall, wall
        print(f"{mib:5d} MiB  {name:<16} {wall:7.2f} s  processor {processor:7.2f} s  {peak:6.0f} MB  "
              f"{wall / floor:6.2f} x the floor", flush=True)
    return walls


def plot(measured, path):
    """Seconds over mebibytes, a line a program; measured: {mib: {program: seconds}}."""
    width, height, margin = 640, 400, 60
    across = max(measured)
    up = max(second for walls in measured.values() for second in walls.values())
    point = lambda mib, second: (f"{margin + (width - 2 * margin) * mib / across:.1f},"
                                 f"{height - margin - (height - 2 * margin) * second / up:.1f}")
    drawn = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif">',
             f'<path d="M{point(0, up)} L{point(0, 0)} L{point(across, 0)}" fill="none" stroke="black"/>',
             f'<text x="{margin}" y="{margin - 20}">{up:.1f} s</text>',
             f'<text x="{width - margin}" y="{height - margin + 20}" text-anchor="end">{across} MiB</text>']
    for nth, name in enumerate(next(iter(measured.values()))):
        colour = ("gray", "#0050b0", "#b05000")[nth % 3]
        line = " L".join(point(mib, walls[name]) for mib, walls in sorted(measured.items()))
        drawn += [f'<path d="M{point(0, 0)} L{line}" fill="none" stroke="{colour}" stroke-width="2"/>',
                  f'<text x="{margin + 20}" y="{margin + 10 + 20 * nth}" fill="{colour}">{name}</text>']
    path.write_text("\n".join(drawn + ["</svg>\n"]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--mib", type=int, nargs="+", default=[100, 300, 1024])
    parser.add_argument("--peer", default=shutil.which("pflogsumm"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--plot", type=pathlib.Path)
    options = parser.parse_args()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    measured = {mib: measure(options, mib) for mib in options.mib}
    if options.plot:
        plot(measured, options.plot)


if __name__ == "__main__":
    main()
