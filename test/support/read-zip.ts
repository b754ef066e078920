/** Purpose: look into a Word document: it is a ZIP archive of XML. */
import { inflateRawSync } from 'node:zlib'

/** One file of the archive, found by the central directory at its end. */
export function unzip(archive: Uint8Array, name: string): string {
  const zip = Buffer.from(archive)
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const start = zip.readUInt32LE(at + 42)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    return inflateRawSync(zip.subarray(data, data + zip.readUInt32LE(at + 20))).toString('utf8')
  }
  throw new Error(`${name} is not in the archive`)
}
