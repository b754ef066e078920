/** Purpose: what is said when something could not be sent, or came late; in French. */
export const delivery = {
  'delivery.refused.gone':
    'Je ne peux plus écrire dans {place} : ce canal a été supprimé ou archivé. Ce qui y était prévu n’est pas envoyé. Choisissez un autre canal avec <code>/reminder</code>.',
  'delivery.refused.not-a-member':
    'Je ne peux plus écrire dans {place} : je n’y suis plus. Invitez-moi de nouveau ; la suite sera envoyée.',
  'delivery.refused.blocked':
    'Je ne peux pas écrire à {place} en privé : mes messages directs n’y sont pas acceptés. Ce qui était prévu n’est pas envoyé.',
  'delivery.refused.not-allowed':
    'Je ne peux pas écrire dans {place} : je n’en ai pas le droit. Demandez à la personne qui gère ce canal de me l’accorder ; la suite sera envoyée.',
  'delivery.refused.too-large': 'Un message pour {place} était trop long et n’a pas été envoyé. Raccourcissez la description de la date.',
  'delivery.late-words': 'En retard : c’était prévu {due}.',
  'delivery.late': 'En retard : c’était prévu {due} ; Plenary ne fonctionnait pas.',
}
