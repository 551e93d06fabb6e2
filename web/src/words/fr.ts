// The French of the interface, and the type that every other language must match.
import { frame } from "./fr/frame";
import { start } from "./fr/start";
import { act } from "./fr/act";
import { qualify } from "./fr/qualify";
import { log } from "./fr/log";
import { duty } from "./fr/duty";
import { evidence } from "./fr/evidence";
import { papers } from "./fr/papers";
import { pictures } from "./fr/pictures";
import { webhooks } from "./fr/webhooks";

export const fr = {
  name: "Digue",
  tagline: "Réponse à incident, pas à pas",
  skip: "Aller au contenu",
  loading: "Chargement…",
  menu: "Menu",
  close: "Fermer",
  cancel: "Annuler",
  optional: "facultatif",
  colon: " : ",
  yes: "Oui",
  no: "Non",
  unknown: "Je ne sais pas",
  more: "Voir plus",
  notFound: "Cette page n’existe pas.",
  screenFailed: "Cet écran n’a pas pu s’afficher",
  screenFailedDetail:
    "C’est un défaut de Digue, pas une erreur de votre part. Rien de ce qui est enregistré n’est perdu ; les autres écrans et la saisie restent là.",
  goHome: "Revenir à l’accueil",
  titleOf: (screen: string, incident: string) =>
    [screen, incident, "Digue"].filter(Boolean).join(" · "),
  copy: { copy: "Copier", copied: "Copié" },
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

export type Words = typeof fr;
