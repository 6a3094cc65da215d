/** What the bot says of accounts. */
export interface Owed {
  door: string
  cents: number
  /** `item` '' is the whole bag. */
  charges: { day: string; item: string; cents: number }[]
}
export interface AccountsFacts {
  day: string
  cents: number
  paidCents: number
  grids: { name: string; households: number; cents: number; paidCents: number }[]
  /** Doors that have not paid all. */
  unpaid: string[]
}
export interface AccountsWording {
  /** Goods are not named: volunteers read it. */
  chargeNoted(facts: { noted: { door: string; cents: number }[]; none: string[] }): string
  paidNoted(facts: { noted: { door: string; cents: number }[]; none: string[] }): string
  /** To the household alone. */
  owed(facts: Owed): string
  accounts(facts: AccountsFacts): string[]
}

/** 4560 → 45.60 */
export const yuan = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
