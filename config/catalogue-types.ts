/** The goods catalogue as values. Its rows lie in `config/catalogue/*.csv`; the parser gets them handed in. */

export type PickupPlace = 'supermarket' | 'pharmacy'

/** A medicine's use: chronic, acute, child, first aid; `''` for goods that are no medicine. */
export type MedicineClass = '' | 'chronic' | 'acute' | 'child' | 'first-aid' | 'supplement' | 'device'

/** One thing that can be bought. */
export interface Good {
  /** Canonical Chinese name, the one a shopper looks for. */
  name: string
  /** Other names: dialect, brand, English, emoji, spelled-out forms. Unique over the whole catalogue. */
  aliases: string[]
  category: string
  /** Usual measure word (袋, 斤, 盒 …). */
  unit: string
  place: PickupPlace
  /** Counts towards a heavy load when carried up (sacks, oil, crates of drinks). */
  heavy: boolean
  medicine: MedicineClass
  /** Running out of it endangers life: asking for it is urgent. */
  lifeSustaining: boolean
}
