/**
 * Loaded into both programs that are measured (`--import`): over the IPC channel it tells how much
 * processor time the process has used, and records a CPU profile.
 */
import { Session } from 'node:inspector/promises'

let session

const startProfile = async () => {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 250 })
  await session.post('Profiler.start')
}

const stopProfile = async () => {
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return profile
}

const answers = {
  cpu: () => process.cpuUsage(),
  'profile:start': startProfile,
  'profile:stop': stopProfile,
}

process.on('message', ({ id, question }) => {
  void Promise.resolve(answers[question]()).then((answer) => process.send({ id, answer }))
})

// The channel alone must not keep the process alive.
process.channel?.unref()
