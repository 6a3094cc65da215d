/** Tables laid into one run of bytes, from which they are read without being copied. */

export type Table = Int32Array | Uint16Array | Uint8Array

interface Entry {
  kind: 'ints' | 'shorts' | 'bytes'
  start: number
  length: number
}

/** Every table begins at a multiple of this. */
const ALIGNED = 8
const aligned = (offset: number): number => Math.ceil(offset / ALIGNED) * ALIGNED
const kindOf = (table: Table): Entry['kind'] => (table instanceof Int32Array ? 'ints' : table instanceof Uint16Array ? 'shorts' : 'bytes')

/** The head (its length in four bytes, then JSON) and the tables behind it; numbers stand as this machine writes them. */
export const pack = (tables: Readonly<Record<string, Table>>): Uint8Array => {
  const entries: Record<string, Entry> = {}
  let end = 0
  for (const [name, table] of Object.entries(tables)) {
    entries[name] = { kind: kindOf(table), start: end, length: table.length }
    end = aligned(end + table.byteLength)
  }
  const head = new TextEncoder().encode(JSON.stringify(entries))
  const from = aligned(4 + head.length)
  const bytes = new Uint8Array(from + end)
  new Uint32Array(bytes.buffer, 0, 1)[0] = head.length
  bytes.set(head, 4)
  for (const [name, table] of Object.entries(tables))
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), from + (entries[name]?.start ?? 0))
  return bytes
}

export interface Tables {
  ints(name: string): Int32Array
  shorts(name: string): Uint16Array
  bytes(name: string): Uint8Array
}

/** Views on packed tables; one that is not there is empty. Throws where the bytes are none of `pack`. */
export const unpack = (packed: Uint8Array): Tables => {
  const bytes = packed.byteOffset % ALIGNED === 0 ? packed : packed.slice()
  const { buffer, byteOffset } = bytes
  const length = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0
  const entries: Record<string, Entry> = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  const from = byteOffset + aligned(4 + length)
  const place = (name: string): [number, number] => [from + (entries[name]?.start ?? 0), entries[name]?.length ?? 0]
  return {
    ints: (name) => new Int32Array(buffer, ...place(name)),
    shorts: (name) => new Uint16Array(buffer, ...place(name)),
    bytes: (name) => new Uint8Array(buffer, ...place(name)),
  }
}
