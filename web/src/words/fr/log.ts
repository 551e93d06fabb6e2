import { counted } from "../plural";

export const log = {
  log: {
    title: "Main courante",
    search: "Chercher dans les lignes",
    time: (zone: string) => `Heure (${zone})`,
    line: "N°",
    who: "Qui",
    what: "Quoi",
    lines: counted("fr", "ligne", "lignes"),
    matches: counted("fr", "ligne trouvée", "lignes trouvées"),
    corrected: (by: number) => `corrigée par la ligne ${by}`,
    redacted: "contenu caviardé",
    hash: "Empreinte",
    last: "Dernière ligne",
    first: "Première ligne",
    late: "écrit le",
    scroller: "Lignes de la main courante",
  },
};
