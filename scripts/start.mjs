/**
 * `npm start`: installs and builds what is missing or out of date, then runs the server.
 * `npm start -- --build-only` stops before the server.
 */
import './lib/nodeVersion.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runServer } from './lib/server.mjs'

await ensureInstalled()
await ensureBuilt()
if (!process.argv.includes('--build-only')) runServer('production')
