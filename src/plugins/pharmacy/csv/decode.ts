/** The text of a file, or null where it is not UTF-8. */
export const decodeCsv = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
