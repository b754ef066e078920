/** Purpose: how Discord says no. */
export type Refusal = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

export const refuse = (status: number, code: number, message: string): Refusal => ({ status, body: { code, message } })

export const refuseForm = (mistakes: readonly string[]): Refusal => ({
  status: 400,
  body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: mistakes.map(message => ({ code: 'INVALID', message })) } },
})

export const slowDown = (seconds: number): Refusal => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
  headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
})
