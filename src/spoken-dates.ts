/** Purpose: the library that reads dates from free text. It takes 26 MB, so it is loaded with the first text that our own words do not cover. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const chrono = (): typeof import('chrono-node') => require('chrono-node')
