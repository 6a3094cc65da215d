import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CatalogueRefused, checkCatalogue, loadCatalogue } from '../../config/catalogue.js'
import { readAtOnce } from '../../config/catalogue-fast.js'
import type { Catalogue, Good } from '../../config/catalogue-types.js'
import { packageFile } from '../../config/root.js'

const HEAD = '名称,别名,类别,单位,取货处,重,药类,救命药,公斤'
const folders: string[] = []

function folderWith(table: string | Buffer, file = '本社区.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-catalogue-'))
  folders.push(folder)
  writeFileSync(join(folder, file), table)
  return folder
}

function good(catalogue: Catalogue, name: string): Good {
  const found = catalogue.goods.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no ${name} in the catalogue`)
  return found
}

/** What a word stands for, as a reader of the catalogue would look it up. */
const standsFor = (word: string): string | undefined => words.get(word)
const shipped = loadCatalogue()
const words = new Map(shipped.goods.flatMap(({ name, aliases }) => [name, ...aliases].map((word) => [word, name] as const)))

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the shipped catalogue', () => {
  it('has no fault', () => expect(checkCatalogue()).toEqual([]))

  it('holds at least 1,500 goods and 500 medicines', () => {
    const medicines = shipped.goods.filter(({ medicine }) => medicine !== '')
    expect(shipped.goods.length - medicines.length).toBeGreaterThanOrEqual(1500)
    expect(medicines.length).toBeGreaterThanOrEqual(500)
    expect(shipped.measures.length).toBeGreaterThanOrEqual(90)
  })

  it('lies in plain tables that can be read at once, and reads the same with care', () => {
    const folder = packageFile('config/catalogue')
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/["\r\uFEFF\uFFFD]/)
    expect(readAtOnce()).not.toBeNull()
    expect(loadCatalogue([folderWith('名称,别名\n')])).toEqual(readAtOnce())
  })

  it('writes names short, without spaces, in plain width', () => {
    const odd = shipped.goods.filter(({ name }) => name.length > 12 || /\s/.test(name) || name.normalize('NFKC') !== name)
    expect(odd).toEqual([])
  })

  it('writes other names in lower case and plain width', () => {
    const odd = shipped.goods.flatMap(({ aliases }) => aliases.filter((alias) => alias.normalize('NFKC').toLowerCase().trim() !== alias))
    expect(odd).toEqual([])
  })

  it.each([
    ['rice', '大米'],
    ['打针用的胰岛素', '胰岛素'],
    ['白面', '面粉'],
    ['大白菜', '白菜'],
    ['鸡子儿', '鸡蛋'],
    ['🥚', '鸡蛋'],
    ['eggs', '鸡蛋'],
    ['土豆子', '土豆'],
    ['洋柿子', '西红柿'],
    ['红薯', '地瓜'],
    ['救心丸', '速效救心丸'],
    ['五花', '五花肉'],
    ['翅中', '鸡翅中'],
    ['手纸', '卫生纸'],
    ['创口贴', '创可贴'],
    ['飞鹤', '奶粉'],
    ['哈啤', '啤酒'],
    ['纸尿裤', '尿不湿'],
    ['toilet paper', '卫生纸'],
    ['insulin', '胰岛素'],
    ['海椒', '辣椒'],
    ['包谷', '玉米'],
    ['猪润', '猪肝'],
    ['扁食', '馄饨'],
    ['启尔畅', '倍氯米松福莫特罗'],
    ['倍择瑞', '布地格福'],
  ])('knows %s as %s', (word, name) => expect(standsFor(word)).toBe(name))

  it.each(['雪碧', '老干妈', '倍他乐克', '美林', '泰诺林', '连花清瘟', '娃娃菜', '小白菜', '花生油', '拉拉裤', '成人纸尿裤'])(
    'keeps %s as a thing of its own',
    (word) => expect(standsFor(word)).toBe(word),
  )

  it.each([
    ['诺和达', '诺和佳'],
    ['来得时', '来优时'],
    ['红霉素眼膏', '四环素眼膏'],
    ['茚达特罗', '杰润'],
  ])('takes %s and %s, medicines of different substance or strength, for two things', (one, other) =>
    expect(standsFor(one)).not.toBe(standsFor(other)),
  )

  it.each(['药', '菜', '东西', '红包', '💊'])('does not take %s for goods', (word) => expect(standsFor(word)).toBeUndefined())

  it.each([
    '胰岛素',
    '诺和锐',
    '硝酸甘油',
    '速效救心丸',
    '沙丁胺醇',
    '信必可',
    '丙戊酸钠',
    '德巴金',
    '卡马西平',
    '氧气袋',
    '他克莫司',
    '腹透液',
    '肾上腺素笔',
    '胰高血糖素',
    '凝血因子',
    '利伐沙班',
  ])('marks %s as life-sustaining', (name) => expect(good(shipped, name).lifeSustaining).toBe(true))

  it.each(['二甲双胍', '硝苯地平', '倍他乐克', '优甲乐', '降压药', '感冒灵', '针头'])('leaves %s unmarked', (name) =>
    expect(good(shipped, name)).toMatchObject({ lifeSustaining: false, place: 'pharmacy' }),
  )

  it('marks every insulin as life-sustaining', () => {
    const insulins = shipped.goods.filter(
      ({ category, name }) => category === '糖尿病药' && /胰岛素|优泌|诺和灵|甘精|门冬|赖脯|地特|德谷/u.test(name),
    )
    expect(insulins.length).toBeGreaterThan(10)
    expect(insulins.filter(({ lifeSustaining }) => !lifeSustaining)).toEqual([])
  })

  it('fetches every medicine that sustains life from the pharmacy', () => {
    expect(shipped.goods.filter(({ lifeSustaining, place }) => lifeSustaining && place !== 'pharmacy')).toEqual([])
  })
})

describe('a faulty table is refused', () => {
  it.each<[string, string, string]>([
    ['a name twice', `${HEAD}\n大碴粥糊,,熟食,份,超市,,,,\n大碴粥糊,,熟食,份,超市,,,,`, '本社区.csv:3 名称「大碴粥糊」重复，'],
    [
      'a name that is an alias',
      `${HEAD}\n洋芋,,蔬菜,斤,超市,,,,`,
      '本社区.csv:2 名称「洋芋」已经是「土豆」的别名（vegetables.csv:2），请只留一处。',
    ],
    [
      'an alias of two goods',
      `${HEAD}\n新土豆泥粉,洋芋,蔬菜,斤,超市,,,,`,
      '本社区.csv:2 别名「洋芋」同时属于「新土豆泥粉」和「土豆」（vegetables.csv:2），请只留一处。',
    ],
    [
      'an alias that is a good',
      `${HEAD}\n新土豆泥粉,土豆,蔬菜,斤,超市,,,,`,
      '本社区.csv:2 「新土豆泥粉」的别名「土豆」是另一种商品的名称（vegetables.csv:2），请只留一处。',
    ],
    [
      'an alias twice',
      `${HEAD}\n新土豆泥粉,泥粉|泥粉2|,蔬菜,斤,超市,,,,`,
      '本社区.csv:2 「新土豆泥粉」的别名里有空的一格，请删去多余的「|」。',
    ],
    ['a unit that is no measure', `${HEAD}\n新土豆泥粉,,蔬菜,坨坨,超市,,,,`, '本社区.csv:2 「新土豆泥粉」的单位「坨坨」不是计量单位，'],
    [
      'an unknown pickup place',
      `${HEAD}\n新土豆泥粉,,蔬菜,斤,菜店,,,,`,
      '本社区.csv:2 「新土豆泥粉」的取货处「菜店」不认识，请写：超市、药店。',
    ],
    [
      'an unknown medicine class',
      `${HEAD}\n新止疼膏贴,,药,盒,药店,,外用,,`,
      '本社区.csv:2 「新止疼膏贴」的药类「外用」不认识，请写：慢性、急性、儿童、急救、保健、器械；不是药就留空。',
    ],
    ['life-sustaining but no medicine', `${HEAD}\n新救命水,,药,盒,药店,,,是,`, '本社区.csv:2 「新救命水」写了救命药，却没有写药类。'],
    [
      'a mark that is neither yes nor no',
      `${HEAD}\n新土豆泥粉,,蔬菜,斤,超市,很重,,,`,
      '本社区.csv:2 「新土豆泥粉」的「重」写的是「很重」，请写「是」或留空。',
    ],
    [
      'a weight that is no number',
      `${HEAD}\n新土豆泥粉,,蔬菜,斤,超市,,,,半斤`,
      '本社区.csv:2 「新土豆泥粉」的公斤数「半斤」不是大于零的数字。',
    ],
    ['no name', `${HEAD}\n,泥粉,蔬菜,斤,超市,,,,`, '本社区.csv:2 没有写名称。'],
    ['a new good without a unit', `${HEAD}\n新土豆泥粉,,蔬菜,,超市,,,,`, '本社区.csv:2 「新土豆泥粉」是目录里没有的商品，要写「单位」。'],
    ['a missing column', '名称,类别\n新土豆泥粉,蔬菜', '本社区.csv:1 缺少列「别名」。'],
    ['an unknown column', '名称,别名,价钱\n土豆,,3', '本社区.csv:1 不认识的列「价钱」，'],
    ['a column twice', '名称,别名,别名\n土豆,,', '本社区.csv:1 列「别名」写了两遍。'],
    ['too many cells', '名称,别名\n土豆,黄麻子土豆,白麻子土豆', '本社区.csv:2 这一行有 3 格，表头有 2 格，请检查逗号。'],
    ['quotes that do not close', '名称,别名\n"土豆,黄麻子土豆\n', '表格断了，引号没有成对，请用表格软件打开后重新保存。'],
    ['an empty file', '', '本社区.csv:1 是空的，第一行要写：名称,别名,'],
    ['a measure of unknown kind', '名称,别名,种类,公斤\n大车,,一车,', '本社区.csv:2 计量单位「大车」的种类「一车」不认识，'],
    [
      'an alias of two measures',
      '名称,别名,种类,公斤\n大车,kg,重量,',
      '本社区.csv:2 别名「kg」同时属于「大车」和「公斤」（measures.csv:4），请只留一处。',
    ],
  ])('%s', (_, table, sentence) => {
    const folder = folderWith(table)
    expect(checkCatalogue([folder]).join('\n')).toContain(sentence)
    expect(() => loadCatalogue([folder])).toThrow(CatalogueRefused)
  })

  it('bytes that are no text', () => {
    const folder = folderWith(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff, 0xff]))
    expect(checkCatalogue([folder]).join()).toContain('本社区.csv:1 文字编码认不出来，请在表格软件里另存为「CSV UTF-8」。')
  })

  it('telling all faults at once', () => {
    const folder = folderWith(`${HEAD}\n洋芋,,蔬菜,斤,超市,,,,\n新土豆泥粉,,蔬菜,坨坨,菜店,,,,`)
    expect(checkCatalogue([folder])).toHaveLength(3)
    expect(() => loadCatalogue([folder])).toThrow(/商品目录有 3 处要改：/)
  })
})

describe("a community's additions", () => {
  it('add goods', () => {
    const catalogue = loadCatalogue([folderWith(`${HEAD}\n富通社区盒饭,富通盒饭,熟食,份,超市,,,,0.6\n`)])
    expect(good(catalogue, '富通社区盒饭')).toEqual({
      name: '富通社区盒饭',
      aliases: ['富通盒饭'],
      category: '熟食',
      unit: '份',
      place: 'supermarket',
      heavy: false,
      medicine: '',
      lifeSustaining: false,
      kilograms: 0.6,
    })
    expect(catalogue.goods).toHaveLength(shipped.goods.length + 1)
  })

  it('add names to a known good, again or for the first time, and leave the rest of it', () => {
    const catalogue = loadCatalogue([folderWith('名称,别名\n土豆,洋芋|麻土豆|讷河土豆\n')])
    const before = good(shipped, '土豆')
    expect(good(catalogue, '土豆')).toEqual({ ...before, aliases: [...before.aliases, '麻土豆', '讷河土豆'] })
  })

  it('add names to a good of their own later on', () => {
    const first = folderWith(`${HEAD}\n讷河土豆,,蔬菜,斤,超市,,,,\n`)
    const second = folderWith('名称,别名\n讷河土豆,讷河洋芋\n')
    expect(good(loadCatalogue([first, second]), '讷河土豆').aliases).toEqual(['讷河洋芋'])
  })

  it('change the facts that they write, but never take away the mark of a life-sustaining medicine', () => {
    const catalogue = loadCatalogue([folderWith(`${HEAD}\n鸡蛋,,,板,,是,,,2\n胰岛素,,,盒,,,,否,\n`)])
    expect(good(catalogue, '鸡蛋')).toMatchObject({
      unit: '板',
      heavy: true,
      kilograms: 2,
      place: 'supermarket',
      category: good(shipped, '鸡蛋').category,
    })
    expect(good(catalogue, '胰岛素')).toMatchObject({ unit: '盒', lifeSustaining: true })
  })

  it('add measures, and goods may use them', () => {
    const measures = folderWith('名称,别名,种类,公斤\n编织袋装,,包装,25\n斤,斤斤,,\n', 'units.csv')
    const goods = folderWith(`${HEAD}\n讷河土豆整袋,,蔬菜,编织袋装,超市,是,,,25\n`)
    const catalogue = loadCatalogue([measures, goods])
    expect(good(catalogue, '讷河土豆整袋').unit).toBe('编织袋装')
    expect(catalogue.measures.find(({ name }) => name === '斤')?.aliases).toContain('斤斤')
  })

  it('may be absent', () => expect(loadCatalogue([join(tmpdir(), 'linxu-no-such-folder')])).toEqual(shipped))

  const table = `${HEAD}\n讷河土豆,讷河洋芋,蔬菜,kg,超市,是,,,1\n`
  it.each<[string, string | Buffer]>([
    ['UTF-8 with a byte order mark', `\uFEFF${table}`],
    ['GB18030, as Excel saves it in China', gb18030(table)],
    ['UTF-16 with tabs, as Excel saves Unicode text', Buffer.from(`\uFEFF${table.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons, as Excel saves where the comma is a decimal sign', table.replaceAll(',', ';')],
    ['full-width commas, as typed by hand', table.replaceAll(',', '，')],
    ['lines that end as on Windows', table.replaceAll('\n', '\r\n')],
    ['quotes', table.replace('讷河土豆,讷河洋芋', '"讷河土豆","讷河洋芋"')],
    ['empty rows and columns behind', table.replaceAll('\n', ',,\n').concat(',,,,,,,,,,\n')],
    ['full-width letters and blanks', table.replace('讷河土豆,', ' 讷河土豆　,').replace('kg', 'ｋｇ')],
    [
      'a head in English',
      table.replace(HEAD, 'name,aliases,category,unit,place,heavy,medicine,life,kg').replace('超市,是', 'supermarket,yes'),
    ],
  ])('may come in %s', (_, bytes) => {
    const added = good(loadCatalogue([folderWith(bytes)]), '讷河土豆')
    expect(added).toMatchObject({ aliases: ['讷河洋芋'], unit: '公斤', place: 'supermarket', heavy: true, kilograms: 1 })
  })

  it('may join names by 、 or a full-width bar', () => {
    const catalogue = loadCatalogue([folderWith('名称,别名\n土豆,"麻土豆、讷河土豆｜克山土豆；新土豆"\n')])
    expect(good(catalogue, '土豆').aliases).toEqual(expect.arrayContaining(['麻土豆', '讷河土豆', '克山土豆', '新土豆']))
  })
})

/** Node has no encoder for GB18030: the two-byte characters are found by decoding each pair once. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
  return Buffer.from([...text].flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? []))))
}
