/** Loads the configuration, as every program does, and ends. For migrate.test.ts. */
import config from '@payload-config'
import { getPayload } from 'payload'

const payload = await getPayload({ config })
await payload.destroy()
process.exit(0)
