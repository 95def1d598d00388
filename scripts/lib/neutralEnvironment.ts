import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Imported before the configuration by programs whose output must not depend on who runs them:
 * takes the caller's settings away, so that a .env or a shell's `DATABASE_URL` changes nothing.
 */
const kept =
  /^(?:PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|NODE_OPTIONS|CI|LANG|TZ|NO_COLOR|FORCE_COLOR)$/i

for (const name of Object.keys(process.env)) {
  if (!kept.test(name)) Reflect.deleteProperty(process.env, name)
}

Object.assign(process.env, {
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  PAYLOAD_SECRET: 'used for nothing while files are generated',
  // Named only: without a connection to a database nothing is written there.
  SEHAT_DATA_DIR: join(tmpdir(), `sehat-generate-${process.pid}`),
})
