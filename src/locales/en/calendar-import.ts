/** Purpose: bringing in the dates of another calendar. */
export const calendarImport = {
  'date.import.summary': 'Bring in dates from another calendar (ICS)',
  'date.option.file': 'The web address of a calendar, or its whole text from BEGIN:VCALENDAR to END:VCALENDAR',
  'date.button.import-save': 'Yes, bring them in',
  'date.import.ask':
    '{fresh, plural, =0 {No new date} one {# new date} other {# new dates}} would come in{changed, plural, =0 {} one {, # would be changed} other {, # would be changed}}{same, plural, =0 {} one {, # is in the calendar already} other {, # are in the calendar already}}. Shall I save this?',
  'date.import.nothing':
    'There is nothing to bring in{same, plural, =0 {} one {: its one date is in the calendar already} other {: its # dates are in the calendar already}}.',
  'date.import.other-now': 'The calendar has changed since you looked.',
  'date.import.changes': 'changes {ref}',
  'date.import.more': 'and {count} more',
  'date.import.left-out': '{count, plural, one {# entry stays out} other {# entries stay out}}',
  'date.imported':
    '{added, plural, =0 {No new date} one {# new date} other {# new dates}} came in{changed, plural, =0 {} one {, # was brought up to date} other {, # were brought up to date}}.',
  'date.import-unclear': 'This is no calendar file. Give its web address, or paste its whole text, from BEGIN:VCALENDAR to END:VCALENDAR.',
  'date.import.why.no-title': 'it has no title',
  'date.import.why.no-day': 'its day can’t be read',
  'date.import.why.rule': 'it recurs in a way that I don’t know',
  'date.import.why.zone': 'its time zone is not known, so the hour could be wrong',
  'date.import.why.changed-day': 'it changes one day of a series; the series comes in as a whole',
  'date.import.why.cancelled': 'it was cancelled',
  'date.import.why.over': 'it is over',
  'date.import.why.too-many': 'only 500 can come in at once',
  'date.import.address-wrong': 'I can’t read “{given}”. Give an address that begins with https:// or webcal://, without a password in it.',
  'date.import.not-public': 'I only read calendars on the public internet; {host} is not there.',
  'date.import.too-large': 'The calendar at {host} is larger than 2 MB. Ask for a smaller one, or import a part of it.',
  'date.import.too-slow': '{host} did not answer within 10 seconds. Try again later.',
  'date.import.no-answer': '{host} gives no calendar at this address. Check it, and that it can be read without signing in.',
}
