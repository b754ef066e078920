/** Purpose: a short run of the chaos test; `npm run bench:chaos` is the long one. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runChaos } from '../support/chaos/run-chaos.ts'
import { newPostgresDatabase } from '../support/engines.ts'
import { newDataDir } from '../support/run-plenary.ts'

const clean = { missing: 0, twice: 0, strangers: 0 }

test('one process on SQLite, killed at random points: each reminder is there once', { timeout: 120_000 }, async () => {
  const outcome = await runChaos({ databaseUrl: join(newDataDir(), 'chaos.sqlite'), processes: 1, kills: 6, seed: 1 })
  expect(outcome).toMatchObject(clean)
})

test('three processes on PostgreSQL, killed at random points: each reminder is there once', { timeout: 120_000 }, async () => {
  const outcome = await runChaos({ databaseUrl: await newPostgresDatabase(), processes: 3, kills: 6, seed: 2 })
  expect(outcome).toMatchObject(clean)
})
