/** `npm run restore`: installs what is missing, then runs scripts/restore.ts. */
import './lib/nodeVersion.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runProgram } from './lib/program.mjs'

await ensureInstalled({ withDev: false })
runProgram('scripts/restore.ts', ...process.argv.slice(2))
