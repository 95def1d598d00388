const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

type Login = { role: string; email: string; password: string }

type Ready = {
  url: string
  logins: Login[]
  /** When the start began (`performance.now()`). */
  startedAt: number
}

/** Runs one step of the start, and says how long it took. */
export const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
  const since = performance.now()
  const result = await run()
  print(`  ${name.padEnd(24)} ${seconds(since)}`)
  return result
}

/** Says where everything is, and with which logins a demonstration can be tried. */
export const announce = ({ url, logins, startedAt }: Ready): void => {
  print('')
  print(`Sehat is ready (${seconds(startedAt)}).`)
  print(`  Front page       ${url}`)
  print(`  Admin panel      ${url}/admin`)
  print(`  API reference    ${url}/api-docs`)
  if (logins.length > 0) print('  Demonstration logins:')
  for (const { role, email, password } of logins) {
    print(`    ${role.padEnd(10)} ${email.padEnd(22)} ${password}`)
  }
  print('')
}

/** Errors before there is a logger: one sentence where one is enough. */
export const printFault = (error: unknown, message: string): void => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${message}: ${reason}\n`)
}
