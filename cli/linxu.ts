#!/usr/bin/env node
/** The program's entry: the command line, from what was compiled when it was built. */
import { useCompiled } from './compiled.js'

useCompiled()
void import('./main.js')
