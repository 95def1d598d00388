import { spawn } from 'node:child_process'
import { projectRoot } from './project.mjs'

const BEAT_MS = 10_000

const say = (name, since, end = '') => {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`  ${name.padEnd(24)} ${seconds} s${end}`)
}

/**
 * Runs a program as one step of a start: a line when it begins, one every ten seconds, and one with
 * the time it took. What it writes is shown only if it fails.
 * @param {{ name: string, command: string, args: string[], env?: Record<string, string>, shell?: boolean }} step
 * @returns {Promise<boolean>} whether it ended with 0
 */
export const runStep = ({ name, command, args, env = {}, shell = false }) =>
  new Promise((done) => {
    const since = performance.now()
    console.log(`  ${name} …`)
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    const beat = setInterval(() => say(name, since, ' …'), BEAT_MS)
    child.once('error', (error) => (output += String(error)))
    child.once('close', (code) => {
      clearInterval(beat)
      say(name, since, code === 0 ? '' : ' failed')
      if (code !== 0) console.error(`\n${output.trimEnd()}\n`)
      done(code === 0)
    })
  })
