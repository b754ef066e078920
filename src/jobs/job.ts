/** Purpose: something that is done by the clock. Each may be run again for the same moment, and must then change nothing twice. */

export type Job = { readonly name: string; readonly every: 'minute' | 'hour' | 'day'; run(now: Temporal.Instant): Promise<void> }
