export { createBackup } from './backup'
export { restoreBackup } from './restore'
export { settleInterruptedRestore } from './settle'
