import { counted } from "../plural";

export const papers = {
  print: {
    title: "Imprimer",
    lead: "Des papiers tels que l’incident est maintenant, à garder hors du système touché.",
    report: "Rapport",
    reportLead: "Ce qui s’est passé, ce qui a été fait, ce qui reste dû.",
    kit: "Fiches à cocher",
    kitLead: "Les étapes avec leurs cases, l’annuaire et une main courante vierge.",
    calendar: "Calendrier",
    calendarLead: "Les échéances, à importer dans un agenda.",
    get: "Télécharger",
  },

  status: {
    title: "Point de situation",
    lead: "À lire seulement, pour la direction.",
    asOf: (when: string, zone: string) => `Au ${when} (${zone})`,
    severity: "Gravité",
    progress: "Avancement",
    known: "Périmètre connu",
    accounts: counted("fr", "compte", "comptes"),
    hosts: counted("fr", "machine", "machines"),
    standing: { compromised: "compromis", suspected: "suspect", cleared: "hors de cause" },
    owed: "Ce qui reste dû",
    nothingOwed: "Rien n’est en dette.",
    next: "Prochaines échéances",
    noClock: "Aucune échéance ne court.",
    last: "Dernières lignes",
    printIt: "Imprimer cette page",
  },
};
