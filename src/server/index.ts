import { createLifecycle } from './lifecycle'
import { PlainFault, printFault, printLine } from './progress'

const lifecycle = createLifecycle({ info: printLine, fatal: printFault }, (code) =>
  process.exit(code),
)

/** The environment is parsed when it is first read: every fault in it is told at once. */
const readEnvironment = async (): Promise<void> => {
  try {
    await import('@/env')
  } catch (error) {
    throw new PlainFault(error instanceof Error ? error.message : String(error))
  }
}

await lifecycle.run(async () => {
  await readEnvironment()
  const { start } = await import('./start')
  await start(lifecycle)
})
