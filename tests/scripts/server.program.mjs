/** `listen`: tells its process id and every signal, and stops a while after the first. `exit <code>`. */
import { setTimeout as sleep } from 'node:timers/promises'

const STOPPING_MS = 500

const [what, code] = process.argv.slice(2)
if (what === 'exit') process.exit(Number(code))

let signals = 0
const onSignal = async (signal) => {
  console.log(signal)
  if (++signals > 1) return
  await sleep(STOPPING_MS)
  console.log(`stopped after ${signals}`)
  process.exit(0)
}
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, (signal) => void onSignal(signal))
setInterval(() => undefined, 1_000)
console.log(process.pid)
