/** Purpose: what is said when something could not be sent, or came late; in Spanish. */
export const delivery = {
  'delivery.refused.gone':
    'Ya no puedo escribir en {place}: se borró o se archivó. Lo previsto para ese canal no se envía. Elige otro lugar con <code>/reminder</code>.',
  'delivery.refused.not-a-member':
    'No puedo escribir en {place}: ya no estoy en ese canal. Invítame de nuevo; lo que venga después se enviará.',
  'delivery.refused.blocked': 'No puedo escribir a {place} en privado: no acepta mis mensajes directos. Lo previsto no se envía.',
  'delivery.refused.not-allowed':
    'No puedo escribir en {place}: no tengo permiso. Pide a quien administra ese canal que me lo dé; lo que venga después se enviará.',
  'delivery.refused.too-large': 'Un mensaje para {place} era demasiado largo y no se envió. Acorta la descripción de la fecha, por favor.',
  'delivery.late-words': 'Con retraso: estaba previsto {due}.',
  'delivery.late': 'Con retraso: estaba previsto {due}; Plenary no funcionaba.',
}
