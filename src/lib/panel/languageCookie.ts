/** Payload's cookie that keeps the panel's language. It also tells the API that the panel asks. */
export const LANGUAGE_COOKIE = 'payload-lng'
