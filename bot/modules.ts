/** Parts of the office that the settings turn off: what belongs to one is not done, and staff are told in one sentence. */
import type { Settings } from '../config/settings.js'
import { isStaff, type Scene } from './acts/scene.js'
import type { Deed } from './permissions.js'
import { answerAlone } from './say.js'

export type Module = keyof Settings['modules']

const MODULE_OF: Partial<Record<Deed, Module>> = {
  risk: 'marks',
  passage: 'disinfection',
  charge: 'accounts',
  paid: 'accounts',
  accounts: 'accounts',
  owed: 'accounts',
  'round start': 'rounds',
  'round own': 'rounds',
  'round excused': 'rounds',
  'round remind': 'rounds',
  'round close': 'rounds',
  'round done': 'rounds',
  'round remaining': 'rounds',
}

export const isOn = (deed: Deed, { office }: Scene): boolean => {
  const module = MODULE_OF[deed]
  return module === undefined || office.settings.modules[module]
}

/** 3-2-501做完了 may be said of anything: where no rounds are kept it is talk. */
const SILENT: readonly Deed[] = ['round done', 'round own']

export const sayOff = async (deed: Deed, scene: Scene): Promise<string> => {
  const module = MODULE_OF[deed]
  if (module !== undefined && !SILENT.includes(deed) && isStaff(scene.person))
    await answerAlone(scene, scene.office.words.moduleOff({ module }))
  return `${deed} is off`
}
