/** Purpose: numbers for whoever keeps Plenary running, in the Prometheus text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Observe } from '../command-kit/run-command.ts'

export type Metrics = { readonly observe: Observe; text(): Promise<string>; readonly contentType: string }

/** @param entries how many entries the library holds, read at each scrape */
export function makeMetrics(entries: () => number): Metrics {
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
  new Gauge({
    name: 'plenary_library_entries',
    help: 'Entries in the index.',
    registers: [registry],
    collect() {
      this.set(entries())
    },
  })
  return {
    observe({ command, outcome, seconds: taken }) {
      commands.inc({ command, outcome })
      seconds.observe({ command }, taken)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
