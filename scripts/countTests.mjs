/**
 * Prints "N passed, N failed" from vitest's JSON report, and ends with 1 if anything failed.
 * A test file that did not load, an error outside tests, and a report that is not there count as
 * failures: each leaves tests that nobody ran.
 */
import { readFileSync } from 'node:fs'

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** @returns {{ passed: number, failed: number }} */
const count = (report) => {
  if (!report) return { passed: 0, failed: 1 }
  const notLoaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = report.numFailedTests + notLoaded
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(failed, 1) }
}

const { passed, failed } = count(read(process.argv[2]))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
