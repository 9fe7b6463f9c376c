import { UnreadableFile } from './errors.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50

/** Parts that a workbook has at most */
const MOST_PARTS = 2_000

/** A part of a ZIP archive, as its directory has it */
export type ZipEntry = {
  name: string

  /** 0 as it is, 8 deflated */
  method: number
  packed: number
  unpacked: number

  /** The sizes stand behind the content */
  hasSizesBehind: boolean

  /** Where the part begins in the archive */
  offset: number
}

/**
 * The parts of a ZIP archive.
 *
 * @throws E_UNREADABLE_FILE it is no archive, or has more parts than any workbook
 */
export function* zipEntries(archive: Buffer): Generator<ZipEntry> {
  const end = archive.lastIndexOf(signature(END))
  if (end < 0 || end + 22 > archive.length) throw new UnreadableFile('broken_spreadsheet')

  const parts = archive.readUInt16LE(end + 10)
  if (parts > MOST_PARTS) throw new UnreadableFile('broken_spreadsheet')

  let at = archive.readUInt32LE(end + 16)
  for (let part = 0; part < parts; part++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) {
      throw new UnreadableFile('broken_spreadsheet')
    }
    const nameLength = archive.readUInt16LE(at + 28)
    yield {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      hasSizesBehind: (archive.readUInt16LE(at + 8) & 8) !== 0,
      offset: archive.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
}

function signature(value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
