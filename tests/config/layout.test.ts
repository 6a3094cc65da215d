/** The doors of a community, by its settings. */
import { describe, expect, it } from 'vitest'
import { gridById, gridOf, householdsOf, layoutFacts } from '../../config/layout.js'
import { loadSettings, type Settings } from '../../config/settings.js'

const futong = loadSettings(undefined, {})

describe('the sample community', () => {
  const doors = householdsOf(futong)
  const count = (of: (door: (typeof doors)[number]) => string): number => new Set(doors.map(of)).size

  it('has 37 buildings, 117 units, 1,404 households and 6 grids', () => {
    expect(count(({ building }) => building)).toBe(37)
    expect(count(({ building, unit }) => `${building}-${unit}`)).toBe(117)
    expect(doors).toHaveLength(1404)
    expect(count(({ building, unit, room }) => `${building}-${unit}-${room}`)).toBe(1404)
    expect(count(({ grid }) => grid)).toBe(6)
  })

  it('has rooms 101, 102 … 602 in every unit', () => {
    const rooms = ['101', '102', '201', '202', '301', '302', '401', '402', '501', '502', '601', '602']
    expect(doors.filter(({ building, unit }) => building === '5' && unit === '4').map(({ room }) => room)).toEqual(rooms)
    expect(doors.every(({ room, floor }) => room === `${floor}${room.slice(-2)}`)).toBe(true)
  })

  it('has four units in 5, 11, 16, 22, 29 and 35, three in the others', () => {
    const four = layoutFacts(futong).buildings.filter(({ units }) => units.length === 4)
    expect(four.map(({ name }) => name)).toEqual(['5', '11', '16', '22', '29', '35'])
    expect(layoutFacts(futong).buildings.filter(({ units }) => units.length === 3)).toHaveLength(31)
  })

  it('walks from building 1 to building 37', () => {
    expect([...new Set(doors.map(({ building }) => building))]).toEqual(Array.from({ length: 37 }, (_, index) => String(index + 1)))
  })

  it('splits into grids of 228, 228, 228, 228, 228 and 264 households', () => {
    const of = (grid: string): number => doors.filter((door) => door.grid === grid).length
    expect(['1', '2', '3', '4', '5', '6'].map(of)).toEqual([228, 228, 228, 228, 228, 264])
  })

  it('knows a building’s grid and a grid by its id', () => {
    expect([gridOf(futong, '6'), gridOf(futong, '7'), gridOf(futong, '37'), gridOf(futong, '38')]).toEqual(['1', '2', '6', null])
    expect(gridById(futong, '6')?.name).toBe('六网格')
    expect(gridById(futong, '7')).toBeNull()
  })
})

it('names tall buildings’ rooms and puts lettered buildings behind numbered ones', () => {
  const part = { units: ['甲'], floors: 12, homesPerFloor: 1, lift: true }
  const settings: Settings = {
    ...futong,
    layout: [
      { ...part, buildings: ['B', '10', 'A'] },
      { ...part, buildings: ['9'] },
    ],
    grids: [{ id: '1', name: '一网格', buildings: ['9', '10', 'A', 'B'] }],
  }
  const doors = householdsOf(settings)
  expect([...new Set(doors.map(({ building }) => building))]).toEqual(['9', '10', 'A', 'B'])
  expect(doors.slice(8, 11).map(({ room, floor }) => [room, floor])).toEqual([
    ['901', 9],
    ['1001', 10],
    ['1101', 11],
  ])
  expect(layoutFacts(settings).buildings).toContainEqual({ name: 'A', units: ['甲'], floors: 12, homesPerFloor: 1 })
})
