/** Purpose: dates as scheduled events of a Discord server, and as a calendar file, in Spanish. */
export const events = {
  'date.publish.summary': 'Mostrar una fecha también como evento de tu servidor de Discord',
  'date.unpublish.summary': 'Retirar el evento de una fecha',
  'date.file.summary': 'Recibir una fecha como archivo para tu propio calendario',

  'event.place': 'Ver la descripción',
  'event.all-day': 'Todo el día; las horas mostradas son las de {zone}.',
  'event.renewed': 'Se repite {rule}. Cuando este haya pasado, aquí se anuncia el siguiente.',

  'event.published': 'Publicado: «{title}» ya es un evento de tu servidor de Discord.',
  'event.published-all':
    'Publicado: «{title}» ya es un evento de {count, plural, one {tu servidor de Discord} other {tus # servidores de Discord}}.',
  'event.once': 'Sigue lo que cambies aquí.',
  'event.repeats': 'Discord lo repite {rule}. Sigue lo que cambies aquí.',
  'event.renews':
    'Discord no puede repetirlo {rule}: el evento es para el {day}. Cuando haya pasado, Plenary publica el siguiente. Sigue lo que cambies aquí.',
  'event.whole-day': 'Discord no conoce días enteros: allí empieza a las 00:00 de {zone}.',
  'event.waiting': 'Discord no está accesible en este momento. «{title}» se publicará en cuanto sea posible.',
  'event.busy': '«{title}» se está publicando en este momento. Mira de nuevo en un minuto.',
  'event.nowhere':
    'Solo Discord tiene eventos programados, y ningún servidor de Discord pertenece aquí a tu coalición. «{title}» puede estar en el calendario de cada cual: sola, como archivo, o con todas las demás fechas, mediante una dirección de calendario.',
  'event.own': '«{title}» es solo para ti, así que no se puede publicar.',
  'event.hidden': '«{title}» está oculta. Recupérala primero, con <code>/date restore</code>.',
  'event.over': '«{title}» no tiene ningún día por venir que no haya empezado. Discord solo acepta lo que está por venir.',
  'event.taken-back': '«{title}» ya no es un evento de tu servidor de Discord.',
  'event.taking-back': 'Discord no está accesible en este momento. El evento de «{title}» se retirará en cuanto sea posible.',
  'event.not-published': '«{title}» no está publicada como evento.',
  'event.file': '«{title}» como archivo de calendario: ábrelo y tu propio calendario la incorpora.',

  'event-trouble.not-allowed':
    'Plenary no puede crear eventos en tu servidor de Discord. Quien gestione el servidor puede permitir «Crear eventos» (Ajustes del servidor → Roles → Plenary). Después pulsa otra vez.',
  'event-trouble.full':
    'Tu servidor de Discord tiene 100 eventos previstos, el máximo que Discord acepta. Termina o borra uno allí y después pulsa otra vez.',
  'event-trouble.space-gone': 'Plenary ya no está en ese servidor de Discord. Quien lo gestione puede invitar a Plenary de nuevo.',
  'event-trouble.refused': 'Discord no aceptó este evento. Por favor, avisa a quien se ocupa de Plenary.',
  'event-trouble.unreachable': 'Discord no está accesible en este momento; se intentará de nuevo.',

  'event.field': 'Evento en Discord',
  'event.see': 'Verlo allí',
  'event.is-waiting': 'Se publicará en cuanto Discord esté accesible',
  'event.was-deleted': 'Alguien lo borró en Discord',
  'event.goes': 'Se está retirando',
  'event.button.publish': 'Publicar en Discord',
  'event.button.again': 'Publicar de nuevo',
  'event.button.unpublish': 'Retirar de Discord',
  'event.button.file': 'Añadir a mi calendario',
  'event.button.feed': 'Todas las fechas, por una dirección',
}
