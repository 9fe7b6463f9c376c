import { zipEntries, type ZipEntry } from './zip_entries.ts'

/** Sizes that do not fit stand elsewhere in the archive, and are too large in any case */
const ELSEWHERE = 0xffffffff

/**
 * How many bytes a ZIP archive says that it unpacks to. Whoever unpacks a part stops at the size that it
 * says; a part that says none, though it has content, is taken for endless.
 *
 * @throws E_UNREADABLE_FILE it is no archive
 */
export function unpackedSize(archive: Buffer): number {
  let size = 0
  for (const entry of zipEntries(archive)) size += sizeOf(entry)
  return size
}

function sizeOf({ packed, unpacked, hasSizesBehind }: ZipEntry) {
  const saysNothing = packed === 0 && hasSizesBehind
  return unpacked === ELSEWHERE || (unpacked === 0 && (packed > 2 || saysNothing))
    ? Infinity
    : unpacked
}
