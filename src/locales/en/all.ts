/** Purpose: the catalogue of English, the language that the keys are checked against. */

import { enter } from './enter.ts'
import { errors } from './errors.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { labels } from './labels.ts'
import { library } from './library.ts'
import { my } from './my.ts'
import { page } from './page.ts'
import { slack } from './slack.ts'

export const en = { ...errors, ...help, ...labels, ...library, ...enter, ...home, ...my, ...page, ...slack }
