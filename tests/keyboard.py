"""digue guide with somebody at the keyboard: what is on the screen is read, then keys are typed."""
import os
import re
import subprocess

from contract import PROGRAM

# What the guide waits at, in either language; told apart by their words.
PROMPTS = [(name, re.compile(words)) for name, words in (
    ("step", r"^> $"),
    ("choice", r"(puis Entrée|then Enter)( \[\d+\])? ?: $"),
    ("name", r"^(Votre nom|Your name) \[.*\] ?: $"),
    ("hit", r"(Entrée si inconnu|Enter if not known)\) ?: $"),
    ("accept", r"^(Qui accepte ce risque|Who accepts this risk).*: $"),
    ("saved", r"^(Qui a sauvegardé|Who saved it).*: $"),
    ("despite", r"(Passer outre|Go on all the same)\W.*: $"),
    ("whom", r"^(Confié à qui|Given to whom).*: $"),
    ("hours", r"^(Dans combien d’heures|In how many hours).*: $"),
    ("why", r"^(Pourquoi|Why)\W*: $"),
    ("entry", r"^(Entrée : écrire|Enter: write it).*: $"),
    ("called", r"^(Appel à|Call to) .*: $"),
    ("case-number", r"^(Numéro de dossier|Case number).*: $"),
    ("relief", r"^(À qui passez-vous|To whom do you hand).*: $"),
    ("relief-note", r"^(Ce qu’il faut savoir|What they must know).*: $"),
    ("move", r"^(Ce que vous avez d’ouvert|What you have open).*: $"),
    ("accept-relief", r"^(Acceptez-vous|Do you accept).*: $"),
    ("doer", r"^(Vous lisez|You read).*: $"),
    ("read", r"^(« Fait »|“Done”).*: $"),
)]
WIDTH = 80


def prompt_of(screen):
    """The name of the prompt that the screen ends with; nothing while it is still being written."""
    last = screen.rsplit("\n", 1)[-1].replace("\u00a0", " ").replace("\u202f", " ")
    return next((name for name, words in PROMPTS if words.search(last)), None)


class Keyboard:
    """One session of the guide, at a terminal without colour."""

    def __init__(self, language, *arguments):
        environment = {**os.environ, "TZ": "Europe/Paris", "TERM": "dumb"}
        self.process = subprocess.Popen(
            [PROGRAM, "--lang", language, "guide", *map(str, arguments)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
        self.shown = ""  # the whole session
        self.keys = 0    # typed, Enter counted

    def wait(self):
        """Until the guide asks for something: (what it asks, what it has shown since the last time).
        ("end", ...) once it has left."""
        screen = b""
        while True:
            chunk = os.read(self.process.stdout.fileno(), 1 << 16)
            screen += chunk
            text = screen.decode("utf-8", errors="ignore")
            if not chunk or prompt_of(text):
                self.shown += text
                for line in text.split("\n")[:-1]:
                    assert len(line) <= WIDTH, f"wider than a terminal: {line}"
                return prompt_of(text) or "end", text.replace("\u00a0", " ").replace("\u202f", " ")

    def type(self, text):
        self.keys += len(text) + 1
        self.process.stdin.write(f"{text}\n".encode())
        self.process.stdin.flush()

    def leave(self):
        """From a step's prompt."""
        self.type("q")
        self.wait()
        self.process.stdin.close()
        assert self.process.wait(timeout=60) == 0, self.shown[-800:]
        self.process.stdout.close()
