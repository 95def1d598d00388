/**
 * Loaded into the server by `npm start` and `npm run dev`: when they are killed, which nothing can
 * hand on, the server stops as if it had been told to.
 */
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
