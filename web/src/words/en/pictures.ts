import type { Words } from "../fr";
import { counted } from "../plural";

const accounts = counted("en", "account", "accounts");
const addresses = counted("en", "address", "addresses");
const signIns = counted("en", "sign-in", "sign-ins");
const places = counted("en", "place", "places");
const countries = counted("en", "country", "countries");
const number = (count: number) => new Intl.NumberFormat("en-GB").format(count);
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
      title: "When people sign in",
      sentence: (total, night, theirs, theirNight) =>
        `${signIns(total)}, ${number(night)} of them at night (20:00 to 8:00) or on a weekend; ${
          theirs === 0
            ? "none is held to be the intruder’s."
            : `${number(theirs)} held to be the intruder’s, ${number(theirNight)} of them at such hours.`
        }`,
      note: (zone) =>
        `Every sign-in of the evidence, whether it succeeded or not; hours of ${zone}. In grey, 8:00 to 20:00 on weekdays.`,
      legend: "□ sign-ins: the larger the square, the more   ◥ the intruder was there",
      day: "Day",
      hour: "Hour",
      from: (hour) => `${hour}:00`,
      days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    },

    map: {
      title: "Where people sign in from",
      none: "No sign-in is counted: analyse the evidence again.",
      sentence: (placesSeen, countriesSeen, theirs, theirCount, journeys) =>
        `Sign-ins from ${places(placesSeen)} in ${countries(countriesSeen)}${
          theirCount === 0
            ? "."
            : `; the intruder from ${theirs}${theirCount > 3 ? ` and ${number(theirCount - 3)} more` : ""}.`
        } ${journeys}`,
      noJourney: "No impossible travel.",
      impossible: (count, from, to, account) =>
        `${count === 1 ? "One impossible journey" : `${number(count)} impossible journeys`}, the fastest from ${from} to ${to} (${account}).`,
      unplaced: (count) => `${signIns(count)} with no known place.`,
      leftOut: (count) => `${number(count)} more places or journeys are not kept.`,
      legend:
        "● place: the larger, the more sign-ins   ◆ the intruder was there   ⇢ impossible journey",
      place: "Place",
      unknown: "unknown place",
      rough: "middle of the country",
      successes: "Succeeded",
      failures: "Failed",
      intruder: "The intruder’s",
      accounts: "Accounts",
      journeys: "Impossible journeys",
      from: "From",
      to: "To",
      left: (zone) => `Left (${zone})`,
      arrived: (zone) => `Arrived (${zone})`,
      distance: "Distance",
      speed: "Speed",
    },

    tries: {
      title: "Failures, then success",
      sentence: (tried, inside, who) =>
        inside === 0
          ? `Tries on ${accounts(tried)}, with no known success.`
          : `Tries on ${accounts(tried)}; ${inside === 1 ? "one success" : `${inside} successes`}: ${who}.`,
      own: (count) =>
        `${counted("en", "other streak of failures that no finding speaks of", "other streaks of failures that no finding speaks of")(count)}.`,
      legend: "▭ failures   ■ success after them",
      outcomes: {
        gotIn: "✓ got in",
        kept: "✗ kept out",
        signedIn: "then success",
        gaveUp: "nothing after",
      },
      outcome: "Outcome",
      kinds: { R3: "passwords", R7: "second factor", streak: "failures in a row" },
      kind: "Tries of",
      failures: "Failures",
      addresses: "Addresses",
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
