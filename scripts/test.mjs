/**
 * `npm test`: vitest, after everything that the tests need: packages, built pages, a browser, a Redis.
 * Arguments go to vitest: `npm test -- src/plugins/pharmacy`.
 */
import './lib/nodeVersion.mjs'
import { spawn } from 'node:child_process'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inProject, projectRoot } from './lib/project.mjs'
import { ensureRedisServer } from './lib/redisServer.mjs'

await ensureInstalled()
await ensureBuilt()
const chromium = await ensureChromium()
const redisServer = await ensureRedisServer()

const vitest = inProject('node_modules/vitest/vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: projectRoot,
  env: {
    ...process.env,
    CHROMIUM_PATH: chromium,
    REDIS_SERVER_PATH: redisServer,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=production`.trim(),
  },
  stdio: 'inherit',
})
// vitest is told by whoever told us, and must be waited for: it stops its Postgres.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('error', (error) => {
  console.error(`vitest could not be started: ${error.message}`)
  process.exit(1)
})
child.once('exit', (code) => process.exit(code ?? 1))
