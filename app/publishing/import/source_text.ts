import { E_POST_REFUSED } from './errors.ts'

const LARGEST = 2_000_000

/**
 * The text of a file: UTF-8, with or without a byte order mark, lines ended in any of the three
 * ways.
 *
 * @throws E_POST_REFUSED it is empty, too large, or no text
 */
export function decode(bytes: Uint8Array) {
  if (bytes.length > LARGEST) {
    throw new E_POST_REFUSED('The file is larger than 2 MB')
  }

  const text = decodeUtf8(bytes).replace(/\r\n?/g, '\n')
  if (text.includes('\0')) {
    throw new E_POST_REFUSED('The file holds binary data', lineOf(text, text.indexOf('\0')))
  }
  if (!text.trim()) {
    throw new E_POST_REFUSED('The file is empty')
  }

  return text
}

function decodeUtf8(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new E_POST_REFUSED(
      'The file is not encoded in UTF-8. Convert it, for example with `iconv -f latin1 -t utf-8`',
      firstBrokenLine(bytes)
    )
  }
}

function firstBrokenLine(bytes: Uint8Array) {
  const readable = new TextDecoder('utf-8').decode(bytes)
  return lineOf(readable, readable.indexOf('\uFFFD'))
}

function lineOf(text: string, position: number) {
  return text.slice(0, position).split('\n').length
}
