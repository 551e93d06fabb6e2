import type { Words } from "../fr";
import { counted } from "../plural";

const accounts = counted("en", "account", "accounts");
const addresses = counted("en", "address", "addresses");
const signIns = counted("en", "suspicious sign-in", "suspicious sign-ins");
const actions = counted("en", "action", "actions");
const signs = counted("en", "finding", "findings");
const steps = counted("en", "step", "steps");
const families = counted("en", "kind of log", "kinds of log");

export const pictures: Pick<Words, "pictures"> = {
  pictures: {
    title: "Pictures",
    lead: "What the findings, the progress and the evidence say, as pictures. Each has its sentence and its table.",
    data: "See the data",
    picture: "Picture",
    nothing: "Nothing to draw yet.",
    nothingHint: "Bring evidence and run the analysis: the findings make the pictures.",
    left: (count) => `${count} more in the table.`,
    account: "Account",
    address: "Address",
    when: (zone) => `When (${zone})`,
    what: "What",
    until: "Until",
    severity: "Severity",
    count: "Count",

    timeline: {
      title: "The attack and us",
      both: (from, to, signsSeen, done, first) =>
        `The evidence shows ${signs(signsSeen)} from ${from} to ${to}. ${actions(done)} on our side, the first on ${first}.`,
      attackOnly: (from, to, signsSeen) =>
        `The evidence shows ${signs(signsSeen)} from ${from} to ${to}. No action is told yet.`,
      usOnly: (done, first) =>
        `${actions(done)} on our side, the first on ${first}. No dated finding.`,
      deadlines: counted("en", "deadline", "deadlines"),
      nextDue: (title, when) => `Next deadline: ${title}, on ${when}.`,
      attack: "The attack",
      us: "Us",
      due: "Deadline",
      others: "others",
      standing: "Severity or state",
      side: "Side",
      legend: "◆ critical   ● high   ○ medium   ■ done   □ other action   ⚑ deadline",
      opened: "Incident opened",
    },

    hours: {
      title: "When the worrying sign-ins happen",
      sentence: (total, night) =>
        `${signIns(total)}, ${night} of them at night (20:00 to 8:00) or on a weekend.`,
      note: "The first and the last moment of each finding on a sign-in, once each; ordinary sign-ins are not there.",
      day: "Day",
      hour: "Hour",
      days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    },

    tries: {
      title: "Failures, then success",
      sentence: (tried, inside, who) =>
        inside === 0
          ? `Tries on ${accounts(tried)}, with no known success.`
          : `Tries on ${accounts(tried)}; ${inside === 1 ? "one success" : `${inside} successes`}: ${who}.`,
      gotIn: "✓ got in",
      kept: "✗ kept out",
      outcome: "Outcome",
      kinds: { R3: "passwords", R7: "second factor" },
      kind: "Tries of",
    },

    bonds: {
      title: "Accounts and addresses",
      sentence: (accountsSeen, addressesSeen, address, met) =>
        `${accounts(accountsSeen)} and ${addresses(addressesSeen)} in the findings. ${address} touches ${accounts(met)}.`,
      compromised: "compromised",
      legend: "● account held compromised   ◆ address observed or blocked",
      findings: "Findings in common",
    },

    flows: {
      title: "Mail that leaves by itself",
      sentence: (count, where) =>
        `${count === 1 ? "One way sends" : `${count} ways send`} mail outside, to ${where}.`,
      none: "No finding shows mail that leaves by itself.",
      everyone: "every mailbox",
      from: "From",
      by: "By",
      to: "To",
      ways: {
        forwarding: "a forwarding",
        "transport-rule": "a transport rule",
        "inbox-rule": "an inbox rule",
      },
    },

    progress: {
      title: "Progress, and what is owed",
      sentence: (settled, total, owed) =>
        `${settled} of ${steps(total)} settled${owed === 0 ? ", nothing owed." : `; ${owed} owed.`}`,
      settled: "settled",
      owed: "owed",
      open: "to do",
      priority: "Priority",
      owedSteps: "Owed",
    },

    coverage: {
      title: "What the evidence covers",
      sentence: (familiesSeen, from, to, gaps) =>
        `${families(familiesSeen)} from ${from} to ${to}${gaps === 0 ? ", with no known gap." : `; ${gaps === 1 ? "one gap" : `${gaps} gaps`}.`}`,
      attack: (covering) =>
        covering === "" ? "" : `The first sign of the attack is covered by: ${covering}.`,
      none: "No dated evidence has been read.",
      legend: "■ covered   ▨ gap   empty: outside the export",
      family: "Log",
      first: "From",
      last: "To",
      files: "Files",
      gaps: "Gaps",
      noGap: "none",
      undated: (count) =>
        `${counted("en", "file", "files")(count)} without dates: a state, not a log.`,
      families: {
        "audit-log": "Unified audit",
        "sign-ins": "Sign-ins",
        "directory-audit": "Directory audit",
        "inbox-rules": "Inbox rules",
        permissions: "Permissions",
        forwarding: "Forwarding",
        "transport-rules": "Transport rules",
        consents: "Consents",
        "authentication-methods": "Second factor",
        devices: "Devices",
        "message-trace": "Message trace",
        "windows-log": "Windows logs",
      },
    },
  },
};
