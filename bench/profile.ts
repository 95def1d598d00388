import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What V8's profiler gives (Chrome DevTools Protocol, Profiler.Profile). */
export type Profile = {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
  }[]
  samples: number[]
  timeDeltas: number[]
}

const SHOWN = 25
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The package, the folder of ours, or Node's own. */
const ownerOf = (url: string): string => {
  if (url === '') return '(V8)'
  if (url.startsWith('node:')) return `node (${url.split('/')[0]})`
  const path = url.startsWith('file:') ? fileURLToPath(url) : url
  const inside = path.split('node_modules/').at(-1)!
  const [first = '', second = ''] = inside.split('/')
  if (inside !== path) return first.startsWith('@') ? `${first}/${second}` : first
  return relative(ROOT, path).split('/').slice(0, 3).join('/')
}

const top = (times: Map<string, number>, total: number): string[] =>
  [...times]
    .sort(([, left], [, right]) => right - left)
    .slice(0, SHOWN)
    .map(([name, time]) => `${((100 * time) / total).toFixed(1).padStart(6)} %  ${name}`)

/** Self time by package and by function, as shares of the time in which the process was not idle. */
export const summarize = ({ nodes, samples, timeDeltas }: Profile): string => {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]))
  const owners = new Map<string, number>()
  const functions = new Map<string, number>()
  let total = 0
  for (const [index, id] of samples.entries()) {
    const { functionName, url, lineNumber } = byId.get(id)!
    if (functionName === '(idle)') continue
    const time = timeDeltas[index]!
    total += time
    const owner = functionName === '(garbage collector)' ? functionName : ownerOf(url)
    const place = `${functionName || '(anonymous)'}  ${owner}  ${url.split('/').at(-1)}:${lineNumber + 1}`
    owners.set(owner, (owners.get(owner) ?? 0) + time)
    functions.set(place, (functions.get(place) ?? 0) + time)
  }
  return ['By package:', ...top(owners, total), '', 'By function:', ...top(functions, total)].join(
    '\n',
  )
}
