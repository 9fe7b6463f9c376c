import { isUtf8 } from 'node:buffer'

import { UnreadableFile } from './errors.ts'

/** Marks at the beginning of files that say how they are encoded */
const MARKS: [mark: string, encoding: string][] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

/**
 * A text file in UTF-8. What is neither that nor UTF-16 is read as Windows spreadsheets in the West write
 * it.
 *
 * @throws E_UNREADABLE_FILE it is no text
 */
export function plainText(content: Buffer): Buffer {
  const text = inUtf8(content)
  if (text.includes(0)) throw new UnreadableFile('not_text')
  return text
}

function inUtf8(content: Buffer) {
  const start = content.subarray(0, 2).toString('hex')
  const encoding = MARKS.find(([mark]) => mark === start)?.[1]
  if (encoding) return Buffer.from(new TextDecoder(encoding).decode(content))

  return isUtf8(content) ? content : Buffer.from(new TextDecoder('windows-1252').decode(content))
}
