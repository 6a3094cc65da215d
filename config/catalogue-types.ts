/** The goods catalogue as values. Its rows lie in `config/catalogue/*.csv`; the parser gets them handed in. */

export type PickupPlace = 'supermarket' | 'pharmacy'

/** A medicine's use: chronic, acute, child, first aid; `''` for goods that are no medicine. */
export type MedicineClass = '' | 'chronic' | 'acute' | 'child' | 'first-aid' | 'supplement' | 'device'

/** What is known of one thing that can be bought, but its other names. */
export interface GoodFacts {
  /** Canonical Chinese name, the one a shopper looks for. */
  name: string
  category: string
  /** Usual measure word (袋, 斤, 盒 …), one of the catalogue's measures. */
  unit: string
  place: PickupPlace
  /** Counts towards a heavy load when carried up (sacks, oil, crates of drinks). */
  heavy: boolean
  medicine: MedicineClass
  /** Running out of it endangers life: asking for it is urgent. */
  lifeSustaining: boolean
  /** Weight of one usual unit in kilograms, null where it does not matter. */
  kilograms: number | null
}

/** One thing that can be bought. */
export interface Good extends GoodFacts {
  /** Other names: dialect, brand, English, emoji, spelled-out forms. Unique over the whole catalogue. */
  aliases: string[]
}

/** A measure word: 斤, 袋, 盒 … with the other ways in which it is written (kg → 公斤, bag → 袋). */
export interface Measure {
  name: string
  aliases: string[]
  kind: 'weight' | 'volume' | 'length' | 'count' | 'pack' | 'money'
  /** Kilograms (weight, volume as water) in one of it, null where that depends on the goods. */
  kilograms: number | null
}

export interface Catalogue {
  goods: Good[]
  measures: Measure[]
}

/** What the parser knows of the community's shape: which doors can exist. */
export interface LayoutFacts {
  buildings: { name: string; units: string[]; floors: number; homesPerFloor: number }[]
}
