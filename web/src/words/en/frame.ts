import type { Words } from "../fr";
import { counted } from "../plural";

export const frame: Pick<
  Words,
  | "nav"
  | "top"
  | "roles"
  | "entry"
  | "palette"
  | "keys"
  | "help"
  | "line"
  | "receipt"
  | "meanwhile"
  | "problem"
> = {
  nav: {
    label: "Screens of the incident",
    home: "All incidents",
    act: "Act",
    qualify: "Qualify",
    log: "Logbook",
    clocks: "Deadlines",
    contacts: "Contacts",
    handover: "Hand-over",
    findings: "Findings",
    evidence: "Evidence",
    pictures: "Pictures",
    print: "Print",
    status: "Situation",
    webhooks: "Webhooks",
  },

  top: {
    account: "My account",
    signOut: "Sign out",
    language: "Language",
    theme: "Display",
    themes: { system: "As the system", light: "Light", dark: "Dark", contrast: "High contrast" },
    since: "open for",
    closed: "Incident closed",
    palette: "Go to…",
    help: "Help",
    incident: "Incident",
  },

  roles: {
    lead: "lead",
    responder: "responder",
    scribe: "scribe",
    observer: "observer",
    counsel: "counsel",
  },

  entry: {
    label: "Write in the logbook",
    hint: "What you see, do or decide. Ctrl + Enter to save.",
    decision: "It is a decision",
    save: "Save",
  },

  palette: {
    title: "Go to a screen, a step, an action",
    search: "Search",
    nothing: "Nothing of that name.",
    next: "Next action",
    note: "Write in the logbook",
    help: "Help and shortcuts",
  },

  keys: { note: "n", next: "a", palette: "Ctrl K", done: "Ctrl ↵", escape: "Esc", help: "?" },

  help: {
    title: "Help",
    lead: "One step at a time. Do it, say how it went, the next one comes.",
    keys: "Keyboard shortcuts",
    single: "Single-key shortcuts",
    singleHint: "Turn them off if you dictate your texts.",
    note: "Write in the logbook",
    palette: "Go to a screen or a step",
    next: "Go to the next action",
    done: "Save what you are typing",
    escape: "Close a window without losing anything",
    help: "This help",
    lost: "Nothing is lost",
    lostText:
      "What you type stays in this browser until the server has answered with the number and the hash of the line. “Saved” is shown only then.",
    call: "Are you stuck?",
    callText: "CERT-FR answers day and night on 3218 in France (+33 9 70 83 32 18 from abroad).",
  },

  line: {
    live: "Live",
    cut: "Connection lost. This page tries again by itself; what you type is kept here.",
    unsent: counted("en", "text not sent", "texts not sent"),
    unsentHint: "They are kept in this browser until you send them.",
    goTo: "Go there",
    storageFull: "This browser refuses to keep drafts. Do not close the page before “Saved”.",
  },

  receipt: {
    sending: "Sending…",
    saved: (position) => `Saved: line ${position} of the logbook`,
    hash: "hash",
    notSaved: "Not saved yet.",
    kept: "Your text is kept in this browser.",
    restored: "Draft found again: it had not been sent.",
    discard: "Throw this draft away",
  },

  meanwhile: {
    title: "Meanwhile, somebody else wrote",
    detail:
      "Nothing of yours is written yet. Read what follows; if what you typed still holds, send it again.",
    unknown:
      "Nothing of yours is written yet. Look at the incident again; if what you typed still holds, send it again.",
  },

  problem: {
    unreachable: "The server does not answer.",
    unreachableDetail:
      "Check that “digue serve” is still running. This page tries again by itself.",
    failed: "That did not go through.",
    retry: "Try again",
  },
};
