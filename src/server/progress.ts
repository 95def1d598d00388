/** A line for whoever started the program; what happens later is logged. */
export const printLine = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** `custom.site` of the configuration. */
export type Site = {
  demonstration: boolean
  logins?: { role: string; email: string }[]
  password?: string
}

type Ready = {
  url: string
  site: Site | undefined
  /** Where payments are played; null where they are real. */
  simulatorUrl: string | null
  /** A demonstration's bill that waits to be paid. */
  billUrl: string | null
  /** When the start began (`performance.now()`). */
  startedAt: number
}

/** Runs one step of the start, and says how long it took. */
export const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
  const since = performance.now()
  const result = await run()
  printLine(`  ${name.padEnd(24)} ${seconds(since)}`)
  return result
}

/** Says where everything is, and with which logins a demonstration can be tried. */
export const announce = ({ url, site, simulatorUrl, billUrl, startedAt }: Ready): void => {
  printLine('')
  printLine(`Sehat is ready (${seconds(startedAt)}).`)
  printLine(`  Front page       ${url}`)
  printLine(`  Admin panel      ${url}/admin`)
  printLine(`  API reference    ${url}/api-docs`)
  if (simulatorUrl)
    printLine(`  Midtrans, played ${simulatorUrl} (as JSON: ${simulatorUrl}/simulator)`)
  if (billUrl) printLine(`  A bill to pay    ${billUrl}`)
  if (site?.demonstration) {
    printLine(`  Demonstration logins (password ${site.password ?? ''}):`)
    for (const { role, email } of site.logins ?? []) printLine(`    ${role.padEnd(10)} ${email}`)
  }
  printLine('')
}

/** What whoever started the program can mend: the message says all, a stack would say nothing more. */
export class PlainFault extends Error {
  override name = 'PlainFault'
}

const describe = (error: unknown): string => {
  if (error instanceof PlainFault) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Tells an error of the process itself while there is no logger. */
export const printFault = (error: unknown, message: string): void => {
  process.stderr.write(`${message}: ${describe(error)}\n`)
}
