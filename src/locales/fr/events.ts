/** Purpose: dates as scheduled events of a Discord server, and as a calendar file, in French. */
export const events = {
  'date.publish.summary': 'Montrer une date aussi comme événement de votre serveur Discord',
  'date.unpublish.summary': 'Retirer l’événement d’une date',
  'date.file.summary': 'Recevoir une date en fichier pour votre propre agenda',

  'event.place': 'Voir la description',
  'event.all-day': 'Toute la journée ; les heures affichées sont celles de {zone}.',
  'event.renewed': 'Revient {rule}. Quand celui-ci sera passé, le prochain sera annoncé ici.',

  'event.published': 'Publié : « {title} » est maintenant un événement de votre serveur Discord.',
  'event.published-all':
    'Publié : « {title} » est maintenant un événement de {count, plural, one {votre serveur Discord} other {vos # serveurs Discord}}.',
  'event.once': 'Il suit ce que vous changez ici.',
  'event.repeats': 'Discord le répète {rule}. Il suit ce que vous changez ici.',
  'event.renews':
    'Discord ne sait pas le répéter {rule} : l’événement est pour le {day}. Quand il sera passé, Plenary publiera le prochain. Il suit ce que vous changez ici.',
  'event.whole-day': 'Discord ne connaît pas de journées entières : là-bas, il commence à 00:00 ({zone}).',
  'event.waiting': 'Discord n’est pas joignable pour le moment. « {title} » sera publié dès que possible.',
  'event.busy': '« {title} » est en train d’être publié. Regardez de nouveau dans une minute.',
  'event.nowhere':
    'Seul Discord a des événements programmés, et aucun serveur Discord n’appartient ici à votre coalition. « {title} » peut être dans l’agenda de chacun : seule, en fichier, ou avec toutes les autres dates, par une adresse d’agenda.',
  'event.own': '« {title} » n’est que pour vous et ne peut donc pas être publié.',
  'event.hidden': '« {title} » est masqué. Rétablissez-le d’abord, avec <code>/date restore</code>.',
  'event.over': '« {title} » n’a plus de jour à venir qui n’ait pas commencé. Discord n’accepte que ce qui est encore à venir.',
  'event.taken-back': '« {title} » n’est plus un événement de votre serveur Discord.',
  'event.taking-back': 'Discord n’est pas joignable pour le moment. L’événement de « {title} » sera retiré dès que possible.',
  'event.not-published': '« {title} » n’est pas publié comme événement.',
  'event.file': '« {title} » en fichier d’agenda : ouvrez-le, et votre propre agenda le reprend.',

  'event-trouble.not-allowed':
    'Plenary ne peut pas créer d’événements dans votre serveur Discord. Une personne qui gère le serveur peut autoriser « Créer des évènements » (Paramètres du serveur → Rôles → Plenary). Appuyez ensuite encore une fois.',
  'event-trouble.full':
    'Votre serveur Discord a 100 événements prévus, le maximum que Discord accepte. Terminez-en ou supprimez-en un là-bas, puis appuyez encore une fois.',
  'event-trouble.space-gone': 'Plenary n’est plus dans ce serveur Discord. Une personne qui le gère peut inviter Plenary de nouveau.',
  'event-trouble.refused': 'Discord n’a pas accepté cet événement. Dites-le à la personne qui s’occupe de Plenary.',
  'event-trouble.unreachable': 'Discord n’est pas joignable pour le moment ; un nouvel essai suivra.',

  'event.field': 'Événement dans Discord',
  'event.see': 'Le voir là-bas',
  'event.is-waiting': 'Sera publié dès que Discord sera joignable',
  'event.was-deleted': 'Quelqu’un l’a supprimé dans Discord',
  'event.goes': 'Est en train d’être retiré',
  'event.button.publish': 'Publier dans Discord',
  'event.button.again': 'Publier de nouveau',
  'event.button.unpublish': 'Retirer de Discord',
  'event.button.file': 'Ajouter à mon agenda',
  'event.button.feed': 'Toutes les dates, par une adresse',
}
