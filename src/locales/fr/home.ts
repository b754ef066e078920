/** Purpose: the first page. */
export const home = {
  'home.summary': 'Commencer ici',
  'home.hello': 'Plenary est la mémoire et l’horloge de votre coalition.',
  'home.library': 'Bibliothèque',
  'home.library-text':
    '{total, plural, one {# fiche} other {# fiches}} : pratiques, recommandations et ressources. Cherchez avec vos mots : <code>/practice</code>.',
  'home.you': 'Vous',
  'home.you-text': 'Votre rôle ici : {role}. Les heures affichées sont celles de {zone}.',
}
