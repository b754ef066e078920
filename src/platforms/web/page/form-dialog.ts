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

export function openForm(options: FormOptions): void {
  const { form, announce } = options
  const fields = form.fields.map(field => makeField(field, form.command, announce))
  const trouble = el('p', { class: 'trouble', role: 'alert', dir: 'auto' })
  const submit = el('button', { type: 'submit', class: 'button primary', dir: 'auto' }, form.submit)
  const dialog: HTMLDialogElement = makeDialog(form.title, fields, [trouble, cancelButton(() => dialog.close()), submit])
  dialog.addEventListener('submit', event => {
    event.preventDefault()
    void whileBusy(submit, () => answer(options, { fields, trouble, dialog }))
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  fields[0]?.focus()
}

type Shown = { readonly fields: readonly ShownField[]; readonly trouble: HTMLElement; readonly dialog: HTMLDialogElement }

async function answer({ form, clock, send }: FormOptions, { fields, trouble, dialog }: Shown): Promise<void> {
  trouble.textContent = ''
  if (!check(fields)) return
  try {
    const complaint = await send({ ...form.options, ...filled(fields) })
    if (!complaint) return dialog.close()
    const field = fields.find(({ name }) => name === complaint.field)
    const words = plainText(complaint.text, clock)
    field?.complain(words)
    field?.focus()
    trouble.textContent = field ? '' : words
  } catch (failure) {
    trouble.textContent = say(`page.failed-${whyOf(failure)}`)
  }
}

function makeDialog(title: string, fields: readonly ShownField[], foot: readonly HTMLElement[]): HTMLDialogElement {
  const dialog: HTMLDialogElement = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    el(
      'form',
      { novalidate: true },
      el(
        'header',
        { class: 'dialog-head' },
        el('h2', { id: 'dialog-title', dir: 'auto' }, title),
        el('button', { type: 'button', class: 'quiet', 'aria-label': say('page.close'), onclick: () => dialog.close() }, icon('close')),
      ),
      el(
        'div',
        { class: 'questions' },
        fields.map(({ node }) => node),
      ),
      el('footer', { class: 'dialog-foot' }, foot),
    ),
  )
  return dialog
}

const cancelButton = (onCancel: () => void) =>
  el('button', { type: 'button', class: 'button plain', onclick: onCancel }, say('page.cancel'))

/** Points at what is missing, the first of it with the cursor. */
function check(fields: readonly ShownField[]): boolean {
  for (const field of fields) field.complain(field.missing())
  const first = fields.find(field => field.missing() !== undefined)
  first?.focus()
  return first === undefined
}

const filled = (fields: readonly ShownField[]): Options =>
  Object.fromEntries(fields.map((field): [string, string] => [field.name, field.value()]).filter(([, value]) => value !== ''))
