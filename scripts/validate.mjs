/**
 * `npm run validate`: everything that can be checked without running the application.
 * Each step's output is shown only if it fails. Exit code 1 if any does.
 */
import './lib/nodeVersion.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { projectRoot } from './lib/project.mjs'

const PARALLEL = 2

const tool = (path, ...args) => [join(projectRoot, 'node_modules', path), ...args]

// These write files that the others read, so they come first.
const generating = [
  {
    name: 'generated files and migrations',
    args: ['--conditions=production', '--import', 'tsx', 'scripts/generate.ts', '--check'],
    // A program that waits for what never comes ends without an error: only its last word counts.
    lastWord: 'Everything generated is up to date.',
  },
  { name: 'formatting', args: tool('prettier/bin/prettier.cjs', '--check', '.') },
]

const reading = [
  {
    name: 'lint',
    args: tool(
      'eslint/bin/eslint.js',
      ...['.', '--max-warnings=0'],
      ...['--cache', '--cache-location', 'node_modules/.cache/eslint/'],
    ),
  },
  { name: 'types', args: tool('typescript/bin/tsc', '--noEmit') },
  {
    name: 'who may know whom',
    args: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.mjs', '.'],
    ),
  },
  { name: 'unused code and packages', args: tool('knip/bin/knip.js', '--no-progress') },
]

const run = ({ name, args, lastWord }) =>
  new Promise((done) => {
    const start = performance.now()
    console.log(`  …  ${name}`)
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => (output += String(error)))
    child.on('close', (code, signal) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      const finished = lastWord === undefined || output.includes(lastWord)
      const passed = code === 0 && finished
      console.log(`  ${passed ? '✔' : '✘'}  ${name} (${seconds} s)`)
      if (!passed) console.log(`\n${output.trimEnd() || '(no output)'}\n`)
      if (code === 0 && !finished) console.log(`  It ended without saying “${lastWord}”.\n`)
      if (signal) console.log(`  It was ended by ${signal}.\n`)
      done({ name, passed })
    })
  })

const runAll = async (steps) => {
  const waiting = [...steps]
  const results = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step))
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return results
}

await ensureInstalled()
console.log('Validating')
const results = [...(await runAll(generating)), ...(await runAll(reading))]
const failed = results.filter(({ passed }) => !passed)
console.log(
  failed.length === 0
    ? `\nAll ${results.length} checks passed.`
    : `\n${failed.length} of ${results.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1
