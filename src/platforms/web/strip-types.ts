/** Purpose: run as a process of its own: read TypeScript files, print them without their types as one JSON object.
 *  Node's compiler takes 20 MB that a server would never give back. */
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { basename } from 'node:path'

const files = process.argv.slice(2)
const stripped = await Promise.all(files.map(async file => [basename(file), stripTypeScriptTypes(await readFile(file, 'utf8'))]))
process.stdout.write(JSON.stringify(Object.fromEntries(stripped)))
