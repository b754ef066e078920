/** Purpose: bringing in the dates of another calendar, in French. */
export const calendarImport = {
  'date.import.summary': 'Importer les dates d’un autre calendrier (ICS)',
  'date.option.file': 'L’adresse web d’un calendrier, ou tout son texte de BEGIN:VCALENDAR à END:VCALENDAR',
  'date.button.import-save': 'Oui, importer',
  'date.import.ask':
    '{fresh, plural, =0 {Aucune nouvelle date ne serait importée} one {# nouvelle date serait importée} other {# nouvelles dates seraient importées}}{changed, plural, =0 {} one {, # serait modifiée} other {, # seraient modifiées}}{same, plural, =0 {} one {, # est déjà dans le calendrier} other {, # sont déjà dans le calendrier}}. Faut-il enregistrer ?',
  'date.import.nothing':
    'Il n’y a rien à importer{same, plural, =0 {} one { : la seule date est déjà dans le calendrier} other { : les # dates sont déjà dans le calendrier}}.',
  'date.import.other-now': 'Le calendrier a changé depuis que vous l’avez vu.',
  'date.import.changes': 'modifie {ref}',
  'date.import.more': 'et {count} de plus',
  'date.import.left-out': '{count, plural, one {# entrée reste dehors} other {# entrées restent dehors}}',
  'date.imported':
    '{added, plural, =0 {Aucune nouvelle date n’a été importée} one {# nouvelle date a été importée} other {# nouvelles dates ont été importées}}{changed, plural, =0 {} one {, # a été mise à jour} other {, # ont été mises à jour}}.',
  'date.import-unclear':
    'Ce n’est pas un fichier de calendrier. Donnez son adresse web, ou collez tout son texte, de BEGIN:VCALENDAR à END:VCALENDAR.',
  'date.import.why.no-title': 'elle n’a pas de titre',
  'date.import.why.no-day': 'son jour est illisible',
  'date.import.why.rule': 'elle se répète d’une façon que je ne connais pas',
  'date.import.why.zone': 'son fuseau horaire est inconnu, l’heure pourrait être fausse',
  'date.import.why.changed-day': 'elle modifie un seul jour d’une série ; la série est importée entière',
  'date.import.why.cancelled': 'elle a été annulée',
  'date.import.why.over': 'elle est passée',
  'date.import.why.too-many': 'pas plus de 500 à la fois',
  'date.import.address-wrong':
    'Je ne peux pas lire « {given} ». Donnez une adresse qui commence par https:// ou webcal://, sans mot de passe.',
  'date.import.not-public': 'Je ne lis que des calendriers publiés sur internet ; {host} n’en fait pas partie.',
  'date.import.too-large': 'Le calendrier de {host} dépasse 2 Mo. Demandez-en un plus petit, ou importez-en une partie.',
  'date.import.too-slow': '{host} n’a pas répondu en 10 secondes. Réessayez plus tard.',
  'date.import.no-answer': '{host} ne donne pas de calendrier à cette adresse. Vérifiez-la, et qu’on peut la lire sans se connecter.',
}
