/** The event that tells a user of a new notice of theirs, with its id (contracts/README, "consultation"). */
export const NOTIFICATION = 'notification'
