/** Purpose: bring in the dates of another calendar: first what would come in and what not and why, then, by a button, just that. */
import type { ImportPlan } from '../../src/calendar/importing.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Card, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

const SHOWN = 6
const SHOWN_LEFT_OUT = 8

/** @param given the text of a calendar file, or its web address
 *  @param mark of the plan that was shown; nothing until somebody has seen one */
export async function importDates(context: Context, given: string, mark: string | undefined): Promise<Reply> {
  const { calendar, person, say, label } = context
  const plan = await calendar.importing.plan(person, given)
  if (!plan) throw new UserError('date.import-unclear', {}, { field: 'file' })
  const list = { label: label('date.button.list'), command: 'date list' }
  if (plan.fresh.length + plan.changed.length === 0)
    return { text: say('date.import.nothing', { same: plan.same }), cards: leftOutCards(context, plan), buttons: [list], instead: true }
  if (mark === plan.mark) {
    await calendar.importing.save(person, plan)
    return {
      text: say('date.imported', { added: plan.fresh.length, changed: plan.changed.length }),
      buttons: [{ ...list, look: 'primary' }],
      instead: true,
    }
  }
  const save = { label: label('date.button.import-save'), command: 'date import', options: { file: given, mark: plan.mark } }
  const values = { fresh: plan.fresh.length, changed: plan.changed.length, same: plan.same }
  return {
    text: [mark === undefined ? '' : `${label('date.import.other-now')} `, say('date.import.ask', values)].flat(),
    cards: [...plannedCards(context, plan), ...leftOutCards(context, plan)],
    buttons: [{ ...save, look: 'primary' }],
    ...(mark !== undefined && { instead: true }),
  }
}

/** The first of what would be saved; the last of them says how many more there are. */
function plannedCards({ calendar: { words }, person, label, now }: Context, { fresh, changed }: ImportPlan): Card[] {
  const all = [
    ...fresh.map(draft => ({ draft, note: undefined })),
    ...changed.map(({ draft, date }) => ({ draft, note: label('date.import.changes', { ref: date.ref }) })),
  ]
  const more = all.length - SHOWN
  return all.slice(0, SHOWN).map(({ draft, note }, at) => {
    const today = now().toZonedDateTimeISO(draft.zone).toPlainDate()
    const next = words.occurrencesFrom(draft, today.subtract({ days: draft.days - 1 }), 1)[0] ?? draft.startsOn
    const rule = words.ruleInWords(draft, person.language)
    const notes = [note, at === SHOWN - 1 && more > 0 ? label('date.import.more', { count: more }) : undefined].filter(
      text => text !== undefined,
    )
    return {
      title: draft.title,
      text: words.whenInWords(draft, next, person.language) + (rule === undefined ? '' : ` · ${rule}`),
      ...(notes.length > 0 && { note: notes.join(' · ') }),
    }
  })
}

function leftOutCards({ label }: Context, { leftOut }: ImportPlan): Card[] {
  if (leftOut.length === 0) return []
  const lines = leftOut.slice(0, SHOWN_LEFT_OUT).map(({ title, why }) => `${title || '–'}: ${label(`date.import.why.${why}`)}`)
  const more = leftOut.length - SHOWN_LEFT_OUT
  if (more > 0) lines.push(label('date.import.more', { count: more }))
  return [{ title: label('date.import.left-out', { count: leftOut.length }), text: lines.join('\n') }]
}
