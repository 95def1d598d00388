import { percentile, short } from '../figures'
import type { ChatResult } from './chats'
import type { ChatSample } from './load'

const AIM = 2

const deliveriesOf = (samples: ChatSample[]): number[] =>
  samples.flatMap(({ deliveries }) => deliveries)

const numbersOf = (samples: ChatSample[]): string[] => {
  const delivered = deliveriesOf(samples)
  const cpu = samples.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / delivered.length
  return [
    short(percentile(delivered, 0.5)),
    short(percentile(delivered, 0.99)),
    short(
      percentile(
        samples.flatMap(({ acknowledgements }) => acknowledgements),
        0.99,
      ),
    ),
    cpu.toFixed(2),
  ]
}

const p99 = (samples: ChatSample[]): number => percentile(deliveriesOf(samples), 0.99)

const rowOf = ({ chat, app, floor }: ChatResult): string[] => {
  const [own, bare] = [numbersOf(app), numbersOf(floor)]
  const pairs = app.map((sample, round) => p99([sample]) / p99([floor[round]!]))
  const spread = `${Math.min(...pairs).toFixed(2)}–${Math.max(...pairs).toFixed(2)}`
  return [
    chat.title,
    ...own.map((number, index) => `${number} / ${bare[index]}`),
    `**${(p99(app) / p99(floor)).toFixed(2)}** (${spread})`,
    `${AIM.toFixed(2)} at most`,
  ]
}

const HEAD = [
  'app / floor',
  'delivery p50 ms',
  'delivery p99 ms',
  'acknowledged p99 ms',
  'CPU ms per message',
  'p99, ratio (rounds)',
  'aim',
]

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`

/** The chats as a Markdown table; empty where none was measured. */
export const chatTable = (results: ChatResult[]): string =>
  results.length === 0
    ? ''
    : [
        line(HEAD),
        line(HEAD.map((_, index) => (index === 0 ? '---' : '--:'))),
        ...results.map((result) => line(rowOf(result))),
      ].join('\n')
