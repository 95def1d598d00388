'use client'

import { Button } from '@payloadcms/ui'

type Props = {
  refusal: string | null
  reload: () => void
  words: { loading: string; failed: string; again: string }
}

/** In the place of what is still to come, or cannot be had. */
export const Waiting = ({ refusal, reload, words }: Props) => {
  if (refusal === null) return <p aria-busy="true">{words.loading}</p>
  return (
    <div role="alert">
      <p>{refusal || words.failed}</p>
      <Button buttonStyle="secondary" margin={false} onClick={reload} size="small">
        {words.again}
      </Button>
    </div>
  )
}
