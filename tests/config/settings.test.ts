/** What the settings loader takes and what it refuses, fault by fault. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../config/root.js'
import { loadSettings, type Settings, SettingsRefused } from '../../config/settings.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const file = (content: string | Buffer): string => {
  const path = join(folder, `${count++}.yaml`)
  writeFileSync(path, content)
  return path
}
/** The lines printed for a file, with its path left out: `3 schedule.ask：…`. */
const refusal = (path: string, environment: Record<string, string> = {}): string[] => {
  try {
    loadSettings(path, environment)
  } catch (error) {
    if (error instanceof SettingsRefused)
      return error.message.split('\n').map((line) => line.replace(path, 'FILE').replace(/^FILE:(?=\d)/u, ''))
    throw error
  }
  return []
}

const DEFAULTS: Omit<Settings, 'layout' | 'grids' | 'catalogue'> = {
  community: { id: 'futong', name: '富通社区' },
  timeZone: 'Asia/Shanghai',
  language: 'zh',
  people: [],
  rooms: [],
  schedule: {
    ask: '19:00',
    cutOff: '05:30',
    digest: '06:00',
    remind: '17:00',
    thanks: '20:30',
    passages: '20:40',
    report: '21:00',
    lastCall: '21:30',
    calls: '09:00',
  },
  asking: { handMinutes: 120 },
  requests: { overdueHours: 24 },
  duty: { night: '00:00' },
  pace: {
    secondsBetweenMessages: 3,
    gatherSeconds: 8,
    gatherAtMostSeconds: 300,
    quietFrom: '22:00',
    quietUntil: '06:00',
    maxCharacters: 1800,
    retrySeconds: [5, 30, 120, 600],
  },
  understanding: { takeAbove: 0.6, reviewAbove: 0.3, askMinutes: 30 },
  alerts: { repeatMinutes: 10, closeMinutes: 60 },
  chat: { puppet: 'wechaty-puppet-mock', options: {}, account: 'linxu', tellGapMinutes: 1 },
  database: 'sqlite:data/linxu.db',
  spareFolder: '',
  modules: { marks: true, disinfection: true, rounds: true, accounts: false },
  marks: { confirmedDays: 14, contactDays: 7 },
  accounts: { tell: 'private' },
  report: { folder: 'data/reports' },
  carrying: { receiptMinutes: 30, kilogramsPerTrip: 20, answerMinutes: 30 },
  web: { host: '127.0.0.1', port: 8080, token: '', password: '' },
  backup: { folder: 'data/backups', time: '03:30', keepDays: 14 },
  keep: { textDays: 30, orderDays: 180, alertDays: 180, time: '04:30' },
  log: { level: 'info', texts: false },
}
const SMALL = 'layout: [{ buildings: "1-3" }]\ngrids: [{ id: 1, name: 一网格, buildings: "1-3" }]\n'

describe('what is taken', () => {
  it('takes the sample community where nothing is named', () => {
    expect(loadSettings(undefined, {})).toMatchObject(DEFAULTS)
    expect(loadSettings(undefined, {}).grids).toHaveLength(6)
  })

  for (const [title, content] of [
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
    ['a section with everything in it commented out', 'people:\n#  - { name: 王芳 }\nschedule:\n#  ask: "19:00"\n'],
    ['a file with a byte order mark', '\uFEFFlanguage: zh\n'],
    ['Windows line ends', 'language: zh\r\nschedule:\r\n  ask: "19:00"\r\n'],
  ] as const)
    it(`fills what is left out with the sample community’s values: ${title}`, () => {
      const { catalogue: _, ...sample } = loadSettings(packageFile('config/communities/futong.yaml'), {})
      expect(loadSettings(file(content), {})).toMatchObject(sample)
    })

  it('looks for the community’s own goods beside the file, or where it says', () => {
    const path = file('')
    expect(loadSettings(path, {}).catalogue).toBe(join(dirname(path), 'catalogue'))
    expect(loadSettings(file('catalogue: /srv/goods'), {}).catalogue).toBe('/srv/goods')
    expect(loadSettings(undefined, {}).catalogue).toBe(resolve('catalogue'))
  })

  const buildings = (written: string): string[] | undefined => {
    const text = `layout:\n  - buildings: ${written}\ngrids:\n  - { id: 1, name: 一网格, buildings: ${JSON.stringify(written.replaceAll(/['"]/gu, ''))} }\n`
    return loadSettings(file(text), {}).layout[0]?.buildings
  }
  for (const [written, names] of [
    ["'1-4'", ['1', '2', '3', '4']],
    ['5,11,16', ['5', '11', '16']],
    ["'1-2, 7, A'", ['1', '2', '7', 'A']],
    ['7', ['7']],
    ['A', ['A']],
    ["'a-c'", ['A', 'B', 'C']],
    ["'01-03'", ['1', '2', '3']],
    ['１－３、８', ['1', '2', '3', '8']],
    ['1~3', ['1', '2', '3']],
    ['1至3', ['1', '2', '3']],
  ] as const)
    it(`reads the buildings ${written}`, () => expect(buildings(written)).toEqual(names))

  it('counts units or takes their names', () => {
    const units = (written: string) =>
      loadSettings(file(SMALL.replace('buildings: "1-3" }]\ngrids', `buildings: "1-3", units: ${written} }]\ngrids`)), {}).layout[0]?.units
    expect(units('2')).toEqual(['1', '2'])
    expect(units('[甲, 2]')).toEqual(['甲', '2'])
  })

  it('takes numbers for names of grids, buildings and units', () => {
    const rooms = 'rooms: [{ topic: 群, building: 3, unit: 2 }]\npeople: [{ name: 王芳, role: staff, grid: 1 }]\n'
    const settings = loadSettings(file(SMALL + rooms), {})
    expect(settings.rooms).toEqual([{ topic: '群', building: '3', unit: '2' }])
    expect(settings.people).toEqual([{ name: '王芳', role: 'staff', grid: '1' }])
  })

  it('hands the puppet’s options on as they are', () => {
    const options = { token: 'x', tls: { disable: true } }
    expect(loadSettings(file(`chat: { options: ${JSON.stringify(options)} }`), {}).chat.options).toEqual(options)
  })

  it('lets the environment name the file and the database', () => {
    const path = file('community: { name: 阳光社区 }\ndatabase: sqlite:one.db\n')
    expect(loadSettings(undefined, { LINXU_SETTINGS: path })).toMatchObject({ community: { name: '阳光社区' }, database: 'sqlite:one.db' })
    const database = 'postgres://linxu:a%40b@10.0.0.2:5432/linxu?sslmode=require'
    expect(loadSettings(undefined, { LINXU_SETTINGS: path, LINXU_DATABASE: database }).database).toBe(database)
    expect(loadSettings(path, { LINXU_SETTINGS: '/nowhere', LINXU_DATABASE: '' }).database).toBe('sqlite:one.db')
  })
})

describe('what is refused, with its line, what is wrong and what is allowed', () => {
  const time = '要写 24 小时制的 "HH:MM"，如 "06:00"'
  const range = '要写楼号，如 "1-6"、"5,11,16" 或 "A"，小的在前，每个数最多三位'
  const database = '写得不对；要写 sqlite:路径 或 postgres://用户:密码@主机:5432/库名（密码里的 @ # / 要写成 %40 %23 %2F）'
  const cases: Record<string, [written: string, ...lines: string[]][]> = {
    values: [
      ['schedule:\n  ask: "19:00"\n  digest: "6:00"\n', `3 schedule.digest：不能是 "6:00"；${time}`],
      ['schedule: { ask: "24:00" }', `1 schedule.ask：不能是 "24:00"；${time}`],
      ['schedule: { ask: 1900 }', `1 schedule.ask：不能是 1900；${time}`],
      ['schedule: { ask: }', `1 schedule.ask：不能是 null；${time}`],
      ['schedule: 06:00', '1 schedule：不能是 "06:00"；要写成“名称: 值”，每行一个'],
      ['\ntimeZone: Asia/Beijing', '2 timeZone：不能是 "Asia/Beijing"；要写时区名，如 Asia/Shanghai'],
      ['language: 中文', '1 language：不能是 "中文"；可以写 zh、en'],
      ['community: { name: "  " }', '1 community.name：不能是 "  "；要写文字，不能空'],
      ['schedule: { lastCall: "23:00" }', '1 schedule.lastCall：23:00 在安静时间（22:00–06:00）里；请写在它之外'],
      ['pace: { maxCharacters: 50 }', '1 pace.maxCharacters：不能是 50；要写 100 到 4000 的整数'],
      ['pace: { secondsBetweenMessages: 快 }', '1 pace.secondsBetweenMessages：不能是 "快"；要写 0 到 3600 的数'],
      ['pace: { retrySeconds: [] }', '1 pace.retrySeconds：不能是 []；要写列表，至少一项，每项以 - 开头'],
      ['pace:\n  retrySeconds:\n    - 5\n    - 0\n', '4 pace.retrySeconds.1：不能是 0；要写 1 到 86400 的整数'],
      ['understanding: { takeAbove: 60 }', '1 understanding.takeAbove：不能是 60；要写 0 到 1 的数'],
      ['understanding: { takeAbove: 0.4, reviewAbove: 0.5 }', '1 understanding.reviewAbove：不能大于 takeAbove（0.4）'],
      ['alerts: { repeatMinutes: 0 }', '1 alerts.repeatMinutes：不能是 0；要写 1 到 240 的数'],
      ['log: { texts: 是 }', '1 log.texts：不能是 "是"；要写 true 或 false'],
      ['log: { level: loud }', '1 log.level：不能是 "loud"；可以写 trace、debug、info、warn、error、silent'],
      ['people: 王芳', '1 people：不能是 "王芳"；要写列表，每项以 - 开头；没有就写 []'],
      ['people:\n  - { name: 王芳, role: boss }', '2 people.0.role：不能是 "boss"；可以写 staff、volunteer、head'],
      ['people: [{ role: staff }]', '1 people.0.name：少了这一项；要写文字，不能空'],
      ['database: linxu.db', `1 database：${database}`],
      ['database: "sqlite:"', `1 database：${database}`],
      ['database: mysql://root:secret@db/linxu', `1 database：${database}`],
      ['database: postgres://linxu:p@ss#1@db:port/linxu', `1 database：${database}`],
      ['chat: { options: secret }', '1 chat.options：写得不对；要写成“名称: 值”，每行一个'],
    ],
    'fields that are not known': [
      [
        'schedule:\n  digset: "06:00"\n',
        '2 schedule.digset：没有这一项；这里可以写 ask、cutOff、digest、remind、thanks、passages、report、lastCall、calls',
      ],
      [
        'comunity: {}\n',
        '1 comunity：没有这一项；这里可以写 community、timeZone、language、layout、grids、people、rooms、schedule、asking、requests、duty、pace、understanding、alerts、modules、marks、accounts、catalogue、chat、database、spareFolder、backup、report、carrying、web、keep、log',
      ],
      [`${SMALL}people:\n  - name: 王芳\n    role: staff\n    phone: 139\n`, '6 people.0.phone：没有这一项；这里可以写 name、role、grid'],
      [
        'layout:\n  - { buildings: 1-3,5, units: 3 }\ngrids: [{ id: 1, name: 一网格, buildings: "1-3" }]\n',
        "2 layout.0.5：没有这一项；带逗号的楼号要加引号，如 '1-4,6'；这里可以写 buildings、units、floors、homesPerFloor、lift",
      ],
    ],
    'the layout': [
      [
        'layout: []\ngrids: []',
        '1 layout：不能是 []；要写列表，至少一项，每项以 - 开头',
        '2 grids：不能是 []；要写列表，至少一项，每项以 - 开头',
      ],
      [
        'layout: [{ buildings: "3-1" }]',
        `1 layout.0.buildings：不能是 "3-1"；${range}`,
        '1 grids：写了 layout 就要写 grids：每个网格管哪些楼',
      ],
      ...['1-', '一栋', '1-A', '1,,2', '1-2000', ''].map((written): [string, string] => [
        `grids: [{ id: 1, name: 一网格, buildings: "${written}" }]`,
        `1 grids.0.buildings：不能是 "${written}"；${range}`,
      ]),
      [SMALL.replace('"1-3" }]\n', '"1-3", floors: 0 }]\n'), '1 layout.0.floors：不能是 0；要写 1 到 99 的整数'],
      [SMALL.replace('"1-3" }]\n', '"1-3", homesPerFloor: 100 }]\n'), '1 layout.0.homesPerFloor：不能是 100；要写 1 到 99 的整数'],
      [SMALL.replace('"1-3" }]\n', '"1-3", floors: 2.5 }]\n'), '1 layout.0.floors：不能是 2.5；要写 1 到 99 的整数'],
      [SMALL.replace('"1-3" }]\n', '"1-3", units: 31 }]\n'), '1 layout.0.units：不能是 31；要写 1 到 30 的整数'],
      [
        SMALL.replace('"1-3" }]\n', '"1-3", units: 三 }]\n'),
        '1 layout.0.units：不能是 "三"；要写单元数（1 到 30），或单元名的列表，如 [甲, 乙]',
      ],
      [SMALL.replace('"1-3" }]\n', '"1-3", units: [甲, 甲] }]\n'), '1 layout.0.units：甲 单元写了两次；每个单元只写一次'],
      [
        'layout:\n  - { buildings: 1-3 }\n  - { buildings: "2,4,4" }\ngrids: [{ id: 1, name: 一网格, buildings: 1-4 }]\n',
        '3 layout.1.buildings：2 栋写了两次；每栋只写一次',
        '3 layout.1.buildings：4 栋写了两次；每栋只写一次',
      ],
      [
        'layout: [{ buildings: 1-999, units: 3, floors: 33, homesPerFloor: 4 }]\ngrids: [{ id: 1, name: 一网格, buildings: 1-999 }]\n',
        '1 layout：一共 395604 户，太多了；最多 50000 户，请检查楼号、单元、楼层和每层户数',
      ],
    ],
    'grids, people and rooms against the layout': [
      [SMALL.replace('"1-3" }]\ngrids', '"1-2" }]\ngrids'), '2 grids.0.buildings：layout 里没有 3 栋；有 1、2'],
      [SMALL.replace('"1-3" }]\ngrids', '"1-5" }]\ngrids'), '2 grids：4、5 栋不归任何网格；每栋都要归一个网格'],
      [
        'layout: [{ buildings: 1-3 }]\ngrids:\n  - { id: a, name: 一网格, buildings: 1-2 }\n  - { id: b, name: 二网格, buildings: 2-3 }\n',
        '4 grids.1.buildings：2 栋已经在网格 a 里；每栋只归一个网格',
      ],
      [
        'layout: [{ buildings: 1-2 }]\ngrids:\n  - { id: 1, name: 一网格, buildings: 1 }\n  - { id: "1", name: 一网格, buildings: 2 }\n',
        '4 grids.1.id：网格 1 写了两次；每个网格的 id 只用一次',
        '4 grids.1.name：“一网格” 用了两次；两个网格不能同名',
      ],
      ['layout: [{ buildings: 1-2 }]\n', '1 grids：写了 layout 就要写 grids：每个网格管哪些楼'],
      [`${SMALL}people:\n  - { name: 王芳, role: staff, grid: 7 }\n`, '4 people.0.grid：没有网格 7；有 1'],
      [`${SMALL}rooms: [{ topic: 群, grid: 7 }]\n`, '3 rooms.0.grid：没有网格 7；有 1'],
      [`${SMALL}rooms: [{ topic: 群, building: 4 }]\n`, '3 rooms.0.building：layout 里没有 4 栋；有 1、2、3'],
      [`${SMALL}rooms: [{ topic: 群, building: 3, unit: 5 }]\n`, '3 rooms.0.unit：这栋没有 5 单元；有 1、2、3'],
      ...['topic: 群', 'topic: 群, building: 1, grid: 1', 'topic: 群, unit: 1', 'topic: 群, unit: 1, grid: 1'].map(
        (room): [string, string] => [`${SMALL}rooms: [{ ${room} }]\n`, '3 rooms.0：群要么写 building（可加 unit），要么写 grid，只写一种'],
      ),
      [`${SMALL}rooms:\n  - { topic: 群, grid: 1 }\n  - { topic: 群, building: 1 }\n`, '5 rooms.1.topic：群名“群”写了两次；每个群只写一次'],
    ],
    'a file that is no YAML': [
      ['schedule:\n\task: "19:00"\n', '2：行首用了 Tab；缩进只能用空格'],
      ['language: zh\nlanguage: en\n', '2：这一项写了两次；只能写一次'],
      ['schedule:\n  ask： "19:00"\n  digest: "06:00"\n', '2：用了中文冒号“：”；要用英文冒号加空格，如 ask: "19:00"'],
      ['language:zh\ntimeZone: Asia/Shanghai\n', '1：冒号后面少了空格；要写成“名称: 值”'],
      ['language: "zh\n', '2：少了引号、括号或冒号；请补上'],
      ['people: [\nlanguage: zh\n', '2：缩进没有对齐，或括号没有关上；同一层要对齐'],
      ['language: zh\n---\nlanguage: en\n', '2：用 --- 分成了几份；一个文件只写一份设置'],
      ['language: @zh\n', '1：值不能以 @ % ` 开头；请加引号'],
      ['- 1\n', '1：文件里不是设置；要写成“名称: 值”，每行一个，可照 config/communities/futong.yaml'],
      ['hello', '1：文件里不是设置；要写成“名称: 值”，每行一个，可照 config/communities/futong.yaml'],
      ['language: *here\n', 'FILE：* 后面的名称没有定义；请加引号'],
    ],
  }
  for (const [group, table] of Object.entries(cases))
    describe(group, () => {
      for (const [written, ...lines] of table)
        it(JSON.stringify(written).slice(0, 100), () => expect(refusal(file(written))).toEqual(lines))
    })

  it('names every fault at once, in the order of the lines', () => {
    const written = `${SMALL}people:\n  - { name: 王芳, role: staff, grid: 9 }\nschedule:\n  ask: 7\nlog: { texts: 1, levle: info }\nmore: 1\n`
    expect(refusal(file(written)).map((line) => line.split('：')[0])).toEqual([
      '4 people.0.grid',
      '6 schedule.ask',
      '7 log.texts',
      '7 log.levle',
      '8 more',
    ])
  })

  it('does not repeat a password, from the file or from the environment', () => {
    const secret = 'mysql://root:geheim@db/linxu'
    const path = file(`database: ${secret}\n`)
    expect(refusal(path, { LINXU_DATABASE: secret }).map((line) => line.split('：')[0])).toEqual(['1 database', 'LINXU_DATABASE'])
    expect(refusal(path, { LINXU_DATABASE: secret }).join()).not.toContain('geheim')
  })

  it('says so in English where the file or the environment asks for it', () => {
    const written = 'schedule: { ask: 7 }\n'
    const english = ['1 schedule.ask: cannot be 7; write a 24-hour "HH:MM", such as "06:00"']
    expect(refusal(file(written), { LINXU_LANGUAGE: 'en' })).toEqual(english)
    expect(refusal(file(`${written}language: en\n`))).toEqual(english)
    expect(refusal(file(`${written}language: en\n`), { LINXU_LANGUAGE: 'zh' })[0]).toContain('不能是 7')
    expect(refusal(join(folder, 'none.yaml'), { LINXU_LANGUAGE: 'en' })).toEqual(['FILE: this settings file is not there; check the path'])
  })

  it('says what a file is that is no text of its own', () => {
    expect(refusal(join(folder, 'none.yaml'))).toEqual(['FILE：找不到这个设置文件；请检查路径'])
    mkdirSync(join(folder, 'sub'))
    expect(refusal(join(folder, 'sub'))).toEqual(['FILE：这是文件夹；要的是设置文件'])
    const notUtf8 = 'FILE：文件不是 UTF-8 编码（多半是 GB18030，即记事本的 ANSI）；请用记事本“另存为”，编码选 UTF-8'
    const gb18030 = Buffer.concat([Buffer.from('community: { name: '), Buffer.from([0xb8, 0xbb, 0xcd, 0xa8]), Buffer.from(' }\n')])
    expect(refusal(file(gb18030))).toEqual([notUtf8])
    expect(refusal(file(Buffer.from('\uFEFFlanguage: zh\n', 'utf16le')))).toEqual([notUtf8])
    expect(refusal(file(Buffer.from('language: zh\n', 'utf16le')))).toEqual([notUtf8])
  })
})

it('echoes a key without what turns or hides the words around it', () => {
  const said = refusal(file('"\u202egnol\u0007": 1\n')).join('\n')
  expect(said).toContain('gnol')
  expect(said.split('\n').join('')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
})
