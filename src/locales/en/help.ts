/** Purpose: teaching by example. */
export const help = {
  'help.summary': 'See what Plenary can do',
  'help.about-command': 'A command you want to know more about',
  'help.intro': 'Plenary is the memory of your coalition. Answers are for you alone until you share them. Try one of these:',
  'help.more': 'More about {command}',
  'help.tip.title': 'Good to know',
  'help.tip':
    'Type as you think: order, accents and small typing mistakes don’t matter, and questions in French, Spanish, Portuguese or Arabic find the English entries. Everything also works as {umbrella}.',
  'help.who': 'For',
  'help.who.above': '{role} and above',
  'form.submit': 'Go',
}
