import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const SHOWN_LINES = 40

const git = (...args: string[]): string =>
  execFileSync('git', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  })

/** What git's index has of a file, or null. */
const indexed = (file: string): string | null => {
  try {
    return git('show', `:${file}`)
  } catch {
    return null
  }
}

/**
 * Compares a file with git's index.
 * @param file its path from the project's folder
 * @returns what is wrong, with the beginning of the difference; null if both are the same
 */
export const differenceFromIndex = (file: string): string | null => {
  const content = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (content.trim() === '') return `${file} was not written.`
  const known = indexed(file)
  if (known === null) return `${file} is not in git: git add it.`
  if (known === content) return null
  const difference = git('diff', '--no-color', '--stat', '--patch', '--unified=1', '--', file)
  const lines = difference.trimEnd().split('\n')
  const more = lines.length - SHOWN_LINES
  return [
    `${file} was out of date. It is as the configuration has it now: look at it and git add it.`,
    ...lines.slice(0, SHOWN_LINES),
    ...(more > 0 ? [`… and ${more} lines more`] : []),
  ].join('\n')
}
