/** Run by signals.test.ts: `npm start`'s way of running a server, with a small program as the server. */
import { runServer } from '../../scripts/lib/server.mjs'

runServer('production', ['tests/scripts/server.program.mjs', ...process.argv.slice(2)])
