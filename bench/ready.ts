/** How soon a message can be read: the entry of `reading.ts`, as the command line's. */
import { useCompiled } from '../cli/compiled.js'

useCompiled()
void import('./reading.js')
