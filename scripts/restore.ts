import { restoreBackup } from '@/database/backup'
import { env } from '@/env'
import { migrations } from '../migrations'
import { asTyped, onDatabase, runCommand, tell, tellOrStop } from './lib/target'

/** `npm run restore -- file [--yes]`: replaces database and uploads. See scripts/restore.mjs. */

await runCommand(async () => {
  const given = process.argv.slice(2)
  const [file] = given.filter((argument) => !argument.startsWith('--'))
  if (!file) throw new Error('Which backup? npm run restore -- <file> [--yes]')
  const archive = { file: asTyped(file), mediaDir: env.mediaDir }
  const options = { ...archive, replace: given.includes('--yes'), migrations }
  const manifest = await onDatabase((url) => restoreBackup({ ...options, url, log: tellOrStop }))
  tell(`Restored: ${manifest.tables.length} tables, ${manifest.media.length} uploads.`)
})
