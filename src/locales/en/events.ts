/** Purpose: dates as scheduled events of a Discord server, and as a calendar file. */
export const events = {
  'date.publish.summary': 'Show a date as an event of your Discord server too',
  'date.unpublish.summary': 'Take back the event of a date',
  'date.file.summary': 'Get one date as a file for your own calendar',

  'event.place': 'See the description',
  'event.all-day': 'All day; the hours shown are those of {zone}.',
  'event.renewed': 'Recurs {rule}. When this one is over, the next is announced here.',

  'event.published': 'Published: “{title}” is an event of your Discord server now.',
  'event.published-all':
    'Published: “{title}” is an event of {count, plural, one {your Discord server} other {your # Discord servers}} now.',
  'event.once': 'It follows what you change here.',
  'event.repeats': 'Discord repeats it {rule}. It follows what you change here.',
  'event.renews':
    'Discord can’t repeat it {rule}: the event is for {day}. When that is over, Plenary publishes the next one. It follows what you change here.',
  'event.whole-day': 'Discord has no whole days: there it begins at 00:00 in {zone}.',
  'event.waiting': 'Discord can’t be reached just now. “{title}” is published as soon as it can be.',
  'event.busy': '“{title}” is being published at this moment. Look again in a minute.',
  'event.nowhere':
    'Only Discord has scheduled events, and no Discord server belongs to your coalition here. “{title}” can be in people’s own calendars instead: alone as a file, or with all other dates by a calendar address.',
  'event.own': '“{title}” is only for you, so it can’t be published.',
  'event.hidden': '“{title}” is hidden. Bring it back first, with <code>/date restore</code>.',
  'event.over': '“{title}” has no day to come that has not begun. Discord takes only what is still to come.',
  'event.taken-back': '“{title}” is no event of your Discord server any more.',
  'event.taking-back': 'Discord can’t be reached just now. The event of “{title}” is taken away as soon as it can be.',
  'event.not-published': '“{title}” is not published as an event.',
  'event.file': '“{title}” as a calendar file: open it, and your own calendar takes it in.',

  'event-trouble.not-allowed':
    'Plenary may not make events in your Discord server. Somebody who manages the server can allow “Create Events” (Server Settings → Roles → Plenary). Then press once more.',
  'event-trouble.full':
    'Your Discord server has 100 planned events, the most that Discord takes. End or delete one there, then press once more.',
  'event-trouble.space-gone': 'Plenary is no longer in that Discord server. Somebody who manages it can invite Plenary again.',
  'event-trouble.refused': 'Discord did not take this as an event. Please tell whoever runs Plenary.',
  'event-trouble.unreachable': 'Discord can’t be reached just now; it is tried again.',

  'event.field': 'Event in Discord',
  'event.see': 'See it there',
  'event.is-waiting': 'Is published as soon as Discord can be reached',
  'event.was-deleted': 'Somebody deleted it in Discord',
  'event.goes': 'Is being taken away',
  'event.button.publish': 'Publish in Discord',
  'event.button.again': 'Publish again',
  'event.button.unpublish': 'Take back from Discord',
  'event.button.file': 'Add to my calendar',
  'event.button.feed': 'All dates, by an address',
}
