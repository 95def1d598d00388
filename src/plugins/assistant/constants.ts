/** Characters of a question. */
export const CONTENT_MAX = 4_000
/** Messages of a history; the oldest are left out above it. */
export const MESSAGES_MAX = 50
/** Characters of a whole history; the oldest messages are left out above it. */
export const HISTORY_MAX = 24_000
export const INSTRUCTIONS_MAX = 10_000
/** How often the model may ask for tools before it has to answer. */
export const STEPS_MAX = 5

/** Defaults of the panel's quotas: requests per day, of a user, of an address, of everybody together. */
export const QUOTAS = { user: 100, guest: 20, address: 300, total: 10_000 }

/** Characters of the id by which a client knows a talk, and of a kept talk's title. */
export const TALK_ID_MAX = 100
export const TITLE_MAX = 200

/** Characters of what is kept of one talk; the oldest messages are left out above it. */
export const KEPT_CHARACTERS_MAX = 200_000
/** Talks that are kept of one user, and for how many months after their last message. */
export const KEPT_TALKS_MAX = 200
export const KEPT_MONTHS = 12

/** Messages of a talk on our own page, which then begins a new one. */
export const TALK_MESSAGES_MAX = 200
