import { counted } from "../plural";

const accounts = counted("fr", "compte", "comptes");
const addresses = counted("fr", "adresse", "adresses");
const signIns = counted("fr", "connexion", "connexions");
const places = counted("fr", "lieu", "lieux");
const countries = counted("fr", "pays", "pays");
const number = (count: number) => new Intl.NumberFormat("fr-FR").format(count);
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
      title: "Quand se connecte-t-on",
      sentence: (total: number, night: number, theirs: number, theirNight: number) =>
        `${signIns(total)}, dont ${number(night)} la nuit (20 h à 8 h) ou la fin de semaine${
          theirs === 0
            ? " ; aucune n’est attribuée à l’intrus."
            : ` ; ${number(theirs)} attribuée${theirs > 1 ? "s" : ""} à l’intrus, dont ${number(theirNight)} à ces heures.`
        }`,
      note: (zone: string) =>
        `Toutes les connexions des preuves, réussies ou non ; heures de ${zone}. En gris, de 8 h à 20 h en semaine.`,
      legend: "□ connexions : plus le carré est grand, plus il y en a   ◥ l’intrus y était",
      day: "Jour",
      hour: "Heure",
      from: (hour: number) => `${hour} h`,
      days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    },

    map: {
      title: "D’où se connecte-t-on",
      none: "Aucune connexion n’est comptée : relancez l’analyse des preuves.",
      sentence: (
        placesSeen: number,
        countriesSeen: number,
        theirs: string,
        theirCount: number,
        journeys: string,
      ) =>
        `Des connexions de ${places(placesSeen)} dans ${countries(countriesSeen)}${
          theirCount === 0
            ? "."
            : ` ; l’intrus de ${theirs}${theirCount > 3 ? ` et ${number(theirCount - 3)} de plus` : ""}.`
        } ${journeys}`,
      noJourney: "Aucun voyage impossible.",
      impossible: (count: number, from: string, to: string, account: string) =>
        `${count === 1 ? "Un voyage impossible" : `${number(count)} voyages impossibles`}, le plus rapide de ${from} à ${to} (${account}).`,
      unplaced: (count: number) => `${signIns(count)} sans lieu connu.`,
      leftOut: (count: number) => `${number(count)} lieux ou voyages de plus ne sont pas gardés.`,
      legend:
        "● lieu : plus il est grand, plus on s’y connecte   ◆ l’intrus y était   ⇢ voyage impossible",
      place: "Lieu",
      unknown: "lieu inconnu",
      rough: "milieu du pays",
      successes: "Réussies",
      failures: "Échouées",
      intruder: "De l’intrus",
      accounts: "Comptes",
      journeys: "Voyages impossibles",
      from: "De",
      to: "À",
      left: (zone: string) => `Parti (${zone})`,
      arrived: (zone: string) => `Arrivé (${zone})`,
      distance: "Distance",
      speed: "Vitesse",
    },

    tries: {
      title: "Échecs, puis réussite",
      sentence: (tried: number, inside: number, who: string) =>
        inside === 0
          ? `Des essais sur ${accounts(tried)}, sans réussite connue.`
          : `Des essais sur ${accounts(tried)} ; ${inside === 1 ? "une réussite" : `${inside} réussites`} : ${who}.`,
      own: (count: number) =>
        `${counted("fr", "autre suite d’échecs dont aucun constat ne parle", "autres suites d’échecs dont aucun constat ne parle")(count)}.`,
      legend: "▭ échecs   ■ réussite après eux",
      outcomes: {
        gotIn: "✓ entré",
        kept: "✗ resté dehors",
        signedIn: "puis réussite",
        gaveUp: "sans suite",
      },
      outcome: "Issue",
      kinds: { R3: "mots de passe", R7: "second facteur", streak: "échecs d’affilée" },
      kind: "Essais de",
      failures: "Échecs",
      addresses: "Adresses",
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
