/** Purpose: fetch a calendar from a web address that a person gave: only from the public internet, only so much, only for so long. */
import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { UserError } from '../../user-error.ts'
import { isPublicAddress } from './public-address.ts'

/** What may be asked; a test has a server of its own on loopback. */
export type Reach = {
  readonly protocols: readonly string[]
  readonly allows: (ip: string) => boolean
  readonly within: number
  readonly most: number
}
export const PUBLIC: Reach = { protocols: ['https:'], allows: isPublicAddress, within: 10_000, most: 2_000_000 }
const MOST_REDIRECTS = 3

/** `https://…` or `webcal://…`, and nothing else in the text. */
export const isCalendarAddress = (text: string) => /^(https?|webcals?):\/\/\S+$/i.test(text)

/** @throws UserError saying why the address gives no calendar */
export async function fetchCalendar(address: string, reach = PUBLIC): Promise<string> {
  const over = AbortSignal.timeout(reach.within)
  let url = readAddress(address.replace(/^webcals?:/i, 'https:'), reach)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await ask(url, reach, over)
    if ('text' in answer) return answer.text
    // Where it leads to is checked like the first one.
    url = readAddress(URL.parse(answer.location, url.href)?.href ?? '', reach)
  }
  throw trouble('date.import.no-answer', url)
}

function readAddress(text: string, { protocols, allows }: Reach): URL {
  const url = URL.parse(text)
  if (!url || !protocols.includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new UserError('date.import.address-wrong', { given: text.slice(0, 100) }, { field: 'file' })
  if (isIP(bare(url)) !== 0 && !allows(bare(url))) throw trouble('date.import.not-public', url)
  return url
}

/** IPv6 addresses stand in brackets. */
const bare = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

type Trouble = 'no-answer' | 'not-public' | 'too-large' | 'too-slow'
const trouble = (key: `date.import.${Trouble}`, url: URL) => new UserError(key, { host: url.host }, { field: 'file' })

class NotPublic extends Error {}

type Answer = { readonly text: string } | { readonly location: string }

async function ask(url: URL, reach: Reach, over: AbortSignal): Promise<Answer> {
  try {
    const response = await open(url, reach, over)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy()
      return { location: headers.location }
    }
    if (statusCode === 200) return { text: await readBody(response, url, reach) }
    response.destroy()
  } catch (error) {
    if (error instanceof UserError) throw error
    if (error instanceof NotPublic) throw trouble('date.import.not-public', url)
    if (over.aborted) throw trouble('date.import.too-slow', url)
  }
  throw trouble('date.import.no-answer', url)
}

/** The connection goes to the very address that was checked: a name that is asked twice could answer twice. */
const open = (url: URL, { allows }: Reach, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : requestPlain
    const headers = { accept: 'text/calendar, */*;q=0.1', 'accept-encoding': 'identity', 'user-agent': 'Plenary' }
    send(url, { agent: false, headers, signal, lookup: lookupWithin(allows) }, resolve)
      .on('error', reject)
      .end()
  })

const lookupWithin =
  (allows: Reach['allows']): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? []
      if (error || !first) return done(error ?? new Error('No address'), '')
      if (!found.every(({ address }) => allows(address))) return done(new NotPublic(host), '')
      if (options.all) return done(null, found)
      return done(null, first.address, first.family)
    })

async function readBody(response: IncomingMessage, url: URL, { most }: Reach): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > most) throw trouble('date.import.too-large', url)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
