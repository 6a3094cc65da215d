/** The rows of a file that a command is given; one that is no table ends it with a sentence. */
import type { Command } from 'commander'
import { readTable, TableRefused } from '../../bot/sheets/read.js'

const REFUSED: Record<TableRefused['why'], string> = {
  'old excel': '这是旧版 Excel（.xls），请另存为 .xlsx 或 CSV / an old Excel file: save it as .xlsx or CSV',
  damaged: '读不了这个文件，请用表格软件另存为 .xlsx 或 CSV / cannot be read: save it again as .xlsx or CSV',
  'too big': '文件太大，请分成几份 / too big: divide it',
}

export const tableIn = async (bytes: Uint8Array, command: Command) => {
  try {
    return await readTable(bytes)
  } catch (error) {
    if (error instanceof TableRefused) return command.error(REFUSED[error.why])
    throw error
  }
}
