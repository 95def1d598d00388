import pg from 'pg'
import { restoreBackup } from '..'
import { MIGRATIONS } from '.'

/** Run by interruption.test.ts: a restore that kills its own process as soon as it says a certain line. */
const [url = '', mediaDir = '', file = '', last = ''] = process.argv.slice(2)

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes with the next system call.
  for (;;);
}

if (last === 'after COMMIT') {
  const original = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    const result = Reflect.apply(original, this, args)
    return args[0] === 'COMMIT' ? (result as Promise<unknown>).then(die) : result
  })
}

void restoreBackup({
  ...{ url, mediaDir, file, migrations: MIGRATIONS, replace: true },
  log: (line) => {
    if (line.startsWith(last)) die()
  },
})
