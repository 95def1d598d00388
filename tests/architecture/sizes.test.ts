import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** An endpoint parses, calls an operation and presents; a collection is configuration. Neither has rules. */
const LIMITS = { endpoints: 40, collections: 150 }

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)

/** Lines that do something: neither empty, nor comment, nor import. */
const linesOfCode = (source: string): number =>
  source
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^import\s[^']*'[^']*'$/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length

const linesIn = (source: string): number => source.trimEnd().split('\n').length

type Finding = { file: string; lines: number }

/** Every source file in `plugins/<plugin>/<folder>`, however deep, with what `count` says of it. */
const measure = async (
  plugins: string,
  folder: string,
  count: (source: string) => number,
): Promise<Finding[]> => {
  const entries = await readdir(plugins, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => relative(plugins, path).split('/')[1] === folder)
  return Promise.all(
    paths.map(async (path) => ({
      file: relative(plugins, path),
      lines: count(await readFile(path, 'utf8')),
    })),
  )
}

const tooLong = async (plugins: string): Promise<string[]> => {
  const endpoints = await measure(plugins, 'endpoints', linesOfCode)
  const collections = await measure(plugins, 'collections', linesIn)
  return [
    ...endpoints.filter(({ lines }) => lines > LIMITS.endpoints),
    ...collections.filter(({ lines }) => lines > LIMITS.collections),
  ]
    .map(({ file, lines }) => `${file}: ${lines}`)
    .sort()
}

const project = resolve(import.meta.dirname, '../../src/plugins')

describe('the size of files', () => {
  let root: string

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'sizes-'))
    const code = (lines: number): string => 'run()\n'.repeat(lines)
    const files = {
      'pharmacy/endpoints/short.ts': `/*\n * Says why.\n */\n\n// And how.\nimport { run,\n} from 'it'\nimport './it'\n${code(40)}`,
      'pharmacy/endpoints/desk/long.ts': code(41),
      'pharmacy/endpoints/long.test.ts': code(400),
      'pharmacy/operations/long.ts': code(400),
      'pharmacy/collections/short.ts': code(150),
      'pharmacy/collections/long.ts': `${code(150)}// comments count here\n`,
    }
    for (const [path, source] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), source)
    }
  })

  afterAll(() => rm(root, { recursive: true, force: true }))

  it('is measured as it should be', async () => {
    expect(await tooLong(root)).toEqual([
      'pharmacy/collections/long.ts: 151',
      'pharmacy/endpoints/desk/long.ts: 41',
    ])
  })

  it(`keeps handlers at ${LIMITS.endpoints} lines of code and collections at ${LIMITS.collections} lines`, async () => {
    expect((await measure(project, 'collections', linesIn)).length).toBeGreaterThan(0)
    expect(await tooLong(project)).toEqual([])
  })
})
