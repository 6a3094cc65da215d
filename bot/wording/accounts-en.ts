/** Accounts in English. */
import { type AccountsWording, yuan } from './accounts.js'

const doors = (noted: readonly { door: string; cents: number }[]): string =>
  noted.map(({ door, cents }) => `${door} ¥${yuan(cents)}`).join(', ')
const none = (names: readonly string[]): string[] => (names.length > 0 ? [`No order, or nothing due: ${names.join(', ')}`] : [])

export const accountsEn: AccountsWording = {
  chargeNoted: (facts) => [...(facts.noted.length > 0 ? [`💰Noted ${doors(facts.noted)}`] : []), ...none(facts.none)].join('\n'),
  paidNoted: (facts) => [...(facts.noted.length > 0 ? [`✓Paid ${doors(facts.noted)}`] : []), ...none(facts.none)].join('\n'),
  owed: ({ door, cents, charges }) =>
    [
      `${door} owes ¥${yuan(cents)}:`,
      ...charges.map((one) => `${one.day} ${one.item === '' ? 'goods' : one.item} ¥${yuan(one.cents)}`),
    ].join('\n'),
  accounts: ({ day, cents, paidCents, grids, unpaid }) => [
    `[Accounts of ${day}] ¥${yuan(cents)}, paid ¥${yuan(paidCents)}, due ¥${yuan(cents - paidCents)}`,
    ...grids.map((one) => `${one.name}: ${one.households} households ¥${yuan(one.cents)}, paid ¥${yuan(one.paidCents)}`),
    ...(unpaid.length > 0 ? [`Not paid: ${unpaid.join(', ')}`] : []),
  ],
}
