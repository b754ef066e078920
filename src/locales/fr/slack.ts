/** Purpose: what only Slack needs said. */
export const slack = {
  'slack.shared-by': 'Partagé par {name}',
  'slack.not-in-channel':
    'Je ne peux pas encore publier dans ce canal. Tapez ici <code>/invite @Plenary</code>, puis appuyez de nouveau sur le bouton.',
  'slack.no-channel':
    'Il n’y a pas de canal ici pour partager. Posez de nouveau la question dans un canal et appuyez là-bas sur le bouton.',
  'slack.channel-gone': 'Ce canal a été archivé ou supprimé : rien ne peut y être publié.',
  'slack.posting-restricted':
    'Tout le monde ne peut pas publier dans ce canal. Demandez à la personne qui le gère d’autoriser Plenary, puis appuyez de nouveau sur le bouton.',
  'slack.slow-down': 'Slack nous demande de ralentir. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'slack.unconfirmed': 'Slack n’a pas confirmé la publication. Regardez si elle est dans le canal avant d’appuyer de nouveau.',
  'slack.trouble': 'Slack n’a pas accepté la publication. Réessayez dans un instant.',
  'slack.form-late': 'Slack a fermé le formulaire avant qu’il ne s’ouvre. Appuyez sur le bouton pour l’ouvrir.',
  'slack.open-form': 'Ouvrir le formulaire',
  'slack.form-again': 'Corriger dans le formulaire',
  'slack.rest-in-file': 'C’est plus que ce qui tient ici dans des messages. La suite est dans le fichier {name}.',
  'slack.file-in-direct': 'Le fichier est dans nos messages directs, où vous seulement le voyez.',
  'slack.file-in-words': 'Je n’ai pas pu envoyer le fichier {name}. Voici ce qu’il contient\u202f:',
  'slack.file-lost': 'Je n’ai pas pu envoyer le fichier. Réessayez dans un instant.',
  'slack.too-much-here': 'C’est plus que ce que cette page peut contenir. Envoyez-moi la même demande en message direct pour tout voir.',
  'slack.button-forgotten': 'Ce bouton est trop ancien. Posez de nouveau la question.',
  'slack.close': 'Fermer',
  'slack.choose': 'Choisir…',
  'slack.type-to-search': 'Tapez pour chercher…',
}
