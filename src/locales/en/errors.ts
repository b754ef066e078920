/** Purpose: what went wrong and what to do next. */
export const errors = {
  'error.unexpected':
    'Something went wrong on our side. Please try again in a moment. If it happens again, give this reference to your operator: {reference}',
  'error.unknown-command': 'There is no command “{word}”. Type <code>/plenary help</code> to see what Plenary can do.',
  'error.unknown-command-meant': 'There is no command “{word}”. Did you mean {command}?',
  'error.unknown-action': 'I don’t know “{word}” after {command}. There is: {actions}.',
  'error.unknown-option': 'There is no “{typed}:” here. There is: {options}',
  'error.unknown-option-meant': 'There is no filter “{typed}:”. Did you mean “{option}:”? Try {corrected}',
  'error.too-many-words': 'I don’t know what to do with “{word}”. Put values of several words in quotes: <code>place:"New York"</code>',
  'error.option-missing': 'Something is missing: {option} ({about}).',
  'error.option-too-long': '{option} takes {max} characters at most; this has {length}. Please shorten it.',
  'error.option-wrong': '“{given}” doesn’t fit {option} ({about}).',
  'error.option-choice': '“{given}” doesn’t fit {option}. Choose one of: {choices}.',
  'error.role': 'This is for the role “{needed}” and above; you are “{role}”. Ask a coordinator if you need it.',
  'error.not-shareable': 'This answer is for you alone; it can’t be shared to a channel.',
  'error.place-unknown':
    'I don’t know the place “{given}”. Try a country, a city or a region such as <code>place:sweden</code> or <code>region:europe</code>.',
  'error.theme-unknown': 'There is no theme “{given}”. See them all with <code>/library themes</code>.',
  'error.entry-unknown': 'There is no entry “{id}”. Search for it in your own words: <code>/library</code> and what you look for.',
  'error.zone-unknown': 'I don’t know the time zone “{given}”. Type a large city in it, such as <code>/my timezone Nairobi</code>.',
  'error.year-wrong': '“{given}” is no year. Try <code>year:2016</code>.',
}
