import type { Words } from "../fr";
import { counted } from "../plural";

export const start: Pick<Words, "begin" | "home" | "open"> = {
  begin: {
    firstTitle: "First start",
    firstLead: "Make the first person. They will lead the incident and may invite the others.",
    code: "First-start code",
    codeHint: "It is shown in the terminal where “digue serve” started.",
    name: "Sign-in name",
    nameHint: "Short, in lower case: alix, a.morel…",
    displayName: "Your name",
    displayNameHint: "As the logbook will write it: Alix Morel",
    password: "Password",
    newPasswordHint: "12 characters at least. Three or four unrelated words will do.",
    create: "Begin",
    signInTitle: "Sign in",
    signIn: "Sign in",
    withProvider: (name) => `Sign in with ${name}`,
    waitForProvider: "One moment: the identity provider answers…",
    elsewhere:
      "This sign-in was begun in another browser, or more than ten minutes ago: begin again.",
    second: "Show your second factor.",
    showPasskey: "Use my key",
    code2: "Code of the app, or recovery code",
    code2Hint: "The six digits of the moment.",
    recovery: "Recovery code",
    recoveryHint: "One of those you kept; it serves once.",
    enrolTitle: "Add a second factor",
    enrolLead:
      "It is demanded of you: an app on your phone, or a key. The rest opens once you have one.",
    enrolThere:
      "It is demanded of you, and your organisation’s identity provider did not say that you showed one. Sign out, then sign in by it again and show it.",
    enrolled: "I kept my codes, go on",
    again: "Your session has ended",
    againLead: "Sign in again to go on: the page waits where you were, nothing is lost.",
  },

  home: {
    title: "What is happening?",
    lead: "Pick the sentence that is closest to what you see. A doubt is enough.",
    dontKnow: "I don’t know",
    dontKnowLead: "A few simple questions lead you to the right sheet.",
    question: (number) => `Question ${number}`,
    previous: "Previous question",
    backToList: "Back to the list",
    current: "Incidents under way",
    closed: "Closed incidents",
    goOn: "Go on",
    opened: "opened on",
    lines: counted("en", "line", "lines"),
  },

  open: {
    title: "Open the incident",
    back: "That is not it",
    subject: "Account or machine that is hit",
    subjectHint: "An address, or the name of a machine. Leave empty if you don’t know.",
    incidentTitle: "Name of the incident",
    incidentTitleHint: "A few words, to find it again.",
    zone: "Time zone",
    zoneHint: "All times of the incident will be shown in this zone.",
    submit: "Open the incident",
    about: "About this sheet",
  },
};
