/** Imported first by whatever may be run on a fresh machine: says at once that Node is too old. */
// sharp says 20.9, but its modules use import attributes, which came with 20.10.
const WANTED = [20, 10]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
  console.error(
    `Sehat needs Node ${WANTED.join('.')} or newer; this is ${process.version}. See https://nodejs.org.`,
  )
  process.exit(1)
}
