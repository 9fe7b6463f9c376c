import { crc32, deflateRawSync } from 'node:zlib'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const SHEET = 'xl/worksheets/sheet1.xml'

/**
 * An Excel workbook of one sheet with these rows, as XML.
 *
 * @param claimed how many bytes the sheet says that it unpacks to, when not the truth
 */
export function workbook(rows: string, claimed?: number) {
  return archive(
    {
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      '_rels/.rels': relationship('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationship('worksheet', 'worksheets/sheet1.xml'),
      [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    { [SHEET]: claimed }
  )
}

/** A cell that holds text. */
export function textCell(text: string) {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`
}

/**
 * A ZIP archive.
 *
 * @param claimed how many bytes parts say that they unpack to, when not the truth
 */
export function archive(
  parts: Record<string, string | Buffer>,
  claimed: Record<string, number | undefined> = {}
) {
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0

  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const sizes = [crc32(data), packed.length, claimed[name] ?? data.length]
    const about = Buffer.concat([
      shorts(20, 0, 8, 0, 0),
      longs(...sizes),
      shorts(Buffer.byteLength(name), 0),
    ])
    const file = Buffer.concat([longs(0x04034b50), about, Buffer.from(name), packed])

    entries.push(longs(0x02014b50), shorts(20), about, shorts(0, 0, 0), longs(0, at))
    entries.push(Buffer.from(name))
    files.push(file)
    at += file.length
  }
  const directory = Buffer.concat(entries)
  const count = Object.keys(parts).length
  const end = [
    longs(0x06054b50),
    shorts(0, 0, count, count),
    longs(directory.length, at),
    shorts(0),
  ]
  return Buffer.concat([...files, directory, ...end])
}

function relationship(type: string, target: string) {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
}

function shorts(...values: number[]) {
  return Buffer.concat(values.map((value) => bytes(2, (buffer) => buffer.writeUInt16LE(value))))
}

function longs(...values: number[]) {
  return Buffer.concat(values.map((value) => bytes(4, (buffer) => buffer.writeUInt32LE(value))))
}

function bytes(count: number, write: (buffer: Buffer) => void) {
  const buffer = Buffer.alloc(count)
  write(buffer)
  return buffer
}
