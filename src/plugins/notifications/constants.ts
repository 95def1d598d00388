/** The event that tells a user of a new notice of theirs, with its id (contracts/README, "consultation"). */
export const NOTIFICATION = 'notification'

/** The event that tells a user's other devices that something was read, or is unread again. */
export const NOTIFICATIONS_READ = 'notifications-read'
