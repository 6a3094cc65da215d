/** Building, unit and room of a full postal address. */
import { findPlaces } from '../matchers/addresses.js'
import { foldText } from '../text.js'
import type { Address } from '../types.js'

export const readPostal = (text: string): Address => {
  const place = findPlaces(foldText(text).text, undefined, (index) => index).at(-1)
  return { building: place?.building ?? null, unit: place?.unit ?? null, room: place?.room ?? null }
}
