import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** A path in the project's folder. */
export const inProject = (...path) => join(projectRoot, ...path)

/**
 * Node's arguments for a TypeScript program that loads the configuration. Lexical's development build
 * awaits at top level and never finishes loading on Node 20, hence the condition. A `.env` is read
 * where there is one; what the environment itself says goes first.
 */
export const nodeArguments = (program, ...rest) => [
  ...(existsSync(inProject('.env')) ? [`--env-file=${inProject('.env')}`] : []),
  ...['--conditions=production', '--import', 'tsx'],
  inProject(program),
  ...rest,
]
