/** Longer than in-flight requests may take, and what follows them (database, embedded Postgres). */
const DEADLINE_MS = 45_000

type Cleanup = { name: string; run: () => Promise<unknown> }

type Report = {
  info: (message: string) => void
  fatal: (error: unknown, message: string) => void
}

/** What Payload answers a client with, by its form: pages have a copy of its classes. */
const isRefusal = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { isOperational, status } = error as Error & { isOperational?: unknown; status?: unknown }
  return isOperational === true && typeof status === 'number' && status >= 400 && status < 500
}

/**
 * The life of the process: what was started is stopped in reverse order at SIGTERM or SIGINT (exit 0),
 * or after an error that nobody caught (exit 1). A second signal, and a clean-up that hangs, end it at
 * once (exit 1).
 */
export const createLifecycle = (firstReport: Report, exit: (code: number) => void) => {
  let report = firstReport
  const cleanups: Cleanup[] = []
  let started: Promise<unknown> = Promise.resolve()
  let isStopping = false

  const cleanUp = async (): Promise<boolean> => {
    // A start that is under way must end first: what it is starting is not on the list yet.
    await started.catch(() => undefined)
    let isClean = true
    for (let next = cleanups.pop(); next; next = cleanups.pop()) {
      try {
        await next.run()
      } catch (error) {
        isClean = false
        report.fatal(error, `Could not stop: ${next.name}`)
      }
    }
    return isClean
  }

  const stop = async (code: number): Promise<void> => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => exit(1), DEADLINE_MS).unref()
    const isClean = await cleanUp()
    exit(isClean ? code : 1)
  }

  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) return exit(1)
    report.info(`${signal}: stopping. Once more ends it at once.`)
    void stop(0)
  }
  const onFault = (error: unknown): void => {
    report.fatal(error, 'An error that nobody caught')
    void stop(1)
  }
  /**
   * Payload refuses a filter through several relations twice: once to who asked, and once in a promise that
   * it has not begun to await. Nobody may end the server with that.
   */
  const onRejection = (error: unknown): void => {
    if (isRefusal(error)) return report.info(`A refusal that nobody awaited: ${String(error)}`)
    onFault(error)
  }

  return {
    /** Where to report from now on. */
    reportTo: (next: Report): void => {
      report = next
    },
    /** Remembers how to stop what has just been started. */
    onStop: (name: string, run: Cleanup['run']): void => {
      cleanups.push({ name, run })
    },
    /** Runs the start; when it fails, what was started is stopped again. */
    run: async (start: () => Promise<void>): Promise<void> => {
      process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
      process.on('uncaughtException', onFault).on('unhandledRejection', onRejection)
      started = start()
      try {
        await started
      } catch (error) {
        report.fatal(error, 'The server could not start')
        await stop(1)
      }
    },
  }
}

export type Lifecycle = ReturnType<typeof createLifecycle>
