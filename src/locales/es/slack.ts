/** Purpose: what only Slack needs said. */
export const slack = {
  'slack.shared-by': 'Compartido por {name}',
  'slack.not-in-channel': 'Todavía no puedo publicar en este canal. Escribe aquí <code>/invite @Plenary</code> y pulsa otra vez el botón.',
  'slack.no-channel': 'Aquí no hay un canal donde compartir. Pregunta de nuevo en un canal y pulsa allí el botón.',
  'slack.channel-gone': 'Este canal se archivó o se eliminó, así que no se puede publicar nada en él.',
  'slack.posting-restricted':
    'No todo el mundo puede publicar en este canal. Pide a quien lo gestiona que deje publicar a Plenary y pulsa otra vez el botón.',
  'slack.slow-down': 'Slack nos pide ir más despacio. Inténtalo de nuevo en {seconds, plural, one {# segundo} other {# segundos}}.',
  'slack.unconfirmed': 'Slack no confirmó la publicación. Mira si está en el canal antes de pulsar otra vez.',
  'slack.trouble': 'Slack no aceptó la publicación. Inténtalo de nuevo en un momento.',
  'slack.form-late': 'Slack cerró el formulario antes de que pudiera abrirse. Pulsa el botón para abrirlo.',
  'slack.open-form': 'Abrir el formulario',
  'slack.form-again': 'Corregir en el formulario',
  'slack.rest-in-file': 'Esto es más de lo que cabe en los mensajes. El resto está en el archivo {name}.',
  'slack.file-in-direct': 'El archivo está en nuestros mensajes directos, donde solo tú lo ves.',
  'slack.file-in-words': 'No pude enviar el archivo {name}. Esto es lo que contiene:',
  'slack.file-lost': 'No pude enviar el archivo. Inténtalo de nuevo en un momento.',
  'slack.too-much-here': 'Esto es más de lo que cabe aquí. Envíame lo mismo en un mensaje directo para verlo todo.',
  'slack.button-forgotten': 'Este botón es demasiado antiguo. Pregunta de nuevo, por favor.',
  'slack.close': 'Cerrar',
  'slack.choose': 'Elegir…',
  'slack.type-to-search': 'Escribe para buscar…',
}
