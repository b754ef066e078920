/** Purpose: what went wrong and what to do next. */
export const errors = {
  'error.unexpected':
    'Algo ha fallado de nuestro lado. Inténtalo de nuevo en un momento. Si vuelve a pasar, da esta referencia a quien administra Plenary: {reference}',
  'error.unknown-command': 'No existe el comando «{word}». Escribe <code>/plenary help</code> para ver qué puede hacer Plenary.',
  'error.unknown-command-meant': 'No existe el comando «{word}». ¿Querías decir {command}?',
  'error.unknown-action': 'No conozco «{word}» después de {command}. Existen: {actions}.',
  'error.unknown-option': 'Aquí no existe «{typed}:». Existen: {options}',
  'error.unknown-option-meant': 'No existe el filtro «{typed}:». ¿Querías decir «{option}:»? Prueba {corrected}',
  'error.too-many-words': 'No sé qué hacer con «{word}». Pon entre comillas los valores de varias palabras: <code>place:"New York"</code>',
  'error.option-missing': 'Falta algo: {option} ({about}).',
  'error.option-too-long': '{option} admite {max} caracteres como máximo; aquí hay {length}. Acórtalo un poco.',
  'error.option-wrong': '«{given}» no sirve para {option} ({about}).',
  'error.option-choice': '«{given}» no sirve para {option}. Elige entre: {choices}.',
  'error.role': 'Para esto hace falta al menos el rol «{needed}»; el tuyo es «{role}». Si lo necesitas, pídelo al equipo de coordinación.',
  'error.not-shareable': 'Esta respuesta es solo para ti; no se puede compartir en un canal.',
  'error.place-unknown':
    'No conozco el lugar «{given}». Prueba con un país, una ciudad o una región, por ejemplo <code>place:sweden</code> o <code>region:europe</code>.',
  'error.theme-unknown': 'No existe el tema «{given}». Míralos todos con <code>/library themes</code>.',
  'error.entry-unknown': 'No existe la ficha «{id}». Búscala con tus palabras: <code>/library</code> y lo que buscas.',
  'error.zone-unknown':
    'No conozco la zona horaria «{given}». Escribe una ciudad grande de esa zona, por ejemplo <code>/my timezone Nairobi</code>.',
  'error.year-wrong': '«{given}» no es un año. Prueba <code>year:2016</code>.',
}
