/** An S3 on loopback, in a process of its own: `<folder> <port> <bucket>`. It ends with its parent. */
import S3rver from 's3rver'

const [directory, port, name] = process.argv.slice(2)
const s3 = new S3rver({
  directory,
  port: Number(port),
  address: '127.0.0.1',
  silent: true,
  configureBuckets: [{ name, configs: [] }],
})
await s3.run()
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
