/** Purpose: bringing in the dates of another calendar, in Spanish. */
export const calendarImport = {
  'date.import.summary': 'Traer las fechas de otro calendario (ICS)',
  'date.option.file': 'La dirección web de un calendario, o todo su texto de BEGIN:VCALENDAR a END:VCALENDAR',
  'date.button.import-save': 'Sí, traerlas',
  'date.import.ask':
    '{fresh, plural, =0 {No entraría ninguna fecha nueva} one {Entraría # fecha nueva} other {Entrarían # fechas nuevas}}{changed, plural, =0 {} one {, # cambiaría} other {, # cambiarían}}{same, plural, =0 {} one {, # ya está en el calendario} other {, # ya están en el calendario}}. ¿Lo guardo?',
  'date.import.nothing':
    'No hay nada que traer{same, plural, =0 {} one {: su única fecha ya está en el calendario} other {: sus # fechas ya están en el calendario}}.',
  'date.import.other-now': 'El calendario ha cambiado desde que lo viste.',
  'date.import.changes': 'cambia {ref}',
  'date.import.more': 'y {count} más',
  'date.import.left-out': '{count, plural, one {# entrada queda fuera} other {# entradas quedan fuera}}',
  'date.imported':
    '{added, plural, =0 {No entró ninguna fecha nueva} one {Entró # fecha nueva} other {Entraron # fechas nuevas}}{changed, plural, =0 {} one {, # se puso al día} other {, # se pusieron al día}}.',
  'date.import-unclear':
    'Esto no es un archivo de calendario. Da su dirección web, o pega todo su texto, de BEGIN:VCALENDAR a END:VCALENDAR.',
  'date.import.why.no-title': 'no tiene título',
  'date.import.why.no-day': 'no se puede leer su día',
  'date.import.why.rule': 'se repite de una manera que no conozco',
  'date.import.why.zone': 'no se conoce su zona horaria, la hora podría ser errónea',
  'date.import.why.changed-day': 'cambia un solo día de una serie; la serie entra entera',
  'date.import.why.cancelled': 'fue cancelada',
  'date.import.why.over': 'ya pasó',
  'date.import.why.too-many': 'no entran más de 500 a la vez',
  'date.import.address-wrong': 'No puedo leer «{given}». Da una dirección que empiece por https:// o webcal://, sin contraseña.',
  'date.import.not-public': 'Solo leo calendarios publicados en internet; {host} no está allí.',
  'date.import.too-large': 'El calendario de {host} ocupa más de 2 MB. Pide uno más pequeño, o trae una parte.',
  'date.import.too-slow': '{host} no respondió en 10 segundos. Inténtalo más tarde.',
  'date.import.no-answer': '{host} no da ningún calendario en esta dirección. Compruébala, y que se pueda leer sin iniciar sesión.',
}
