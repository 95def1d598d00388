'use client'

import type { ChatFile } from './chatMessage'
import styles from './Log.module.css'
import type { RoomWords } from './words'

/** Where this page's own server has it: it may be reached by another name than the one it knows itself by. */
const localAddress = (url: string): string => {
  const { pathname, search } = new URL(url, 'http://localhost')
  return `${pathname}${search}`
}

type Props = { file: ChatFile; sender: string; words: RoomWords }

/** A picture as it is, everything else to be downloaded. */
export const Attachment = ({ file, sender, words }: Props) => {
  const address = localAddress(file.url)
  if (file.mime_type.startsWith('image/')) {
    return (
      <a className={styles.picture} href={address} rel="noreferrer" target="_blank">
        <img alt={words.picture(sender)} src={address} />
      </a>
    )
  }
  return (
    <a className={styles.file} download={file.filename} href={address}>
      {words.download(file.filename)}
    </a>
  )
}
