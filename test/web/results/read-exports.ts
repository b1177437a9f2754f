/** Read exports: files with results as a program or a spreadsheet reads them. */
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'

export type Cells = ReadonlyArray<ReadonlyArray<string | number>>

/** Numbers stand without quotes, text with; that is how they are told apart. */
export function readCsv(csv: string): Cells {
  const rows: unknown = parse(csv, {
    ...{ bom: true, delimiter: ';', record_delimiter: '\r\n' },
    cast: (value: string, { quoting }: { quoting: boolean }) =>
      quoting || value === '' ? value : Number(value),
  })
  if (!Array.isArray(rows)) throw new Error('a CSV file is rows')
  return rows
}

type Workbook = Readonly<{ sheets: ReadonlyMap<string, Cells>; xml: string }>

export function readXlsx(file: Uint8Array): Workbook {
  const files = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)])
  const xmlOf = (name: string) => files.find(([one]) => one === name)?.[1] ?? ''
  const strings = [...xmlOf('xl/sharedStrings.xml').matchAll(/<si>.*?<\/si>/gs)].map(([item]) =>
    unescaped(item.replace(/<[^>]*>/g, '')),
  )
  const names = [...xmlOf('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)]
  const sheets = names.map(([, name = ''], place) => {
    const xml = xmlOf(`xl/worksheets/sheet${place + 1}.xml`)
    return [name, cellsIn(xml, strings)] as const
  })
  return { sheets: new Map(sheets), xml: files.map(([, xml]) => xml).join('\n') }
}

function cellsIn(xml: string, strings: readonly string[]): Cells {
  return [...xml.matchAll(/<row .*?(?:<\/row>|\/>)/gs)].map(([row]) => {
    const cells: (string | number)[] = []
    for (const [, place = '', kind, value = ''] of row.matchAll(CELL))
      cells[columnOf(place)] = kind === ' t="s"' ? (strings[Number(value)] ?? '') : Number(value)
    return Array.from(cells, (cell) => cell ?? '')
  })
}

const CELL = /<c r="([A-Z]+)\d+"(?: s="\d+")?( t="s")?><v>([^<]*)<\/v><\/c>/g

/** A is 0, AA is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&amp;': '&' },
}

const unescaped = (text: string): string =>
  text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
