import { UnreadableFile } from './errors.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50

/** The sizes stand behind the content */
const SIZES_FOLLOW = 8

/** Sizes that do not fit stand elsewhere in the archive, and are too large in any case */
const ELSEWHERE = 0xffffffff

/** Parts that a workbook has at most */
const MOST_PARTS = 2_000

/**
 * How many bytes a ZIP archive says that it unpacks to. Whoever unpacks a part stops at the size that it
 * says; a part that says none, though it has content, is taken for endless.
 *
 * @throws E_UNREADABLE_FILE it is no archive
 */
export function unpackedSize(archive: Buffer): number {
  const end = archive.lastIndexOf(signature(END))
  if (end < 0 || end + 22 > archive.length) throw new UnreadableFile('broken_spreadsheet')

  const parts = archive.readUInt16LE(end + 10)
  if (parts > MOST_PARTS) return Infinity

  let size = 0
  let at = archive.readUInt32LE(end + 16)
  for (let part = 0; part < parts; part++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) {
      throw new UnreadableFile('broken_spreadsheet')
    }
    size += sizeOf(archive, at)
    at += 46 + lengthOfNames(archive, at)
  }
  return size
}

function sizeOf(archive: Buffer, at: number) {
  const packed = archive.readUInt32LE(at + 20)
  const unpacked = archive.readUInt32LE(at + 24)
  const saysNothing = packed === 0 && (archive.readUInt16LE(at + 8) & SIZES_FOLLOW) !== 0

  return unpacked === ELSEWHERE || (unpacked === 0 && (packed > 2 || saysNothing))
    ? Infinity
    : unpacked
}

function lengthOfNames(archive: Buffer, at: number) {
  return (
    archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  )
}

function signature(value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
