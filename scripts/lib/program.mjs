import { spawn } from 'node:child_process'
import { nodeArguments, projectRoot } from './project.mjs'

/** Runs a TypeScript program of ours to its end, and ends as it did. */
export const runProgram = (program, ...args) => {
  const child = spawn(process.execPath, nodeArguments(program, ...args), {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  // It is told of Ctrl-C by the terminal; this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'))
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code) => process.exit(code ?? 1))
}
