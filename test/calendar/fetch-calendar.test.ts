/** Purpose: a calendar is fetched only from where everybody may read, only so much of it and only for so long; redirects are checked like the first address. */
import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { fetchCalendar, PUBLIC, type Reach } from '../../src/calendar/ics/fetch-calendar.ts'
import { isPublicAddress } from '../../src/calendar/ics/public-address.ts'
import { readCalendar } from '../../src/calendar/ics/read-calendar.ts'
import { UserError } from '../../src/user-error.ts'

/** A server on loopback stands for the internet; all else is behind the door. */
const HERE: Reach = { ...PUBLIC, protocols: ['http:', 'https:'], allows: ip => ip === '127.0.0.1', within: 300 }

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
}

const refused = async (work: Promise<string>) => {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  return error instanceof UserError ? error.key : error
}

test.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1'],
  ...['203.0.113.7', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fd00::1', 'ff02::1'],
  ...['64:ff9b::a00:1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'example.org', ''],
])('%s is not public', ip => expect(isPublicAddress(ip)).toBe(false))

test.each(['1.1.1.1', '9.9.9.9', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450:4001::1'])('%s is public', ip =>
  expect(isPublicAddress(ip)).toBe(true),
)

test('a calendar arrives, also by a redirect', async () => {
  const url = await serve((request, response) =>
    request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end('BEGIN:VCALENDAR'),
  )
  expect(await fetchCalendar(`${url}/old`, HERE)).toBe('BEGIN:VCALENDAR')
})

test('figures in disguise, names and redirects that lead inside are refused, before anybody is asked', async () => {
  let asked = 0
  const inside = await serve((_, response) => {
    asked++
    response.end('secret')
  })
  const port = new URL(inside).port
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
    expect(await refused(fetchCalendar(`http://${host}:${port}/`, { ...PUBLIC, protocols: ['http:'] })), host).toBe(
      'date.import.not-public',
    )
  const leads = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end())
  expect(await refused(fetchCalendar(leads, HERE))).toBe('date.import.not-public')
  const file = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
  expect(await refused(fetchCalendar(file, HERE))).toBe('date.import.address-wrong')
  expect(asked).toBe(0)
})

test('too large, too slow, too often elsewhere, not there, with a password', async () => {
  const large = await serve((_, response) => response.end('x'.repeat(2_000_001)))
  expect(await refused(fetchCalendar(large, { ...HERE, within: 5_000 }))).toBe('date.import.too-large')
  const slow = await serve((_, response) => void response.write('BEGIN'))
  expect(await refused(fetchCalendar(slow, HERE))).toBe('date.import.too-slow')
  const round = await serve((_, response) => response.writeHead(302, { location: '/again' }).end())
  expect(await refused(fetchCalendar(round, HERE))).toBe('date.import.no-answer')
  const missing = await serve((_, response) => response.writeHead(404).end())
  expect(await refused(fetchCalendar(missing, HERE))).toBe('date.import.no-answer')
  expect(await refused(fetchCalendar('https://ana:secret@example.org/', HERE))).toBe('date.import.address-wrong')
  expect(await refused(fetchCalendar('http://example.org/a.ics'))).toBe('date.import.address-wrong')
})

test('a zone by another program’s name is the one whose clock goes like it', () => {
  const rule = (name: string, from: string, to: string, month: number) => [
    `BEGIN:${name}`,
    'DTSTART:19700101T020000',
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${name}`,
  ]
  const text = [
    'BEGIN:VCALENDAR',
    ...[
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      ...rule('DAYLIGHT', '+0100', '+0200', 3),
      ...rule('STANDARD', '+0200', '+0100', 10),
    ],
    ...['END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Call', 'DTSTART;TZID=W. Europe Standard Time:20270611T090000', 'END:VEVENT'],
    'END:VCALENDAR',
  ].join('\r\n')
  const today = Temporal.PlainDate.from('2026-11-21')
  expect(readCalendar(text, 'Europe/Paris', today)?.dates[0]).toMatchObject({ zone: 'Europe/Paris' })
  const [found] = readCalendar(text, 'Africa/Nairobi', today)?.dates ?? []
  expect(found?.startsOn.toZonedDateTime({ timeZone: found.zone, plainTime: '09:00' }).offset).toBe('+02:00')
})
