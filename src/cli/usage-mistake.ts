/** Purpose: read the words after a command, and say in one line what is wrong with them. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

export class UsageMistake extends Error {}

/** @throws UsageMistake for an option that the command does not have */
export function readArguments<const C extends ParseArgsConfig>(config: C) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageMistake(`${error instanceof Error ? error.message : String(error)} See --help.`)
  }
}

/** @throws UsageMistake naming what is allowed */
export function oneOf<const T extends string>(name: string, allowed: readonly T[], given: string): T {
  const found = allowed.find(value => value === given)
  if (found === undefined) throw new UsageMistake(`--${name} takes one of: ${allowed.join(', ')}; it was “${given}”.`)
  return found
}
