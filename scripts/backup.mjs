/** `npm run backup`: installs what is missing, then runs scripts/backup.ts. */
import './lib/nodeVersion.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runProgram } from './lib/program.mjs'

await ensureInstalled({ withDev: false })
runProgram('scripts/backup.ts', ...process.argv.slice(2))
