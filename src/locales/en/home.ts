/** Purpose: the first page. */
export const home = {
  'home.summary': 'Start here',
  'home.hello': 'Plenary is the memory and the clock of your coalition.',
  'home.library': 'Library',
  'home.library-text':
    '{total, plural, one {# entry} other {# entries}}: practices, recommendations and resources. Search in your own words with <code>/practice</code>.',
  'home.you': 'You',
  'home.you-text': 'Your role here is {role}; times are shown in {zone}.',
}
