/** Ends the process with a sentence. */
export const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}
