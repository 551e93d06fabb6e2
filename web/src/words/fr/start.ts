import { counted } from "../plural";

export const start = {
  begin: {
    firstTitle: "Premier démarrage",
    firstLead: "Créez la première personne. Elle dirigera l’incident et pourra inviter les autres.",
    code: "Code de premier démarrage",
    codeHint: "Il est affiché dans le terminal où « digue serve » a démarré.",
    name: "Nom de connexion",
    nameHint: "Court, en minuscules : alix, a.morel…",
    displayName: "Votre nom",
    displayNameHint: "Tel qu’il sera écrit dans la main courante : Alix Morel",
    password: "Mot de passe",
    newPasswordHint: "12 caractères au moins. Trois ou quatre mots sans rapport font l’affaire.",
    create: "Commencer",
    signInTitle: "Se connecter",
    signIn: "Se connecter",
    withProvider: (name: string) => `Se connecter avec ${name}`,
    waitForProvider: "Un instant : le fournisseur d’identité répond…",
    elsewhere:
      "Cette connexion a été commencée dans un autre navigateur, ou il y a plus de dix minutes : recommencez.",
    second: "Montrez votre second facteur.",
    showPasskey: "Utiliser ma clé",
    code2: "Code de l’application, ou code de secours",
    code2Hint: "Les six chiffres du moment.",
    recovery: "Code de secours",
    recoveryHint: "Un de ceux que vous avez gardés ; il sert une fois.",
    enrolTitle: "Ajoutez un second facteur",
    enrolLead:
      "Il est exigé de vous : une application sur votre téléphone, ou une clé. Le reste s’ouvrira ensuite.",
    enrolThere:
      "Il est exigé de vous, et le fournisseur d’identité de votre organisation n’a pas dit que vous en aviez montré un. Déconnectez-vous, puis reconnectez-vous par lui en le montrant.",
    enrolled: "J’ai gardé mes codes, continuer",
    again: "Votre session a pris fin",
    againLead:
      "Reconnectez-vous pour continuer : la page vous attend là où vous étiez, rien n’est perdu.",
  },

  home: {
    title: "Que se passe-t-il ?",
    lead: "Choisissez la phrase la plus proche de ce que vous voyez. Un doute suffit.",
    dontKnow: "Je ne sais pas",
    dontKnowLead: "Quelques questions simples vous mènent à la bonne fiche.",
    question: (number: number) => `Question ${number}`,
    previous: "Question précédente",
    backToList: "Revenir à la liste",
    current: "Incidents en cours",
    closed: "Incidents clos",
    goOn: "Reprendre",
    opened: "ouvert le",
    lines: counted("fr", "ligne", "lignes"),
  },

  open: {
    title: "Ouvrir l’incident",
    back: "Ce n’est pas cela",
    subject: "Compte ou machine touché",
    subjectHint: "Une adresse ou un nom de machine. Laissez vide si vous ne savez pas.",
    incidentTitle: "Nom de l’incident",
    incidentTitleHint: "Quelques mots, pour le retrouver.",
    zone: "Fuseau horaire",
    zoneHint: "Toutes les heures de l’incident s’afficheront dans ce fuseau.",
    submit: "Ouvrir l’incident",
    about: "À propos de cette fiche",
  },
};
