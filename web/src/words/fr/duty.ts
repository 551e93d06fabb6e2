import { counted } from "../plural";

export const duty = {
  duty: {
    assign: "Attribuer à…",
    assignLead: "L’étape reste à faire ; elle apparaît à son nom. Vide : plus personne ne l’a.",
    assignTo: "Qui s’en charge",
    wrongSheet: "Ce n’est pas la bonne fiche",
    wrongSheetLead:
      "L’incident suit une autre fiche à partir de maintenant. Les réponses, les actions et la main courante restent.",
    sheet: "Fiche à suivre",
    whySheet: "Pourquoi changer",
    follow: "Suivre cette fiche",
    correct: "Corriger",
    correctLine: (line: number) => `Corriger la ligne ${line}`,
    correctLead: "La ligne d’origine reste lisible, barrée ; la nouvelle dit qu’elle la remplace.",
    correctText: "Ce qu’il fallait écrire",
    found: "Reconnu dans le texte",
    kinds: {
      mail: "courriel",
      address: "adresse",
      range: "plage",
      domain: "domaine",
      url: "lien",
      md5: "MD5",
      sha1: "SHA-1",
      sha256: "SHA-256",
      sha512: "SHA-512",
      file: "fichier",
      host: "machine",
      account: "compte",
    } as Record<string, string>,
    scripts: "Scripts, à lire puis à lancer à la main",
    scriptGet: (file: string) => `Télécharger ${file}`,
    scriptUndo: (file: string) => `De quoi revenir en arrière : ${file}`,
    scriptActions: counted("fr", "commande", "commandes"),
    noScript:
      "Rien à mettre dans ce script pour l’instant : aucun compte tenu pour compromis, aucun constat.",
  },

  handover: {
    title: "Relève",
    lead: "Ce que doit savoir qui prend la suite. La responsabilité passe quand l’autre accepte.",
    nothing: "Rien à dire de :",
    more: (count: number) => `et ${count} de plus`,
    propose: "Passer la main",
    to: "À qui",
    text: "Ce qu’il faut savoir de plus",
    move: "Mes étapes en cours passent à cette personne",
    send: "Proposer la relève",
    accept: "J’accepte la relève",
    waits: (from: string, to: string, when: string) =>
      `${from} passe la main à ${to}, proposé le ${when}. En attente de son accord.`,
    accepted: (from: string, to: string, when: string) =>
      `${from} a passé la main à ${to} le ${when}.`,
    past: "Relèves passées",
  },

  people: {
    title: "Personnes",
    lead: "Qui peut se connecter, et avec quel rôle.",
    who: "Nom",
    login: "Identifiant",
    role: "Rôle",
    theirName: "Son nom",
    add: "Ajouter une personne",
    password: "Premier mot de passe",
    submit: "Ajouter",
    added: (name: string) => `${name} peut se connecter.`,
    onlyLead: "Seul un pilote ajoute des personnes.",
    explain: {
      lead: "tout, et les personnes",
      responder: "agit, répond, décide",
      scribe: "tient la main courante",
      observer: "lit",
      counsel: "lit, écrit, déclare",
    },
  },
};
