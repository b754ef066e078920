/** Purpose: keep compiled code between starts (loaded with --import, before all else). It halves the time to the first answer, and Node need not load
 *  its TypeScript compiler, 20 MB of it, into every process. That is why this one file is JavaScript. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
