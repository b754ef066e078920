/** Purpose: one line of JSON per event, ids at most: never texts by people, names or tokens. */
import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import type { Report } from '../command-kit/run-command.ts'

export type Log = Logger

/** What looks like a secret anywhere in an error: tokens of the platforms, passwords in addresses, long hex. */
const SECRETS = /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}|(?<=:\/\/[^:@/\s]*:)[^@\s]+(?=@)|\b[0-9a-f]{32,}\b/gi
export const withoutSecrets = (text: string) => text.replace(SECRETS, '[secret]')

export const makeLog = (level: string, destination?: { write(line: string): void }): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination ?? process.stderr,
  )

/** Logs a failure whole, with the short reference that the person was given. */
export const reportTo =
  (log: Log): Report =>
  (error, facts) => {
    const reference = randomBytes(4).toString('hex')
    log.error({ ...facts, reference, err: error }, 'a command failed')
    return reference
  }

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutSecrets(String(error)) }
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    ...('code' in error && { code: error.code }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
