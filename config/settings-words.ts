/** What the settings loader says to whoever wrote the file, in Chinese and in English. */

export type Language = 'zh' | 'en'
export type Said = Record<Language, string>

/** What is allowed in a place; the schema names one of these with its bounds: `whole 1 99`. */
const ALLOWED: Record<string, (...bounds: string[]) => Said> = {
  text: () => ({ zh: '要写文字，不能空', en: 'write text, not empty' }),
  time: () => ({ zh: '要写 24 小时制的 "HH:MM"，如 "06:00"', en: 'write a 24-hour "HH:MM", such as "06:00"' }),
  range: () => ({
    zh: '要写楼号，如 "1-6"、"5,11,16" 或 "A"，小的在前，每个数最多三位',
    en: 'write buildings as "1-6", "5,11,16" or "A", the smaller first, numbers of at most three digits',
  }),
  units: () => ({
    zh: '要写单元数（1 到 30），或单元名的列表，如 [甲, 乙]',
    en: 'write how many units (1 to 30), or a list of their names, such as [A, B]',
  }),
  whole: (from, to) => ({ zh: `要写 ${from} 到 ${to} 的整数`, en: `write a whole number from ${from} to ${to}` }),
  number: (from, to) => ({ zh: `要写 ${from} 到 ${to} 的数`, en: `write a number from ${from} to ${to}` }),
  switch: () => ({ zh: '要写 true 或 false', en: 'write true or false' }),
  one: (...choices) => ({ zh: `可以写 ${choices.join('、')}`, en: `write one of ${choices.join(', ')}` }),
  list: () => ({ zh: '要写列表，至少一项，每项以 - 开头', en: 'write a list of at least one item, each begun with -' }),
  items: () => ({ zh: '要写列表，每项以 - 开头；没有就写 []', en: 'write a list, each item begun with -; none is []' }),
  section: () => ({ zh: '要写成“名称: 值”，每行一个', en: 'write "name: value", one a line' }),
  token: () => ({ zh: '要写 24 到 200 个字母、数字或符号，或 ""（不开）', en: 'write 24 to 200 letters, digits or signs, or "" for none' }),
  password: () => ({
    zh: '要写 12 到 200 个字母、数字或符号，或 ""（不开）',
    en: 'write 12 to 200 letters, digits or signs, or "" for none',
  }),
  zone: () => ({ zh: '要写时区名，如 Asia/Shanghai', en: 'write the name of a time zone, such as Asia/Shanghai' }),
  database: () => ({
    zh: '要写 sqlite:路径 或 postgres://用户:密码@主机:5432/库名（密码里的 @ # / 要写成 %40 %23 %2F）',
    en: 'write sqlite:PATH or postgres://user:password@host:5432/name (write @ # / in a password as %40 %23 %2F)',
  }),
}

export const allowed = (named: string): Said => {
  const [kind = '', ...bounds] = named.split(' ')
  return ALLOWED[kind]?.(...bounds) ?? { zh: named, en: named }
}

export const missing = (what: Said): Said => ({ zh: `少了这一项；${what.zh}`, en: `is missing; ${what.en}` })

/** `shown` is null where the value is a secret. */
export const wrong = (shown: string | null, what: Said): Said =>
  shown === null
    ? { zh: `写得不对；${what.zh}`, en: `is wrong; ${what.en}` }
    : { zh: `不能是 ${shown}；${what.zh}`, en: `cannot be ${shown}; ${what.en}` }

export const unknownKey = (key: string, keys: readonly string[]): Said => {
  const comma = /^[\dA-Z]{1,3}(-[\dA-Z]{1,3})?$/u.test(key)
  return {
    zh: `没有这一项；${comma ? "带逗号的楼号要加引号，如 '1-4,6'；" : ''}这里可以写 ${keys.join('、')}`,
    en: `is not known; ${comma ? "put quotes around what has a comma, such as '1-4,6'; " : ''}write one of ${keys.join(', ')}`,
  }
}

const listed = (names: readonly string[], sign: string): string =>
  names.length > 12 ? `${names.slice(0, 12).join(sign)}…` : names.join(sign)

export const sentences = {
  twiceInLayout: (building: string): Said => ({
    zh: `${building} 栋写了两次；每栋只写一次`,
    en: `building ${building} is named twice; name each once`,
  }),
  unitTwice: (unit: string): Said => ({ zh: `${unit} 单元写了两次；每个单元只写一次`, en: `unit ${unit} is named twice; name each once` }),
  tooMany: (homes: number, most: number): Said => ({
    zh: `一共 ${homes} 户，太多了；最多 ${most} 户，请检查楼号、单元、楼层和每层户数`,
    en: `makes ${homes} households; at most ${most}: check buildings, units, floors and homes a floor`,
  }),
  gridsNeeded: (): Said => ({
    zh: '写了 layout 就要写 grids：每个网格管哪些楼',
    en: 'are needed with a layout of your own: which grid has which buildings',
  }),
  gridTwice: (id: string): Said => ({
    zh: `网格 ${id} 写了两次；每个网格的 id 只用一次`,
    en: `grid ${id} is there twice; use each id once`,
  }),
  gridNameTwice: (name: string): Said => ({
    zh: `“${name}” 用了两次；两个网格不能同名`,
    en: `"${name}" is used twice; two grids cannot share a name`,
  }),
  noSuchBuilding: (building: string, buildings: readonly string[]): Said => ({
    zh: `layout 里没有 ${building} 栋；有 ${listed(buildings, '、')}`,
    en: `there is no building ${building} in layout; there are ${listed(buildings, ', ')}`,
  }),
  inTwoGrids: (building: string, other: string): Said => ({
    zh: `${building} 栋已经在网格 ${other} 里；每栋只归一个网格`,
    en: `building ${building} is in grid ${other} already; each belongs to one grid`,
  }),
  inNoGrid: (buildings: readonly string[]): Said => ({
    zh: `${listed(buildings, '、')} 栋不归任何网格；每栋都要归一个网格`,
    en: `buildings ${listed(buildings, ', ')} are in no grid; each belongs to one`,
  }),
  noSuchGrid: (grid: string, grids: readonly string[]): Said => ({
    zh: `没有网格 ${grid}；有 ${listed(grids, '、')}`,
    en: `there is no grid ${grid}; there are ${listed(grids, ', ')}`,
  }),
  noSuchUnit: (unit: string, units: readonly string[]): Said => ({
    zh: `这栋没有 ${unit} 单元；有 ${listed(units, '、')}`,
    en: `this building has no unit ${unit}; there are ${listed(units, ', ')}`,
  }),
  roomPlace: (): Said => ({
    zh: '群要么写 building（可加 unit），要么写 grid，只写一种',
    en: 'a room has a building (and a unit), or a grid: one of the two',
  }),
  topicTwice: (topic: string): Said => ({
    zh: `群名“${topic}”写了两次；每个群只写一次`,
    en: `"${topic}" is there twice; name each room once`,
  }),
  inQuietHours: (time: string, from: string, until: string): Said => ({
    zh: `${time} 在安静时间（${from}–${until}）里；请写在它之外`,
    en: `${time} lies in the quiet hours (${from}–${until}); choose a time outside them`,
  }),
  reviewOverTake: (take: number): Said => ({
    zh: `不能大于 takeAbove（${take}）`,
    en: `cannot be above takeAbove (${take})`,
  }),
  noFile: (): Said => ({ zh: '找不到这个设置文件；请检查路径', en: 'this settings file is not there; check the path' }),
  folder: (): Said => ({ zh: '这是文件夹；要的是设置文件', en: 'this is a folder; a settings file is needed' }),
  unreadable: (): Said => ({ zh: '读不了这个文件；请检查权限', en: 'this file cannot be read; check its permissions' }),
  notUtf8: (): Said => ({
    zh: '文件不是 UTF-8 编码（多半是 GB18030，即记事本的 ANSI）；请用记事本“另存为”，编码选 UTF-8',
    en: 'the file is not UTF-8 (most likely GB18030, "ANSI" in Notepad); save it again as UTF-8',
  }),
  notSettings: (): Said => ({
    zh: '文件里不是设置；要写成“名称: 值”，每行一个，可照 config/communities/futong.yaml',
    en: 'these are no settings; write "name: value", one a line, as in config/communities/futong.yaml',
  }),
}

/** What is wrong with the YAML, by the parser's code. */
const YAML: Record<string, Said> = {
  TAB_AS_INDENT: { zh: '行首用了 Tab；缩进只能用空格', en: 'a tab begins the line; indent with spaces' },
  DUPLICATE_KEY: { zh: '这一项写了两次；只能写一次', en: 'is there twice; write it once' },
  BAD_INDENT: { zh: '缩进没有对齐，或括号没有关上；同一层要对齐', en: 'the indent does not match, or a bracket is not closed' },
  MISSING_CHAR: { zh: '少了引号、括号或冒号；请补上', en: 'a quote, bracket or colon is missing' },
  MULTILINE_IMPLICIT_KEY: { zh: '冒号后面少了空格；要写成“名称: 值”', en: 'a space is missing after the colon; write "name: value"' },
  MULTIPLE_DOCS: { zh: '用 --- 分成了几份；一个文件只写一份设置', en: 'the file has several parts divided by ---; write one' },
  BAD_SCALAR_START: { zh: '值不能以 @ % ` 开头；请加引号', en: 'a value cannot begin with @ % `; put it in quotes' },
  UNEXPECTED_TOKEN: { zh: '这里多了东西；请检查引号和括号', en: 'something is left over here; check quotes and brackets' },
  BAD_ALIAS: { zh: '* 后面的名称没有定义；请加引号', en: 'the name after * is not defined; put the value in quotes' },
}

export const yamlFault = (code: string, wideColon: boolean): Said =>
  wideColon
    ? { zh: '用了中文冒号“：”；要用英文冒号加空格，如 ask: "19:00"', en: 'a full-width colon is used; write ": " as in ask: "19:00"' }
    : (YAML[code] ?? { zh: '这一行不合 YAML 的写法；请检查冒号、缩进和引号', en: 'this line is no YAML; check colons, indent and quotes' })
