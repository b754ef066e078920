/** Purpose: teaching by example. */
export const help = {
  'help.summary': 'Ver qué puede hacer Plenary',
  'help.about-command': 'Un comando del que quieres saber más',
  'help.intro': 'Plenary es la memoria de tu coalición. Las respuestas son solo para ti hasta que las compartas. Prueba con algo de esto:',
  'help.more': 'Más sobre {command}',
  'help.tip.title': 'Conviene saber',
  'help.tip':
    'Escribe como te salga: no importan el orden, los acentos ni los pequeños errores. Las fichas están en inglés, pero también las encuentran tus preguntas en español, francés, portugués o árabe. Todo funciona también así: {umbrella}.',
  'help.who': 'Para',
  'help.who.above': '{role} o más',
  'form.submit': 'Aceptar',
}
