// What the sheet room says.
#pragma once
#include "base/sentence.h"

namespace digue::sheet::sentences {

inline constexpr Sentence at_place{"{0}, ligne {1}, colonne {2} : {3}",
                                   "{0}, line {1}, column {2}: {3}"};

// The answers that most steps offer.
inline constexpr Sentence answer_yes{"Oui", "Yes"};
inline constexpr Sentence answer_no{"Non", "No"};
inline constexpr Sentence answer_unknown{"Je ne sais pas", "I don’t know"};
inline constexpr Sentence look_yes{"Trouvé, il faut agir", "Found, to be acted upon"};
inline constexpr Sentence look_no{"Cherché partout, rien trouvé",
                                  "Searched throughout, nothing found"};
inline constexpr Sentence look_unknown{"Impossible à dire", "Can’t be told"};

// What is wrong in a sheet, and what to do.
inline constexpr Sentence not_utf8{
    "cette ligne n’est pas en UTF-8. Enregistrez le fichier en UTF-8.",
    "this line is not UTF-8. Save the file as UTF-8."};
inline constexpr Sentence unknown_key{
    "la clé « {0} » n’est pas connue ici. Vérifiez son orthographe ; docs/sheets.md les liste.",
    "the key “{0}” is not known here. Check its spelling; docs/sheets.md lists them."};
inline constexpr Sentence missing_key{"il manque la clé « {0} » ici. Ajoutez-la.",
                                      "the key “{0}” is missing here. Add it."};
inline constexpr Sentence need_mapping{"il faut des clés et des valeurs ici.",
                                       "keys and values are needed here."};
inline constexpr Sentence need_list{"il faut une liste ici.", "a list is needed here."};
inline constexpr Sentence need_text{"il faut un texte ici.", "a text is needed here."};
inline constexpr Sentence missing_language{
    "il manque le texte {0}. Écrivez-le : chaque texte existe en français et en anglais.",
    "the {0} text is missing. Write it: every text exists in French and in English."};
inline constexpr Sentence french_word{"français (fr)", "French (fr)"};
inline constexpr Sentence english_word{"anglais (en)", "English (en)"};
inline constexpr Sentence unquoted_prose{
    "mettez cette phrase entre guillemets ou dans un bloc (>-).",
    "put this sentence in quotes or in a block (>-)."};
inline constexpr Sentence too_long{"ce texte fait {0} octets ; la limite est {1}. Coupez-le.",
                                   "this text is {0} bytes; the limit is {1}. Cut it."};
inline constexpr Sentence too_many{
    "il y en a {0} ; la limite est {1}. Coupez la fiche en deux.",
    "there are {0} of them; the limit is {1}. Cut the sheet in two."};
inline constexpr Sentence control_character{
    "ce texte contient un caractère de contrôle. Retirez-le.",
    "this text holds a control character. Remove it."};
inline constexpr Sentence straight_apostrophe{"écrivez l’apostrophe ’ et non ' dans le français.",
                                              "write the apostrophe ’ rather than ' in French."};
inline constexpr Sentence long_sentence{
    "une phrase du texte {0} fait {1} mots ; visez {2} au plus. Coupez-la.",
    "a sentence of the {0} text has {1} words; aim at {2} at most. Cut it."};
inline constexpr Sentence verb_last{
    "ce titre ne commence pas par un verbe. Écrivez ce qu’il faut faire : « Couper… ».",
    "the French title does not begin with a verb. Write what is to be done: “Couper…”."};
inline constexpr Sentence no_question_mark{
    "une question finit par « ? ». Écrivez ce titre comme une question.",
    "a question ends in “?”. Write this title as a question."};
inline constexpr Sentence hard_to_read{
    "ce texte est difficile à lire : {0} sur l’échelle de Kandel et Moles, visez {1}. Coupez les "
    "phrases, prenez des mots plus courts.",
    "this French text is hard to read: {0} on the scale of Kandel and Moles, aim at {1}. Cut the "
    "sentences, take shorter words."};
inline constexpr Sentence not_one_of{"« {0} » n’est pas accepté ici. Écrivez : {1}.",
                                     "“{0}” is not accepted here. Write one of: {1}."};
inline constexpr Sentence bad_id{
    "« {0} » n’est pas un identifiant. Employez des minuscules, des chiffres, « . », « - », « / ».",
    "“{0}” is not an id. Use lower case letters, digits, “.”, “-”, “/”."};
inline constexpr Sentence foreign_id{"« {0} » doit commencer par « {1}/ ».",
                                     "“{0}” must start with “{1}/”."};
inline constexpr Sentence not_yes_no{"écrivez yes ou no ici.", "write yes or no here."};
inline constexpr Sentence not_a_count{"écrivez un nombre de 1 à 1000 ici.",
                                      "write a number from 1 to 1000 here."};
inline constexpr Sentence not_a_date{"écrivez une date comme 2026-11-22 ici.",
                                     "write a date such as 2026-11-22 here."};
inline constexpr Sentence not_a_code{"« {0} » n’est pas un code. Écrivez {1} suivi d’un nombre.",
                                     "“{0}” is not a code. Write {1} followed by a number."};
inline constexpr Sentence duplicate_id{
    "« {0} » est déjà écrit ligne {1}. Gardez-en un, ou changez l’un des deux.",
    "“{0}” is already written on line {1}. Keep one, or change one of them."};
inline constexpr Sentence dead_step{
    "« {0} » ne désigne aucune étape de cette fiche. Corrigez l’identifiant ou ajoutez l’étape.",
    "“{0}” is no step of this sheet. Correct the id or add the step."};
inline constexpr Sentence dead_item{
    "rien ne porte « {0} » dans cette fiche. Corrigez l’identifiant ou ajoutez ce qui le porte.",
    "nothing carries “{0}” in this sheet. Correct the id or add what carries it."};
inline constexpr Sentence dead_theme{
    "le thème « {0} » n’existe pas. Ajoutez-le à themes, ou corrigez.",
    "there is no theme “{0}”. Add it to themes, or correct it."};
inline constexpr Sentence dead_value{
    "« {0} » n’est pas une réponse à « {1} ». Écrivez l’une de ses options : {2}.",
    "“{0}” is no answer to “{1}”. Write one of its options: {2}."};
inline constexpr Sentence no_answer{
    "« {0} » n’attend pas de réponse. Donnez-lui des options, ou changez la condition.",
    "“{0}” takes no answer. Give it options, or change the condition."};
inline constexpr Sentence prerequisite_cycle{
    "les prérequis tournent en rond : {0}. Retirez l’un d’eux.",
    "the prerequisites go round in a circle: {0}. Remove one of them."};
inline constexpr Sentence no_preservation{
    "« {0} » détruit ou coupe : dites ce qu’il faut sauver d’abord (preservation).",
    "“{0}” destroys or cuts: say what must be saved first (preservation)."};
inline constexpr Sentence no_undo{
    "« {0} » détruit ou coupe : dites comment revenir en arrière, ou pourquoi on ne peut pas "
    "(undo).",
    "“{0}” destroys or cuts: say how to go back, or why one can’t (undo)."};
inline constexpr Sentence one_option{"« {0} » doit offrir au moins deux options.",
                                     "“{0}” must offer two options at least."};
inline constexpr Sentence no_unknown{
    "« {0} » doit offrir l’option « unknown » : ne pas savoir est une réponse.",
    "“{0}” must offer the option “unknown”: not knowing is an answer."};
inline constexpr Sentence unexpected_options{
    "seules les étapes ask, look et alternative ont des options.",
    "only ask, look and alternative steps have options."};
inline constexpr Sentence options_unread{
    "une question dont la réponse est « {0} » n’a pas d’options. Retirez-les, ou changez answer.",
    "a question whose answer is “{0}” has no options. Remove them, or change answer."};
inline constexpr Sentence reserved_value{
    "« {0} » veut dire autre chose dans les conditions. Donnez un autre mot à cette option.",
    "“{0}” means something else in conditions. Give this option another word."};
inline constexpr Sentence other_kind{
    "« {0} » ne va que sur une étape de kind {1}. Retirez-le, ou changez kind.",
    "“{0}” goes on a step of kind {1} only. Remove it, or change kind."};
inline constexpr Sentence lifts_itself{
    "« {0} » ne peut pas se lever elle-même. Nommez l’étape qui la lève.",
    "“{0}” can’t lift itself. Name the step that lifts it."};
inline constexpr Sentence not_our_name{
    "une fiche « own » est la nôtre : écrivez « {0} » dans source.publisher.",
    "an “own” sheet is ours: write “{0}” in source.publisher."};
inline constexpr Sentence own_without_sources{
    "une fiche « own » dit d’après quoi elle est écrite : ajoutez sources.",
    "an “own” sheet says what it was written from: add sources."};
inline constexpr Sentence unknown_contact{
    "il n’y a pas de contact « {0} ». Écrivez l’un de ceux-ci : {1}.",
    "there is no contact “{0}”. Write one of these: {1}."};
inline constexpr Sentence unknown_clock{
    "il n’y a pas d’échéance « {0} ». Écrivez l’une de celles-ci : {1}.",
    "there is no clock “{0}”. Write one of these: {1}."};
inline constexpr Sentence dead_clock{
    "« {0} » n’est pas une échéance de ce fichier. Corrigez l’identifiant ou ajoutez-la.",
    "“{0}” is no clock of this file. Correct the id or add it."};
inline constexpr Sentence clock_circle{
    "« {0} » attend, de proche en proche, sa propre échéance. Retirez « after » à l’une d’elles.",
    "“{0}” ends up waiting for itself. Take “after” away from one of them."};
inline constexpr Sentence two_starts{
    "« suggest » ne va pas avec « after » : le fait de départ est déjà dit. Gardez l’un des deux.",
    "“suggest” does not go with “after”: the starting fact is said already. Keep one of them."};
inline constexpr Sentence one_time_limit{
    "écrivez un seul délai : hours, months, without_delay: yes ou contract: yes.",
    "write one time limit: hours, months, without_delay: yes or contract: yes."};
inline constexpr Sentence ends_before{
    "ce régime commence le {0} et finit avant, le {1}. Corrigez l’une des deux dates.",
    "this regime starts on {0} and ends before, on {1}. Correct one of the dates."};
inline constexpr Sentence regimes_overlap{
    "ce régime commence avant la fin de celui de la ligne {0}. Donnez à l’autre un « valid_to » "
    "plus tôt.",
    "this regime starts before the end of the one on line {0}. Give that one an earlier "
    "“valid_to”."};
inline constexpr Sentence no_rules{"une étape rule doit avoir des rules.",
                                   "a rule step must have rules."};
inline constexpr Sentence one_condition{
    "écrivez une seule de ces clés : all, any, not, answer, step, evidence, accounts.",
    "write just one of these keys: all, any, not, answer, step, evidence, accounts."};
inline constexpr Sentence needless_to{"« to » ne va qu’avec raise et lower.",
                                      "“to” goes with raise and lower only."};
inline constexpr Sentence needless_key{"« {0} » ne va pas avec « do: {1} ». Retirez-le.",
                                       "“{0}” does not go with “do: {1}”. Remove it."};
inline constexpr Sentence empty_effect{"cet effet ne vise aucune étape. Listez-les dans steps.",
                                       "this effect aims at no step. List them in steps."};
inline constexpr Sentence effect_without_reason{
    "une option qui change le plan doit dire pourquoi : ajoutez « then ».",
    "an option that changes the plan must say why: add “then”."};
inline constexpr Sentence no_way_in{
    "ce lien ne mène nulle part : donnez une fiche (sheet) ou une référence (reference).",
    "this link leads nowhere: give a sheet or a reference."};
inline constexpr Sentence unknown_sheet{
    "il n’y a pas de fiche « {0} ». Corrigez, ou donnez la référence de l’éditeur à la place.",
    "there is no sheet “{0}”. Correct it, or give the publisher’s reference instead."};
inline constexpr Sentence unknown_item{
    "« {0} » n’est pas dans requirements.tsv. Corrigez l’identifiant.",
    "“{0}” is not in requirements.tsv. Correct the id."};
inline constexpr Sentence unknown_evidence{
    "aucune fiche ne porte « {0} », ni requirements.tsv. Corrigez l’identifiant.",
    "no sheet carries “{0}”, nor does requirements.tsv. Correct the id."};
inline constexpr Sentence wrong_format{
    "le format « {0} » n’est pas lu par cette version ; elle lit le format 1.",
    "the format “{0}” is not read by this version; it reads format 1."};

// sheets/severity.yaml.
inline constexpr Sentence too_many_here{"il y en a {0} ; la limite est {1}. Retirez-en.",
                                        "there are {0} of them; the limit is {1}. Take some out."};
inline constexpr Sentence dead_name{
    "« {0} » ne se trouve pas plus haut dans {1}. Corrigez-le, ou ajoutez-le avant.",
    "“{0}” is not found above in {1}. Correct it, or add it before."};
inline constexpr Sentence last_level{
    "le dernier niveau vaut quand aucun autre ne vaut : retirez « when ».",
    "the last level holds when no other does: remove “when”."};
inline constexpr Sentence one_formula{
    "écrivez une seule de ces clés : all, any, input, ou axis avec at_least.",
    "write just one of these keys: all, any, input, or axis with at_least."};
inline constexpr Sentence one_threshold{"écrivez count ou hours, l’un des deux.",
                                        "write count or hours, one of the two."};
inline constexpr Sentence dead_outside{
    "« {0} » ne désigne aucune étape de la fiche « {1} ». Corrigez l’identifiant.",
    "“{0}” is no step of the sheet “{1}”. Correct the id."};
inline constexpr Sentence dead_value_outside{
    "« {0} » n’est pas une réponse à « {1} ». Écrivez l’une de ses options.",
    "“{0}” is no answer to “{1}”. Write one of its options."};
inline constexpr Sentence no_table{
    "il n’y a pas de table de gravité (severity.yaml) parmi les fiches. Ajoutez-la.",
    "there is no severity table (severity.yaml) among the sheets. Add it."};

// requirements.tsv and the library.
inline constexpr Sentence bad_header{
    "{0}, ligne 1, colonne 1 : il faut les colonnes id, source, kind, priority, item, product.",
    "{0}, line 1, column 1: the columns id, source, kind, priority, item, product are needed."};
inline constexpr Sentence bad_row{
    "{0}, ligne {1}, colonne 1 : il faut six colonnes ; il y en a {2}.",
    "{0}, line {1}, column 1: six columns are needed; there are {2}."};
inline constexpr Sentence duplicate_row{
    "{0}, ligne {1}, colonne 1 : « {2} » est déjà écrit plus haut. Gardez-en un.",
    "{0}, line {1}, column 1: “{2}” is already written above. Keep one."};
inline constexpr Sentence too_many_rows{"{0} : plus de {1} lignes. Coupez ce fichier.",
                                        "{0}: more than {1} lines. Cut this file."};
inline constexpr Sentence no_folder{"{0} n’est pas un dossier lisible. Vérifiez --sheets.",
                                    "{0} is not a readable folder. Check --sheets."};
inline constexpr Sentence no_sheet_here{"{0} ne contient aucune fiche (*.yaml). Vérifiez --sheets.",
                                        "{0} holds no sheet (*.yaml). Check --sheets."};
inline constexpr Sentence big_file{
    "ce fichier fait {0} octets ; la limite est {1}. Coupez-le, ou retirez-le : ce n’est sans "
    "doute "
    "pas une fiche.",
    "this file is {0} bytes; the limit is {1}. Cut it, or take it away: it is probably not a "
    "sheet."};
inline constexpr Sentence too_many_sheets{"{0} contient plus de {1} fiches. Rangez-le.",
                                          "{0} holds more than {1} sheets. Tidy it."};
inline constexpr Sentence same_id_twice{
    "« {0} » est déjà écrit ligne {1} de ce fichier. Changez-en un.",
    "“{0}” is already written on line {1} of this file. Change one of them."};
inline constexpr Sentence same_sheet_twice{
    "« {0} » est déjà l’identifiant de {1}. Changez l’un des deux.",
    "“{0}” is already the id of {1}. Change one of them."};
inline constexpr Sentence entry_leads_once{
    "cette réponse doit mener à une fiche (sheet) ou à une question (next), l’une ou l’autre. "
    "Gardez-en une.",
    "this answer must lead to a sheet or to a question (next), one or the other. Keep one."};
inline constexpr Sentence entry_not_further{
    "« {0} » n’est pas une question écrite plus bas. Une réponse mène plus loin, jamais en "
    "arrière : déplacez la question, ou corrigez son nom.",
    "“{0}” is not a question written further down. An answer leads on, never back: move the "
    "question, or correct its name."};
inline constexpr Sentence entry_no_sheet{"il n’y a pas de fiche « {0} ». Corrigez son nom.",
                                         "there is no sheet “{0}”. Correct its name."};

// contacts.yaml and glossary.yaml.
inline constexpr Sentence named_number{"{0}, au {1}", "{0}, on {1}"};
inline constexpr Sentence named_contact{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence or_else_call{"{0} (ou, si ce n’est pas votre secteur, {1})",
                                       "{0} (or, outside that sector, {1})"};
inline constexpr Sentence dead_contact{
    "« {0} » n’est pas un contact de ce fichier. Corrigez l’identifiant ou ajoutez le contact.",
    "“{0}” is no contact of this file. Correct the id or add the contact."};
inline constexpr Sentence out_of_reach{
    "« {0} » n’a ni téléphone, ni mail, ni adresse. Ajoutez-en un, ou « fill: yes » si "
    "l’organisation le remplit.",
    "“{0}” has no phone, mail or address. Add one, or “fill: yes” if the organisation fills it "
    "in."};
inline constexpr Sentence not_a_number{
    "« {0} » n’est pas un numéro. Écrivez des chiffres et des espaces, « + » en tête au besoin.",
    "“{0}” is not a phone number. Write digits and spaces, with a leading “+” if need be."};
inline constexpr Sentence not_a_mail{"« {0} » n’est pas une adresse de courriel.",
                                     "“{0}” is not a mail address."};
inline constexpr Sentence not_an_address{
    "« {0} » n’est pas une adresse web. Écrivez-la sans « https:// », comme cert.ssi.gouv.fr.",
    "“{0}” is not a web address. Write it without “https://”, such as cert.ssi.gouv.fr."};
inline constexpr Sentence not_a_fingerprint{
    "cette empreinte n’a pas 40 chiffres hexadécimaux qui finissent par l’identifiant de la clé.",
    "this fingerprint is not 40 hexadecimal digits that end with the id of the key."};
inline constexpr Sentence same_form_twice{
    "« {0} » est déjà défini ligne {1}. Un mot n’a qu’un sens ici : retirez-en un.",
    "“{0}” is already defined on line {1}. A word has one meaning here: remove one of them."};

// An organisation's own version of the sheets.
inline constexpr Sentence bad_base_step{
    "« {0} » n’est pas de la forme étape=priorité:empreinte. « digue sheet diff FICHIER --out "
    "FICHIER » récrit cette partie.",
    "“{0}” is not step=priority:digest. “digue sheet diff FILE --out FILE” writes this part "
    "again."};
inline constexpr Sentence one_place{
    "dites où se place l’étape : « after » ou « before », l’un des deux, avec une étape de la "
    "fiche.",
    "say where the step stands: “after” or “before”, one of them, with a step of the sheet."};
inline constexpr Sentence overlay_no_sheet{
    "il n’y a pas de fiche « {0} ». « digue sheet list » les montre : corrigez l’identifiant, ou "
    "retirez cette partie.",
    "there is no sheet “{0}”. “digue sheet list” shows them: correct the id, or take this part "
    "away."};
inline constexpr Sentence overlay_no_step{
    "il n’y a pas d’étape « {0} » dans la fiche {1}. Corrigez l’identifiant ; si elle a disparu "
    "d’une nouvelle version, « digue sheet diff » le dit.",
    "there is no step “{0}” in the sheet {1}. Correct the id; if a new version did away with it, "
    "“digue sheet diff” says so."};
inline constexpr Sentence overlay_no_contact{
    "il n’y a pas de contact « {0} ». Écrivez l’un de ceux-ci : {1} ; ou le vôtre, dont "
    "l’identifiant commence par « org. », avec un titre (title).",
    "there is no contact “{0}”. Write one of these: {1}; or one of yours, whose id begins with "
    "“org.”, with a title."};
inline constexpr Sentence overlay_same_id{
    "« {0} » est déjà une étape de la fiche {1}. Donnez à la vôtre un identifiant qui commence "
    "par {1}/org.",
    "“{0}” is a step of the sheet {1} already. Give yours an id that begins with {1}/org."};
inline constexpr Sentence overlay_own_id{
    "« {0} » ne commence pas par « {1}/org. ». Ainsi, aucune mise à jour de la fiche ne prendra le "
    "même identifiant.",
    "“{0}” does not begin with “{1}/org.”. With that, no update of the sheet will take the same "
    "id."};
inline constexpr Sentence overlay_own_rule{
    "« {0} » est une règle : une étape ajoutée se fait, se cherche ou se demande (do, look, ask, "
    "alternative).",
    "“{0}” is a rule: a step that is added is done, looked for or asked (do, look, ask, "
    "alternative)."};
inline constexpr Sentence overlay_rules_others{
    "cette règle agit sur « {0} », qui n’est pas à vous. Pour retirer une étape de la fiche, "
    "nommez-la sous « hidden », avec la raison.",
    "this rule acts on “{0}”, which is not yours. To take a step of the sheet out, name it under "
    "“hidden”, with the reason."};
inline constexpr Sentence overlay_hides_rule{
    "« {0} » est une règle de la fiche : il n’y a rien à masquer. Retirez cette ligne.",
    "“{0}” is a rule of the sheet: there is nothing to hide. Take this line away."};
inline constexpr Sentence overlay_other_version{
    "écrit pour la version {1} de {0}, qui est en version {2}. Lancez « digue sheet diff {3} », "
    "regardez ce qui a changé, puis ajoutez « --out {3} ».",
    "written for version {1} of {0}, which is now {2}. Run “digue sheet diff {3}”, look at what "
    "changed, then add “--out {3}”."};
inline constexpr Sentence overlay_no_base{
    "« base » ne dit pas pour quelle version de {0} ceci est écrit. « digue sheet diff FICHIER "
    "--out FICHIER » l’ajoute.",
    "“base” does not say which version of {0} this is written for. “digue sheet diff FILE --out "
    "FILE” adds it."};
inline constexpr Sentence reviewed_never{
    "personne n’a dit avoir relu ce fichier. Relisez-le, puis écrivez « reviewed: {date: …, by: "
    "…} ».",
    "nobody said that this file was reviewed. Read it through, then write “reviewed: {date: …, "
    "by: …}”."};
inline constexpr Sentence reviewed_long_ago{
    "relu le {0}, il y a plus d’un an. Vérifiez les noms, les numéros et les consoles, puis "
    "changez la date.",
    "reviewed on {0}, more than a year ago. Check the names, the numbers and the consoles, then "
    "change the date."};
inline constexpr Sentence tested_never{
    "aucun exercice n’a essayé ce fichier. « digue exercise » en prépare un ; écrivez ensuite "
    "« tested: {date: …, by: …} ».",
    "no exercise has tried this file. “digue exercise” prepares one; then write “tested: {date: "
    "…, by: …}”."};
inline constexpr Sentence tested_long_ago{
    "essayé le {0}, il y a plus d’un an. Refaites un exercice, puis changez la date.",
    "tried on {0}, more than a year ago. Hold an exercise again, then change the date."};
inline constexpr Sentence hides_urgent{
    "« {0} » est à faire en {1} : la masquer laisse faire l’intrus. Gardez-la, ou faites valider "
    "la raison.",
    "“{0}” is to be done in {1}: hiding it gives the intruder time. Keep it, or have the reason "
    "approved."};
inline constexpr Sentence hides_preservation{
    "« {0} » demande de sauvegarder des preuves : la masquer peut les perdre. Gardez-la, ou dites "
    "dans la raison qui les sauvegarde.",
    "“{0}” asks to save evidence: hiding it may lose it. Keep it, or say in the reason who saves "
    "it."};
inline constexpr Sentence hides_prerequisite{
    "« {0} » doit précéder « {1} », qui n’attendra plus rien. Vérifiez que c’est sans danger.",
    "“{0}” must come before “{1}”, which will no longer wait for it. Check that this is safe."};
inline constexpr Sentence hides_lifting{
    "« {0} » lève « {1} » : masquée, rien ne rappellera de la lever. Gardez-la.",
    "“{0}” lifts “{1}”: hidden, nothing will remind anyone to lift it. Keep it."};
inline constexpr Sentence console_unused{
    "« {0} » n’est pas parmi les plateformes en usage ({1}) : cette console ne sera pas montrée.",
    "“{0}” is not among the platforms in use ({1}): this console will not be shown."};
inline constexpr Sentence hidden_by_us{"Masquée par l’organisation : {0}",
                                       "Hidden by the organisation: {0}"};
inline constexpr Sentence adapted_by{"Adaptée par {0} (empreinte {1}).",
                                     "Adapted by {0} (hash {1})."};
inline constexpr Sentence adapted_reviews{"Relue : {0}. Essayée en exercice : {1}.",
                                          "Reviewed: {0}. Tried in an exercise: {1}."};
inline constexpr Sentence adapted_steps{
    "Étapes ajoutées : {0} ; masquées par l’organisation : {1}.",
    "Steps added: {0}; hidden by the organisation: {1}."};
inline constexpr Sentence no_date{"jamais, ou non noté", "never, or not written down"};
inline constexpr Sentence dated_by{"{0}, {1}", "{0}, {1}"};
inline constexpr Sentence step_of_ours{"Étape ajoutée par l’organisation.",
                                       "Step added by the organisation."};
inline constexpr Sentence owners{"Qui s’en charge : {0}", "Who does it: {0}"};
inline constexpr Sentence console{"Où le faire : {0}", "Where to do it: {0}"};
inline constexpr Sentence console_of{"Où le faire ({0}) : {1}", "Where to do it ({0}): {1}"};
inline constexpr Sentence console_address{"{0} – {1}", "{0} – {1}"};
inline constexpr Sentence note_of_ours{"Chez nous : {0}", "Here: {0}"};

// What is written into an overlay's file, as comments.
inline constexpr Sentence mark_gone{
    "{0} : l’étape {1} n’existe plus. Voyez ce qui la remplace, puis retirez ces lignes.",
    "{0}: the step {1} is no longer there. See what replaces it, then take these lines away."};
inline constexpr Sentence mark_changed{
    "{0} : le texte de l’étape a changé. Vérifiez ce qui suit, puis retirez ces deux lignes.",
    "{0}: what the step says has changed. Check what follows, then take these two lines away."};
inline constexpr Sentence mark_moved{
    "{0} : l’étape est passée de {1} à {2}. Vérifiez ce qui suit, puis retirez ces deux lignes.",
    "{0}: the step went from {1} to {2}. Check what follows, then take these two lines away."};
inline constexpr Sentence fill_about{
    "Les fiches adaptées à votre organisation. docs/overlay.md explique chaque clé.",
    "The sheets adapted to your organisation. docs/overlay.md explains each key."};
inline constexpr Sentence fill_check{
    "Retirez un « # » devant ce que vous remplissez ; vérifiez avec : digue sheet lint FICHIER",
    "Take one “#” away before what you fill in; check with: digue sheet lint FILE"};
inline constexpr Sentence fill_name{"Votre organisation", "Your organisation"};
inline constexpr Sentence fill_language{
    "La langue de vos textes. Sans cette ligne, chaque texte a « fr » et « en », comme une fiche.",
    "The language of your texts. Without this line each text has “fr” and “en”, as in a sheet."};
inline constexpr Sentence fill_review{
    "Qui l’a relu, et quand ; quel exercice l’a essayé, et quand.",
    "Who reviewed it, and when; which exercise tried it, and when."};
inline constexpr Sentence fill_platforms{
    "Ce que vous utilisez : le reste n’est pas montré. Sans cette ligne, tout est montré.",
    "What you use: the rest is not shown. Without this line all is shown."};
inline constexpr Sentence fill_contacts{
    "Qui appeler. Les identifiants : digue sheet contacts. Les vôtres commencent par « org. ».",
    "Whom to call. The ids: digue sheet contacts. Your own begin with “org.”."};
inline constexpr Sentence fill_steps{
    "Qui fait quoi, et où. Voici les étapes P0 ; les autres : digue sheet show FICHE.",
    "Who does what, and where. These are the P0 steps; the others: digue sheet show SHEET."};
inline constexpr Sentence fill_own_steps{
    "Vos étapes, après ou avant (after, before) une étape de la fiche ; docs/sheets.md les décrit.",
    "Your own steps, after or before a step of the sheet; docs/sheets.md describes them."};
inline constexpr Sentence fill_hidden{
    "Les étapes qui ne vous concernent pas, avec la raison, qui sera montrée.",
    "The steps that are not for you, with the reason, which will be shown."};
inline constexpr Sentence fill_base{
    "Écrit par digue : les fiches telles que vous les avez adaptées. N’y touchez pas.",
    "Written by digue: the sheets as you adapted them. Leave it as it is."};

}  // namespace digue::sheet::sentences
