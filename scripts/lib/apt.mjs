import { existsSync, readFileSync } from 'node:fs'
import { runStep } from './step.mjs'

const isRoot = () => process.getuid?.() === 0

const isDebian = () =>
  existsSync('/etc/debian_version') ||
  (existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8')))

/** Installs one of Debian's packages, where that is possible; says so in the output. */
export const installWithApt = async (name, title) => {
  if (!isRoot() || !isDebian()) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = { name: 'Package lists (apt-get)', command: 'apt-get', args: ['update'], env }
  if (!(await runStep(update))) return false
  const args = ['install', '--yes', '--no-install-recommends', name]
  return runStep({ name: `${title} (apt-get)`, command: 'apt-get', args, env })
}
