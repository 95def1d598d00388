/** `npm test`: vitest, after the packages. Arguments go to vitest: `npm test -- src/plugins/pharmacy`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, projectRoot } from './lib/install.mjs'

ensureInstalled()
const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
