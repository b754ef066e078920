/** Purpose: what went wrong and what to do next. */
export const errors = {
  'error.unexpected':
    'Un problème est survenu de notre côté. Réessayez dans un instant. Si cela se reproduit, donnez cette référence à la personne qui gère Plenary : {reference}',
  'error.unknown-command': 'La commande « {word} » n’existe pas. Tapez <code>/plenary help</code> pour voir ce que Plenary sait faire.',
  'error.unknown-command-meant': 'La commande « {word} » n’existe pas. Vouliez-vous dire {command} ?',
  'error.unknown-action': 'Je ne connais pas « {word} » après {command}. Il y a : {actions}.',
  'error.unknown-option': '« {typed}: » n’existe pas ici. Il y a : {options}',
  'error.unknown-option-meant': 'Le filtre « {typed}: » n’existe pas. Vouliez-vous dire « {option}: » ? Essayez {corrected}',
  'error.too-many-words':
    'Je ne sais que faire de « {word} ». Mettez les valeurs de plusieurs mots entre guillemets : <code>place:"New York"</code>',
  'error.option-missing': 'Il manque quelque chose : {option} ({about}).',
  'error.option-too-long': '{option} : {max} caractères au plus, il y en a {length}. Raccourcissez un peu.',
  'error.option-wrong': '« {given} » ne convient pas pour {option} ({about}).',
  'error.option-choice': '« {given} » ne convient pas pour {option}. Choisissez parmi : {choices}.',
  'error.role':
    'Il faut au moins le rôle « {needed} » ; le vôtre est « {role} ». Si vous en avez besoin, parlez-en à l’équipe de coordination.',
  'error.not-shareable': 'Cette réponse est pour vous seulement : elle ne peut pas être partagée dans un canal.',
  'error.place-unknown':
    'Je ne connais pas le lieu « {given} ». Essayez un pays, une ville ou une région, par exemple <code>place:sweden</code> ou <code>region:europe</code>.',
  'error.theme-unknown': 'Le thème « {given} » n’existe pas. Voyez tous les thèmes avec <code>/library themes</code>.',
  'error.entry-unknown': 'La fiche « {id} » n’existe pas. Cherchez-la avec vos mots : <code>/library</code>, puis ce que vous cherchez.',
  'error.zone-unknown':
    'Je ne connais pas le fuseau horaire « {given} ». Tapez une grande ville de ce fuseau, par exemple <code>/my timezone Nairobi</code>.',
  'error.year-wrong': '« {given} » n’est pas une année. Essayez <code>year:2016</code>.',
}
