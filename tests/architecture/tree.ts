import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'

import type { Edge } from './edges'
import { edges, orphan } from './edges'

const isOurs = (path: string): boolean =>
  /^(?:src|tests|scripts|migrations)\/|^payload\.config\.ts$/.test(path)

const specifier = (to: string): string => {
  if (to === 'payload.config.ts') return '@payload-config'
  if (to.startsWith('src/')) return to.replace('src/', '@/').replace(/\.tsx?$/, '')
  return to
}

const importLine = ({ from, to, kind }: Edge): string => {
  const isOutside = isOurs(to) && !to.startsWith('src/') && to !== 'payload.config.ts'
  const path = isOutside ? relative(dirname(from), to).replace(/\.ts$/, '') : specifier(to)
  const source = isOutside && !path.startsWith('.') ? `./${path}` : path
  return kind === 'type' ? `import type { It } from '${source}'` : `import '${source}'`
}

export const packages = ['pg', 'react', '@google/generative-ai', 'dev-only', 'unlisted']

/** Path → content of a small project that has exactly these imports. */
const files = (): Record<string, string> => {
  const modules = [orphan, ...edges.flatMap(({ from, to }) => [from, to])].filter(isOurs)
  const sources = modules.map((path) => {
    const imports = edges.filter(({ from }) => from === path).map(importLine)
    return [path, [...imports, 'export type It = string', 'export const it = 1'].join('\n')]
  })
  return {
    ...(Object.fromEntries(sources) as Record<string, string>),
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { pg: '1.0.0', react: '1.0.0', '@google/generative-ai': '1.0.0' },
      devDependencies: { 'dev-only': '1.0.0' },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'esnext',
        moduleResolution: 'bundler',
        allowJs: true,
        paths: { '@/*': ['./src/*'], '@payload-config': ['./payload.config.ts'] },
      },
    }),
    ...Object.fromEntries(
      packages.flatMap((name) => [
        [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`],
        [`node_modules/${name}/index.js`, 'module.exports = {}'],
      ]),
    ),
  }
}

const projectRoot = resolve(import.meta.dirname, '../..')

/** Runs the project's rules over the tree in `cwd`: the sorted `rule: from → to` of each violation. */
export const judge = async (cwd: string): Promise<string[]> => {
  const command = [
    join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', join(projectRoot, '.dependency-cruiser.mjs'), '--output-type', 'json'],
    ...['src', 'tests', 'scripts', 'payload.config.ts'],
  ]
  const output = await new Promise<string>((done, fail) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (stdout) done(stdout)
      else fail(new Error(stderr, { cause: error }))
    })
  })
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  }
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort()
}

/** Writes the project of `edges` into the folder `root`. */
export const plant = async (root: string): Promise<void> => {
  for (const [path, source] of Object.entries(files())) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), source)
  }
}
