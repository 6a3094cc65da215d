/** Accounts in Chinese. */
import { type AccountsWording, yuan } from './accounts.js'
import { dateOf } from './said-zh.js'

const doors = (noted: readonly { door: string; cents: number }[]): string =>
  noted.map(({ door, cents }) => `${door} ${yuan(cents)}元`).join('、')
const none = (names: readonly string[]): string[] => (names.length > 0 ? [`没有找到单或没有欠款：${names.join('、')}`] : [])

export const accountsZh: AccountsWording = {
  chargeNoted: (facts) => [...(facts.noted.length > 0 ? [`💰记下 ${doors(facts.noted)}`] : []), ...none(facts.none)].join('\n'),
  paidNoted: (facts) => [...(facts.noted.length > 0 ? [`✓已付 ${doors(facts.noted)}`] : []), ...none(facts.none)].join('\n'),
  owed: ({ door, cents, charges }) =>
    [
      `${door} 一共${yuan(cents)}元：`,
      ...charges.map((one) => `${dateOf(one.day)} ${one.item === '' ? '采购' : one.item} ${yuan(one.cents)}元`),
    ].join('\n'),
  accounts: ({ day, cents, paidCents, grids, unpaid }) => [
    `【${dateOf(day)}账目】共${yuan(cents)}元，已付${yuan(paidCents)}元，未付${yuan(cents - paidCents)}元`,
    ...grids.map((one) => `${one.name}：${one.households}户 ${yuan(one.cents)}元，已付${yuan(one.paidCents)}元`),
    ...(unpaid.length > 0 ? [`没付的：${unpaid.join('、')}`] : []),
  ],
}
