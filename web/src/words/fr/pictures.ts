import { counted } from "../plural";

const accounts = counted("fr", "compte", "comptes");
const addresses = counted("fr", "adresse", "adresses");
const signIns = counted("fr", "connexion suspecte", "connexions suspectes");
const actions = counted("fr", "action", "actions");
const signs = counted("fr", "constat", "constats");
const steps = counted("fr", "étape", "étapes");
const families = counted("fr", "type de journal", "types de journaux");

export const pictures = {
  pictures: {
    title: "Vues",
    lead: "Ce que disent les constats, l’avancement et les pièces, en images. Chacune a sa phrase et son tableau.",
    data: "Voir les données",
    picture: "Image",
    nothing: "Rien à dessiner pour l’instant.",
    nothingHint: "Versez des pièces et lancez l’analyse : les constats feront les images.",
    left: (count: number) => `${count} de plus dans le tableau.`,
    account: "Compte",
    address: "Adresse",
    when: (zone: string) => `Quand (${zone})`,
    what: "Quoi",
    until: "Jusqu’à",
    severity: "Gravité",
    count: "Nombre",

    timeline: {
      title: "L’attaque et nous",
      both: (from: string, to: string, signsSeen: number, done: number, first: string) =>
        `Les pièces montrent ${signs(signsSeen)} du ${from} au ${to}. ${actions(done)} de notre côté, la première le ${first}.`,
      attackOnly: (from: string, to: string, signsSeen: number) =>
        `Les pièces montrent ${signs(signsSeen)} du ${from} au ${to}. Aucune action n’est encore dite.`,
      usOnly: (done: number, first: string) =>
        `${actions(done)} de notre côté, la première le ${first}. Aucun constat daté.`,
      deadlines: counted("fr", "échéance", "échéances"),
      nextDue: (title: string, when: string) => `Prochaine échéance : ${title}, le ${when}.`,
      attack: "L’attaque",
      us: "Nous",
      due: "Échéance",
      others: "autres",
      standing: "Gravité ou état",
      side: "Côté",
      legend: "◆ critique   ● élevé   ○ moyen   ■ fait   □ autre action   ⚑ échéance",
      opened: "Incident ouvert",
    },

    hours: {
      title: "Quand se connecte-t-on, qui inquiète",
      sentence: (total: number, night: number) =>
        `${signIns(total)}, dont ${night} la nuit (20 h à 8 h) ou la fin de semaine.`,
      note: "Le début et la fin de chaque constat de connexion, une fois chacun ; les connexions ordinaires n’y sont pas.",
      day: "Jour",
      hour: "Heure",
      days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    },

    tries: {
      title: "Échecs, puis réussite",
      sentence: (tried: number, inside: number, who: string) =>
        inside === 0
          ? `Des essais sur ${accounts(tried)}, sans réussite connue.`
          : `Des essais sur ${accounts(tried)} ; ${inside === 1 ? "une réussite" : `${inside} réussites`} : ${who}.`,
      gotIn: "✓ entré",
      kept: "✗ resté dehors",
      outcome: "Issue",
      kinds: { R3: "mots de passe", R7: "second facteur" } as Record<string, string>,
      kind: "Essais de",
    },

    bonds: {
      title: "Comptes et adresses",
      sentence: (accountsSeen: number, addressesSeen: number, address: string, met: number) =>
        `${accounts(accountsSeen)} et ${addresses(addressesSeen)} dans les constats. ${address} touche ${accounts(met)}.`,
      compromised: "compromis",
      legend: "● compte tenu pour compromis   ◆ adresse surveillée ou bloquée",
      findings: "Constats communs",
    },

    flows: {
      title: "Le courriel qui sort tout seul",
      sentence: (count: number, where: string) =>
        `${count === 1 ? "Un chemin envoie" : `${count} chemins envoient`} du courriel dehors, vers ${where}.`,
      none: "Aucun constat ne montre de courriel qui sort tout seul.",
      everyone: "toutes les boîtes",
      from: "De",
      by: "Par",
      to: "Vers",
      ways: {
        forwarding: "un transfert",
        "transport-rule": "une règle de transport",
        "inbox-rule": "une règle de boîte",
      },
    },

    progress: {
      title: "Avancement, et ce qui reste dû",
      sentence: (settled: number, total: number, owed: number) =>
        `${settled} sur ${steps(total)} réglées${owed === 0 ? ", rien en dette." : ` ; ${owed} en dette.`}`,
      settled: "réglées",
      owed: "en dette",
      open: "à faire",
      priority: "Priorité",
      owedSteps: "En dette",
    },

    coverage: {
      title: "Ce que couvrent les pièces",
      sentence: (familiesSeen: number, from: string, to: string, gaps: number) =>
        `${families(familiesSeen)} du ${from} au ${to}${gaps === 0 ? ", sans trou connu." : ` ; ${gaps === 1 ? "un trou" : `${gaps} trous`}.`}`,
      attack: (covering: string) =>
        covering === "" ? "" : `Le premier signe de l’attaque est couvert par : ${covering}.`,
      none: "Aucune pièce datée n’a été lue.",
      legend: "■ couvert   ▨ trou   vide : hors de l’export",
      family: "Journal",
      first: "Du",
      last: "Au",
      files: "Fichiers",
      gaps: "Trous",
      noGap: "aucun",
      undated: (count: number) =>
        `${counted("fr", "fichier", "fichiers")(count)} sans date : un état, pas un journal.`,
      families: {
        "audit-log": "Audit unifié",
        "sign-ins": "Connexions",
        "directory-audit": "Audit de l’annuaire",
        "inbox-rules": "Règles de boîte",
        permissions: "Droits",
        forwarding: "Transferts",
        "transport-rules": "Règles de transport",
        consents: "Consentements",
        "authentication-methods": "Second facteur",
        devices: "Appareils",
        "message-trace": "Suivi des messages",
        "windows-log": "Journaux Windows",
      } as Record<string, string>,
    },
  },
};
