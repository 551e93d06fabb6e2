import { counted } from "../plural";

export const frame = {
  nav: {
    label: "Écrans de l’incident",
    home: "Tous les incidents",
    act: "Agir",
    qualify: "Qualifier",
    log: "Main courante",
    clocks: "Échéances",
    contacts: "Contacts",
    handover: "Relève",
    findings: "Constats",
    evidence: "Pièces",
    pictures: "Vues",
    print: "Imprimer",
    status: "Point de situation",
    webhooks: "Webhooks",
  },

  top: {
    account: "Mon compte",
    signOut: "Se déconnecter",
    language: "Langue",
    theme: "Affichage",
    themes: {
      system: "Comme le système",
      light: "Clair",
      dark: "Sombre",
      contrast: "Fort contraste",
    },
    since: "ouvert depuis",
    closed: "Incident clos",
    palette: "Aller à…",
    help: "Aide",
    incident: "Incident",
  },

  roles: {
    lead: "pilote",
    responder: "intervenant",
    scribe: "scribe",
    observer: "observateur",
    counsel: "conseil",
  },

  entry: {
    label: "Écrire dans la main courante",
    hint: "Ce que vous voyez, faites ou décidez. Ctrl + Entrée pour enregistrer.",
    decision: "C’est une décision",
    save: "Enregistrer",
  },

  palette: {
    title: "Aller à un écran, une étape, une action",
    search: "Chercher",
    nothing: "Rien de ce nom.",
    next: "Prochaine action",
    note: "Écrire dans la main courante",
    help: "Aide et raccourcis",
  },

  keys: { note: "n", next: "a", palette: "Ctrl K", done: "Ctrl ↵", escape: "Échap", help: "?" },

  help: {
    title: "Aide",
    lead: "Une étape à la fois. Faites-la, dites comment elle s’est passée, la suivante arrive.",
    keys: "Raccourcis clavier",
    single: "Raccourcis d’une seule touche",
    singleHint: "À couper si vous dictez vos textes.",
    note: "Écrire dans la main courante",
    palette: "Aller à un écran ou une étape",
    next: "Aller à la prochaine action",
    done: "Enregistrer ce que vous tapez",
    escape: "Fermer une fenêtre sans rien perdre",
    help: "Cette aide",
    lost: "Rien ne se perd",
    lostText:
      "Ce que vous tapez reste dans ce navigateur jusqu’à ce que le serveur réponde avec le numéro et l’empreinte de la ligne. « Enregistré » ne s’affiche qu’à ce moment.",
    call: "Vous êtes bloqué ?",
    callText: "Le CERT-FR répond jour et nuit au 3218 (+33 9 70 83 32 18 depuis l’étranger).",
  },

  line: {
    live: "En direct",
    cut: "Liaison perdue. La page réessaie toute seule ; ce que vous tapez est gardé ici.",
    unsent: counted("fr", "texte non envoyé", "textes non envoyés"),
    unsentHint: "Ils sont gardés dans ce navigateur jusqu’à ce que vous les envoyiez.",
    goTo: "Y aller",
    storageFull:
      "Ce navigateur refuse de garder les brouillons. Ne fermez pas la page avant « Enregistré ».",
  },

  receipt: {
    sending: "Envoi…",
    saved: (position: number) => `Enregistré : ligne ${position} de la main courante`,
    hash: "empreinte",
    notSaved: "Pas encore enregistré.",
    kept: "Votre texte est gardé dans ce navigateur.",
    restored: "Brouillon retrouvé : il n’avait pas été envoyé.",
    discard: "Jeter ce brouillon",
  },

  meanwhile: {
    title: "Entre-temps, quelqu’un d’autre a écrit",
    detail:
      "Rien de vous n’est encore écrit. Lisez ce qui suit ; si votre saisie tient toujours, envoyez-la de nouveau.",
    unknown:
      "Rien de vous n’est encore écrit. Relisez l’incident ; si votre saisie tient toujours, envoyez-la de nouveau.",
  },

  problem: {
    unreachable: "Le serveur ne répond pas.",
    unreachableDetail:
      "Vérifiez que « digue serve » tourne toujours. La page réessaie toute seule.",
    failed: "Cela n’a pas abouti.",
    retry: "Réessayer",
  },
};
