/** Purpose: the first page. */
export const home = {
  'home.summary': 'Empezar aquí',
  'home.hello': 'Plenary es la memoria y el reloj de tu coalición.',
  'home.library': 'Biblioteca',
  'home.library-text':
    '{total, plural, one {# ficha} other {# fichas}}: prácticas, recomendaciones y recursos. Busca con tus palabras: <code>/practice</code>.',
  'home.you': 'Tú',
  'home.you-text': 'Tu rol aquí: {role}. Las horas se muestran según {zone}.',
}
