import { resolve } from 'node:path'
import { startEmbeddedPostgres } from '@/database/embedded'
import { env } from '@/env'

/** Runs work on the application's database: the one of `DATABASE_URL`, or the embedded one. */
export const onDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  if (env.databaseUrl) return work(env.databaseUrl)
  const postgres = await startEmbeddedPostgres({ dataDir: env.dataDir, log: tell })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

const began = performance.now()

/** Prints a line of progress, with the seconds since the program began. */
export const tell = (line: string): void => {
  process.stdout.write(`  ${((performance.now() - began) / 1000).toFixed(1)} s  ${line}\n`)
}

/** A path as whoever typed it meant it: npm changes into the project's folder, and tells from where. */
export const asTyped = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path)

let isInterrupted = false

/**
 * As `tell`, for work that can be broken off wherever it says something: after Ctrl-C it throws, so
 * that everything is undone on the way out.
 */
export const tellOrStop = (line: string): void => {
  if (isInterrupted) throw new Error('Interrupted. Nothing was changed.')
  tell(line)
}

/** Runs a command; what goes wrong is said in a sentence, and the exit code is 1. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  const interrupt = (): void => {
    isInterrupted = true
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    await command()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
