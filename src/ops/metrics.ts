/** Purpose: numbers for whoever keeps Plenary running, in the Prometheus text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Observe } from '../command-kit/run-command.ts'
import type { DeliveryStatus } from '../delivery/status.ts'

export type Metrics = { readonly observe: Observe; text(): Promise<string>; readonly contentType: string }

/** @param entries how many entries the library holds, read at each scrape
 *  @param delivery how the outbox is doing */
export function makeMetrics(entries: () => number, delivery?: () => Promise<DeliveryStatus>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const commands = new Counter({
    name: 'plenary_commands_total',
    help: 'Commands by name and outcome.',
    labelNames: ['command', 'outcome'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'plenary_command_seconds',
    help: 'Time from a command to its reply, in seconds.',
    labelNames: ['command'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  })
  // There are as many as commands, and finding them by their labels takes longer than counting.
  const countOf = remembered((command: string, outcome: string) => commands.labels({ command, outcome }))
  const timesOf = remembered((command: string) => seconds.labels({ command }))
  new Gauge({
    name: 'plenary_library_entries',
    help: 'Entries in the index.',
    registers: [registry],
    collect() {
      this.set(entries())
    },
  })
  if (delivery) measureDelivery(registry, delivery)
  return {
    observe({ command, outcome, seconds: taken }) {
      countOf(command, outcome).inc()
      timesOf(command).observe(taken)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function remembered<T>(make: (...names: string[]) => T): (...names: string[]) => T {
  const known = new Map<string, T>()
  return (...names) => {
    const key = names.join(' ')
    const found = known.get(key) ?? make(...names)
    known.set(key, found)
    return found
  }
}

const STATES = ['waiting', 'late', 'failed', 'dropped', 'sent'] as const

/** A database that is away leaves the numbers as they were; `/readyz` says that it is away. */
function measureDelivery(registry: Registry, delivery: () => Promise<DeliveryStatus>): void {
  new Gauge({
    name: 'plenary_delivery_last_beat_seconds',
    help: 'When a worker was last seen, in seconds of UTC.',
    registers: [registry],
    async collect() {
      const status = await delivery().catch(() => undefined)
      if (status) this.set((status.lastBeat ?? 0) / 1000)
    },
  })
  new Gauge({
    name: 'plenary_deliveries',
    help: 'Deliveries by platform and state; failed, dropped and sent ones of the last 30 days.',
    labelNames: ['platform', 'state'],
    registers: [registry],
    async collect() {
      const status = await delivery().catch(() => undefined)
      if (!status) return
      for (const platform of status.platforms) for (const state of STATES) this.set({ platform: platform.platform, state }, platform[state])
    },
  })
}
