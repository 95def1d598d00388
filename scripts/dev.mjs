/** `npm run dev`: installs what is missing, then runs the server with Next in development mode. */
import './lib/nodeVersion.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runServer } from './lib/server.mjs'

await ensureInstalled()
runServer('development')
