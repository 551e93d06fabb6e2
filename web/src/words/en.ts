import type { Words } from "./fr";
import { frame } from "./en/frame";
import { start } from "./en/start";
import { act } from "./en/act";
import { qualify } from "./en/qualify";
import { log } from "./en/log";
import { duty } from "./en/duty";
import { evidence } from "./en/evidence";
import { papers } from "./en/papers";
import { pictures } from "./en/pictures";
import { webhooks } from "./en/webhooks";

export const en: Words = {
  name: "Digue",
  tagline: "Incident response, step by step",
  skip: "Go to the content",
  loading: "Loading…",
  menu: "Menu",
  close: "Close",
  cancel: "Cancel",
  optional: "optional",
  colon: ": ",
  yes: "Yes",
  no: "No",
  unknown: "I don’t know",
  more: "Show more",
  notFound: "There is no such page.",
  screenFailed: "This screen could not be shown",
  screenFailedDetail:
    "This is a fault of Digue, not a mistake of yours. Nothing that is saved is lost; the other screens and the entry box are still there.",
  goHome: "Back to the start",
  titleOf: (screen, incident) => [screen, incident, "Digue"].filter(Boolean).join(" · "),
  copy: { copy: "Copy", copied: "Copied" },
  ...frame,
  ...start,
  ...act,
  ...qualify,
  ...log,
  ...duty,
  ...evidence,
  ...papers,
  ...pictures,
  ...webhooks,
};
