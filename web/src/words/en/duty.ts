import type { Words } from "../fr";
import { counted } from "../plural";

export const duty: Pick<Words, "duty" | "handover" | "people"> = {
  duty: {
    assign: "Assign to…",
    assignLead:
      "The step stays to be done; it shows under their name. Empty: nobody has it any more.",
    assignTo: "Who does it",
    wrongSheet: "This is the wrong sheet",
    wrongSheetLead:
      "The incident follows another sheet from now on. Answers, actions and the logbook stay.",
    sheet: "Sheet to follow",
    whySheet: "Why change",
    follow: "Follow this sheet",
    correct: "Correct",
    correctLine: (line) => `Correct line ${line}`,
    correctLead:
      "The first line stays readable, struck through; the new one says that it replaces it.",
    correctText: "What should have been written",
    found: "Recognised in the text",
    kinds: {
      mail: "mail address",
      address: "address",
      range: "range",
      domain: "domain",
      url: "link",
      md5: "MD5",
      sha1: "SHA-1",
      sha256: "SHA-256",
      sha512: "SHA-512",
      file: "file",
      host: "machine",
      account: "account",
    },
    scripts: "Scripts, to read, then to run by hand",
    scriptGet: (file) => `Download ${file}`,
    scriptUndo: (file) => `What undoes it: ${file}`,
    scriptActions: counted("en", "command", "commands"),
    noScript: "Nothing to put into this script yet: no account held compromised, no finding.",
  },

  handover: {
    title: "Hand-over",
    lead: "What whoever takes over must know. Responsibility passes when the other accepts.",
    nothing: "Nothing to say of:",
    more: (count) => `and ${count} more`,
    propose: "Hand over",
    to: "To whom",
    text: "What else they should know",
    move: "My open steps go to this person",
    send: "Propose the hand-over",
    accept: "I take over",
    waits: (from, to, when) =>
      `${from} hands over to ${to}, proposed on ${when}. Not accepted yet.`,
    accepted: (from, to, when) => `${from} handed over to ${to} on ${when}.`,
    past: "Earlier hand-overs",
  },

  people: {
    title: "People",
    lead: "Who may sign in, and in which role.",
    who: "Name",
    login: "Sign-in name",
    role: "Role",
    theirName: "Their name",
    add: "Add a person",
    password: "First password",
    submit: "Add",
    added: (name) => `${name} may sign in.`,
    onlyLead: "Only a lead adds people.",
    explain: {
      lead: "everything, and people",
      responder: "acts, answers, decides",
      scribe: "keeps the logbook",
      observer: "reads",
      counsel: "reads, writes, declares",
    },
  },
};
