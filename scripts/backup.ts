import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { createBackup } from '@/database/backup'
import { env } from '@/env'
import { asTyped, onDatabase, runCommand, tell, tellOrStop } from './lib/target'

/** `npm run backup [-- file]`: database and uploads into one archive. See scripts/backup.mjs. */

const defaultName = (): string => {
  const now = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  return `backups/sehat-${now}.tar.gz`
}

await runCommand(async () => {
  const [given] = process.argv.slice(2)
  const file = given ? asTyped(given) : resolve(defaultName())
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  if (process.env.S3_BUCKET)
    tell('Uploads in S3 are not part of a backup: back up the bucket itself.')
  const options = { mediaDir: env.mediaDir, file, appVersion: version, log: tellOrStop }
  await onDatabase((url) => createBackup({ ...options, url }))
  const megabytes = (statSync(file).size / 1e6).toFixed(1)
  tell(`${file} is written (${megabytes} MB). It holds personal data: keep it safe.`)
})
