/** Purpose: ask a form's questions in a dialog, which stays open, with all its words, until the answer is accepted. */

import type { Form } from '../../../reply.ts'
import type { WireReply } from '../wire.ts'
import { whyOf } from './api.ts'
import type { Clock } from './clock.ts'
import { el } from './el.ts'
import { makeField, type ShownField } from './form-field.ts'
import { icon } from './icons.ts'
import { plainText } from './plain-text.ts'
import { whileBusy } from './show-buttons.ts'
import { say } from './strings.ts'

type Options = Readonly<Record<string, string>>
export type FormOptions = {
  readonly form: Form
  readonly clock: Clock
  readonly announce: (words: string) => void
  /** Gives back the reply if it is a complaint, so that the dialog stays. */
  send(options: Options): Promise<WireReply | undefined>
}

export function openForm({ form, clock, announce, send }: FormOptions): void {
  const fields = form.fields.map(field => makeField(field, form.command, announce))
  const trouble = el('p', { class: 'trouble', role: 'alert', dir: 'auto' })
  const submit = el('button', { type: 'submit', class: 'button primary', dir: 'auto' }, form.submit)
  const dialog: HTMLDialogElement = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    el(
      'form',
      { novalidate: true },
      el(
        'header',
        { class: 'dialog-head' },
        el('h2', { id: 'dialog-title', dir: 'auto' }, form.title),
        el('button', { type: 'button', class: 'quiet', 'aria-label': say('page.close'), onclick: () => dialog.close() }, icon('close')),
      ),
      el(
        'div',
        { class: 'questions' },
        fields.map(({ node }) => node),
      ),
      el(
        'footer',
        { class: 'dialog-foot' },
        trouble,
        el('button', { type: 'button', class: 'button plain', onclick: () => dialog.close() }, say('page.cancel')),
        submit,
      ),
    ),
  )
  const complain = (name: string | undefined, words: string) => {
    const field = fields.find(shown => shown.name === name)
    field?.complain(words)
    field?.focus()
    trouble.textContent = field ? '' : words
  }
  const answer = async () => {
    if (!check(fields)) return
    trouble.textContent = ''
    try {
      const complaint = await send({ ...form.options, ...filled(fields) })
      if (complaint) complain(complaint.field, plainText(complaint.text, clock))
      else dialog.close()
    } catch (failure) {
      trouble.textContent = say(`page.failed-${whyOf(failure)}`)
    }
  }
  dialog.querySelector('form')?.addEventListener('submit', event => {
    event.preventDefault()
    void whileBusy(submit, answer)
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  fields[0]?.focus()
}

/** Points at what is missing, the first of it with the cursor. */
function check(fields: readonly ShownField[]): boolean {
  for (const field of fields) field.complain(field.missing())
  const first = fields.find(field => field.missing() !== undefined)
  first?.focus()
  return first === undefined
}

const filled = (fields: readonly ShownField[]): Options =>
  Object.fromEntries(fields.map((field): [string, string] => [field.name, field.value()]).filter(([, value]) => value !== ''))
