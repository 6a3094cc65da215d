/** `linxu catalogue find|add|check|unknown`: what words stand for, and a community's own goods. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { CatalogueRefused, openBook } from '../../config/catalogue.js'
import { addToCatalogue, type NewRow } from '../../config/catalogue-additions.js'
import type { Good } from '../../config/catalogue-types.js'
import { MEDICINES, PLACES, TITLES } from '../../config/catalogue-words.js'
import { loadSettings, type Settings } from '../../config/settings.js'
import { openStore } from '../../store/open.js'
import { fileLines, unknownGoods } from '../../store/unknown-goods.js'
import { databaseUrl } from '../office.js'

interface Flags {
  settings?: string
  db?: string
}
interface AddFlags extends Flags {
  aliasOf?: string
  category?: string
  unit?: string
  place?: string
  alias?: string
  medicine?: string
  life?: boolean
  heavy?: boolean
  kg?: string
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const titleOf = <Word>(titles: ReadonlyMap<string, Word>, word: Word): string =>
  [...titles].find(([, value]) => value === word)?.[0] ?? String(word)

const withFlags = (command: Command, database: boolean): Command => {
  command.option('--settings <file>', '设置文件 / settings file')
  return database ? command.option('--db <path>', '数据库文件或地址 / database file or URL') : command
}

export const catalogueCommand = (): Command =>
  new Command('catalogue')
    .description('商品目录 / the goods catalogue')
    .addCommand(findCommand())
    .addCommand(addCommand())
    .addCommand(checkCommand())
    .addCommand(unknownCommand())

const shown = (good: Good): string =>
  [
    `${good.name}　${good.category}`,
    `${TITLES.unit} ${good.unit}`,
    `${TITLES.place} ${titleOf(PLACES, good.place)}`,
    ...(good.medicine === '' ? [] : [`${TITLES.medicine} ${titleOf(MEDICINES, good.medicine)}`]),
    ...(good.lifeSustaining ? [TITLES.life] : []),
    ...(good.heavy ? [TITLES.heavy] : []),
    ...(good.kilograms === null ? [] : [`${good.kilograms}${TITLES.kg}`]),
    ...(good.aliases.length > 0 ? [`${TITLES.aliases} ${good.aliases.join('、')}`] : []),
  ].join('，')

const NEAR = 12

const findCommand = (): Command => {
  const command = new Command('find').description('一个词指什么 / what a word stands for').argument('<word>', '词 / a word')
  return withFlags(command, false).action((word: string, flags: Flags) => {
    const { catalogue, goodCalled, measureCalled } = openBook([loadSettings(flags.settings).catalogue])
    const held = goodCalled(word)
    const good = catalogue.goods.find(({ name }) => name === held?.name)
    if (good !== undefined) say(`${good.name === word ? '' : `「${word}」→ `}${shown(good)}（${held?.at}）`)
    const measure = measureCalled(word)
    if (measure !== undefined) say(`「${word}」是计量单位：${measure.name}（${measure.at}）/ a unit`)
    const near = catalogue.goods.filter(({ name, aliases }) => name !== good?.name && [name, ...aliases].some((one) => one.includes(word)))
    const more = near.length > NEAR ? ` … ${near.length}` : ''
    if (near.length > 0)
      say(
        `含有这个词的 / holding it: ${near
          .slice(0, NEAR)
          .map(({ name }) => name)
          .join('、')}${more}`,
      )
    if (good === undefined && measure === undefined)
      say(
        `目录里没有「${word}」，要添加：linxu catalogue add ${word} --category 类别 --unit 单位；是别名：linxu catalogue add --alias-of 商品 ${word} / not in the catalogue`,
      )
  })
}

const checkCommand = (): Command => {
  const command = new Command('check').description('逐行检查商品表 / check the tables line by line')
  command.argument('[folder]', '文件夹，默认是设置里的 / a folder, the settings’ one without it')
  return withFlags(command, false).action((given: string | undefined, flags: Flags) => {
    const folder = resolve(given ?? loadSettings(flags.settings).catalogue)
    if (!existsSync(folder)) {
      if (given !== undefined) throw new CatalogueRefused([`没有这个文件夹：${folder}`])
      say(`${folder} 还没有，只用自带的目录 / only the shipped tables`)
    }
    const sheets = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(?:xlsx?|ods|et|tsv|txt)$/iu.test(file)) : []
    const unread = sheets.map((file) => `${file} 不会读，请在表格软件里另存为「CSV UTF-8」。`)
    const { catalogue, faults } = openBook([folder])
    if (faults.length + unread.length > 0) throw new CatalogueRefused([...faults, ...unread])
    const names = catalogue.goods.reduce((count, { aliases }) => count + 1 + aliases.length, 0)
    say(`没有问题：${catalogue.goods.length} 种商品，${names} 个名字，${catalogue.measures.length} 个单位 / no faults`)
  })
}

const addCommand = (): Command => {
  const command = new Command('add').description('添加商品，或给商品加别名 / add goods, or other names of known goods')
  command.argument('<names...>', '名称，或配合 --alias-of 写别名 / the name; with --alias-of other names')
  command
    .option('--alias-of <good>', '是哪种商品的别名 / the good that is meant')
    .option('--category <category>', '类别，如 蔬菜 / category')
    .option('--unit <unit>', '单位，如 斤 / unit')
    .addOption(new Option('--place <place>', '取货处 / pickup place').choices([...PLACES.keys()]))
    .option('--alias <names>', '别名，用逗号隔开 / other names, divided by commas')
    .addOption(new Option('--medicine <class>', '是药：哪一类 / its class as a medicine').choices([...MEDICINES.keys()].filter(Boolean)))
    .option('--life', '救命药：要它就是急事 / life-sustaining')
    .option('--heavy', '重 / heavy')
    .option('--kg <kilograms>', '一个单位的公斤数 / kilograms in a unit')
  return withFlags(command, true).action(async (names: string[], flags: AddFlags) => {
    const settings = loadSettings(flags.settings)
    const row = flags.aliasOf === undefined ? goodRow(names, flags, command) : aliasRow(flags.aliasOf, names, flags, command)
    const good = addToCatalogue(settings.catalogue, row)
    say(`已写入 ${settings.catalogue}：${shown(good)}`)
    await fileOpenLines(good, settings, flags)
    say('正在运行的机器人要重新启动才会认得 / a running bot knows it after its next start')
  })
}

const goodRow = ([name = '', ...more]: string[], flags: AddFlags, command: Command): NewRow => {
  if (more.length > 0) command.error(`一次加一种商品；别名请写 --alias ${more.join(',')} / one good at a time`)
  if (flags.category === undefined || flags.unit === undefined)
    command.error('请写类别和单位，如 --category 蔬菜 --unit 斤；只是别名就写 --alias-of 商品 / give category and unit, or --alias-of')
  const place = flags.place ?? (flags.medicine === undefined ? 'supermarket' : 'pharmacy')
  return {
    name: name.normalize('NFKC').trim(),
    aliases: wordsOf(flags.alias ?? ''),
    category: flags.category ?? '',
    unit: flags.unit ?? '',
    place: titleOf(PLACES, PLACES.get(place)),
    medicine: titleOf(MEDICINES, MEDICINES.get(flags.medicine ?? '')),
    life: flags.life === true ? '是' : '',
    heavy: flags.heavy === true ? '是' : '',
    kg: flags.kg ?? '',
  }
}

const aliasRow = (name: string, aliases: string[], flags: AddFlags, command: Command): NewRow => {
  const { category, unit, place, alias, medicine, life, heavy, kg } = flags
  if ([category, unit, place, alias, medicine, life, heavy, kg].some((flag) => flag !== undefined))
    command.error('--alias-of 只加别名，不能同时写类别、单位等 / --alias-of takes names only')
  return { name: name.normalize('NFKC').trim(), aliases: wordsOf(aliases.join(',')) }
}

/** `a,b，c` → `a|b|c`, as they are written in a table. */
const wordsOf = (list: string): string =>
  list
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,、;|]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join('|')

/** What is still to be brought under this name gets its place at once; a database that is not there has none. */
const fileOpenLines = async (good: Good, settings: Settings, flags: Flags): Promise<void> => {
  const url = databaseUrl(flags.db ?? settings.database)
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) return
  const store = await openStore(url)
  try {
    const cause = { at: Date.now(), why: 'catalogue', personId: null, inboxId: null }
    const filed = await store.db.transaction().execute((trx) =>
      fileLines(
        trx,
        {
          item: good.name,
          place: good.place,
          medicine: good.medicine,
          heavy: good.heavy ? 1 : 0,
          words: [good.name, ...good.aliases],
          lifeSustaining: good.lifeSustaining,
        },
        cause,
      ),
    )
    if (filed > 0) say(`没送的订单里有 ${filed} 行记到「${good.name}」名下 / ${filed} open order lines filed`)
    if (filed > 0 && good.lifeSustaining) say('⚠️是救命药：这些订单已标为急，请马上看清单 / life-sustaining: these orders are urgent now')
  } finally {
    await store.close()
  }
}

const unknownCommand = (): Command => {
  const command = new Command('unknown').description('居民写过、目录里没有的 / what residents wrote and the catalogue lacks')
  command.option('--json', 'JSON')
  return withFlags(command, true).action(async (flags: Flags & { json?: boolean }) => {
    const settings = loadSettings(flags.settings)
    const { goodCalled } = openBook([settings.catalogue])
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    try {
      const found = (await unknownGoods(store.db)).filter(({ item }) => goodCalled(item) === undefined)
      if (flags.json === true) say(JSON.stringify(found, null, 1))
      else
        for (const { item, times, lastDay, example } of found) say(`${item}\t${times} 次\t${lastDay}\t“${example.replaceAll('\n', '⏎')}”`)
      if (flags.json !== true)
        say(
          found.length === 0
            ? '没有 / none'
            : `登记：linxu catalogue add 名称 --category 类别 --unit 单位，或 linxu catalogue add --alias-of 商品 名称 / to file one`,
        )
    } finally {
      await store.close()
    }
  })
}
