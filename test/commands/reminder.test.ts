/** Purpose: reminders as a conversation, and how delivery is doing. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

describe.each(ENGINES)('$name', engine => {
  test('"in 3 weeks to send the report" is said back, saved, listed, stopped', async () => {
    const ana = (await makePlenary(await engine.newUrl())).member('ana', { zone: 'Africa/Nairobi' })
    const asked = await ana.says('/reminder me in 3 weeks to send the report')
    asked.hears('remind you “send the report”').hears(/Saturday,? 12 December 2026 at 09:00 \(Africa\/Nairobi\)/)
    ;(await ana.says('/reminder')).hears('You have no reminders yet')
    const saved = await ana.presses(asked.button('Yes, save'))
    saved.hears('I’ll remind you: “send the report”')
    ;(await ana.says('/reminder')).hears('1 reminder').hears('send the report').hears('2026-12-12T09:00')
    await ana.presses(saved.button('Undo'))
    ;(await ana.says('/reminder')).hears('You have no reminders yet')
  })

  test('one’s own is nobody else’s: not seen, not stopped, not in the calendar', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben] = [plenary.member('ana'), plenary.member('ben', { role: 'admin' })]
    await ana.presses((await ana.says('/reminder me tomorrow at 9 to call the lawyer')).button('Yes, save'))
    for (const line of ['/date show D-1', '/reminder stop R-1', '/reminder list', '/date list'])
      expect((await ben.says(line)).words).not.toContain('lawyer')
  })

  test('of a date: for me with other times, for the channel only by coordinators', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben] = [plenary.member('ana', { role: 'coordinator', zone: 'UTC' }), plenary.member('ben', { zone: 'UTC' })]
    ;(await ben.says('/reminder add 18-december')).hears('30 days before, 7 days before, 1 day before, and on the day, at 09:00 (UTC)')
    ;(await ben.says('/reminder add 18-december before:2w,3 at:08:30')).hears('14 days before and 3 days before, at 08:30')
    ;(await ben.says('/reminder list')).hears('1 reminder')
    ;(await ben.says('/reminder add 18-december to:here')).hears('coordinator')
    const here = await ana.says('/reminder add 18-december to:here')
    here.hears('I’ll remind this channel')
    ;(await ana.says('/reminder list')).hears('this channel')
    ;(await ben.presses(here.button('Undo'))).hears('coordinator')
  })

  test('a whole group is reminded only after one has seen whom that reaches', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'admin', zone: 'UTC' })
    for (const line of ['propose name:Ports', 'offer ports', 'launch ports']) await ana.says(`/group ${line}`)
    const asked = await ana.says('/reminder add 18-december to:ports before:7')
    asked.hears('Ports: this reaches 1 person through no channel yet; nothing is sent until there is one.')
    ;(await ana.says('/reminder list')).hears('You have no reminders yet')
    ;(await ana.presses(asked.button('Yes, remind them'))).hears('I’ll remind ports of')
    ;(await ana.says('/reminder list')).hears('1 reminder').hears('Goes to: Ports')
  })

  test('snooze and done, by the buttons of the message', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { zone: 'Europe/Paris' })
    await ana.says('/reminder add 25-november')
    const button = (command: string, more: object = {}) => ({ label: '', command, options: { id: '1', on: '2026-11-25', ...more } })
    ;(await ana.presses(button('reminder snooze', { for: '1d' }))).hears('2026-11-22T10:00')
    expect(await plenary.db.selectFrom('deliveries').select('key').where('key', 'like', '%snooze%').execute()).toHaveLength(1)
    ;(await ana.presses(button('reminder done'))).hears('Done')
    expect(await plenary.db.selectFrom('deliveries').select('key').execute()).toEqual([])
  })

  test('quiet hours and digest are kept, and switched off', async () => {
    const ana = (await makePlenary(await engine.newUrl())).member('ana', { zone: 'UTC' })
    ;(await ana.says('/reminder quiet 22:00-7:00')).hears('No reminders from 22:00 to 07:00 (UTC)')
    ;(await ana.says('/reminder digest 08:00')).hears('come together at 08:00')
    ;(await ana.says('/reminder quiet off')).hears('no quiet hours')
    ;(await ana.says('/reminder quiet midnight')).hears('I don’t understand')
  })
})

test('status says that nothing goes out while nothing runs', async () => {
  ;(await (await makePlenary()).member('ana').says('/plenary status')).hears('Nothing goes out at the moment')
})
