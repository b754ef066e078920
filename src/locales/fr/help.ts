/** Purpose: teaching by example. */
export const help = {
  'help.summary': 'Voir ce que Plenary sait faire',
  'help.about-command': 'Une commande que vous voulez mieux connaître',
  'help.intro':
    'Plenary est la mémoire de votre coalition. Les réponses sont pour vous seulement, tant que vous ne les partagez pas. Essayez :',
  'help.more': 'En savoir plus sur {command}',
  'help.tip.title': 'Bon à savoir',
  'help.tip':
    'Écrivez comme cela vous vient : l’ordre, les accents et les petites fautes de frappe ne comptent pas. Les fiches sont en anglais, mais vos questions en français, espagnol, portugais ou arabe les trouvent aussi. Tout marche aussi sous la forme {umbrella}.',
  'help.who': 'Pour',
  'help.who.above': '{role} et plus',
  'form.submit': 'Valider',
}
