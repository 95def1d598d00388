import { startEmbeddedPostgres } from '..'

/** Run by `startElsewhere`: starts, says how it went in one line, and stops when its input ends. */
const main = async (): Promise<void> => {
  const lines: string[] = []
  const dataDir = process.argv[2] ?? ''
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) })
  process.stdout.write(`${JSON.stringify({ ...server, lines })}\n`)
  process.stdin.resume().once('end', () => void server.stop())
}

void main()
