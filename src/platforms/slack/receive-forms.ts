/** Purpose: take what was filled into a dialog. Its acknowledgement carries the mistakes or the answer, as long as that is ready in time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { readButtonId } from '../../command-kit/button-id.ts'
import { plainText } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { type Asked, ask, formButton, makeAnswerView, makeFormView, show } from './answer.ts'
import { publishHome } from './home.ts'
import { FIELD_ERROR, WORK_BEFORE_ACK } from './limits.ts'
import { readFilled } from './modal.ts'
import { submissionBody } from './payloads.ts'
import { fullId } from './prepare.ts'
import type { ReceiveParts } from './receive.ts'
import { recall, type Spot } from './spot.ts'

type Submission = {
  readonly spot: Spot
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly fields: readonly string[]
}

export function receiveForms(app: App, parts: ReceiveParts): void {
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack())
  app.view(/.*/, async ({ ack, body }) => {
    const submission = await readSubmission(parts, body)
    const { spot, command, options, fields } = submission
    const asking = ask(parts, spot, { command, options })
    const asked = await Promise.race([asking, sleep(WORK_BEFORE_ACK, undefined, { ref: false })])
    if (!asked) {
      await ack()
      return showLate(parts, submission, await asking)
    }
    const { reply, label } = asked
    if (reply.mood === 'error' && fields.length > 0) return ack({ response_action: 'errors', errors: atField(asked, fields) })
    if (reply.form) return ack({ response_action: 'update', view: await makeFormView(parts, spot, asked, reply.form) })
    if (spot.channel !== undefined) {
      await ack()
      return show(parts, spot, asked)
    }
    await ack({
      response_action: 'update',
      view: await makeAnswerView(parts, spot, { ...asked, reply: { ...reply, text: reply.text || label('home.hello') } }),
    })
    await publishHome(parts, spot)
  })
}

async function readSubmission({ kept, self }: ReceiveParts, body: unknown): Promise<Submission> {
  const { user, team, view } = submissionBody.parse(body)
  const opened = recall(view.private_metadata)
  const { command, options } = readButtonId((await fullId(kept, opened.id)) ?? '')
  const spot: Spot = {
    team: team?.id ?? self()?.team ?? '',
    user: user.id,
    userName: user.name,
    channel: opened.channel,
    thread: opened.thread,
    private: opened.direct,
    overheard: opened.overheard,
    responseUrl: opened.url,
  }
  const { values } = view.state
  return { spot, command, options: { ...options, ...readFilled(values) }, fields: Object.keys(values) }
}

/** A mistake that no field is to blame for stands at the first one: so the dialog stays open with all that was typed. */
function atField({ reply }: Asked, fields: readonly string[]): Record<string, string> {
  const field = fields.find(name => name === reply.field) ?? fields[0] ?? ''
  return { [field]: shorten(plainText(reply.text), FIELD_ERROR) }
}

/** The dialog is closed by now: a mistake comes with a button that opens it again, filled as it was. */
function showLate(parts: ReceiveParts, { spot, command, options }: Submission, asked: Asked): Promise<void> {
  const { reply, label } = asked
  if (reply.mood !== 'error') return show(parts, spot, asked)
  const again = { label: label('slack.form-again'), command, options, form: true, look: 'primary' } as const
  if (reply.form) return show(parts, spot, { ...asked, reply: formButton(asked, reply.form) })
  return show(parts, spot, { ...asked, reply: { ...reply, buttons: [again, ...(reply.buttons ?? [])] } })
}
