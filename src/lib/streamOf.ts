/**
 * Text as it is made, as the body of an answer: the next piece is asked for when the last one has gone.
 * @param onCancel called when nobody reads any more, while a piece may still be in the making
 */
export const streamOf = (
  pieces: AsyncGenerator<string, undefined>,
  onCancel?: () => void,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(encoder.encode(piece.value))
    },
    async cancel() {
      onCancel?.()
      await pieces.return(undefined)
    },
  })
}
