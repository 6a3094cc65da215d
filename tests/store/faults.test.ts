/** Which errors are the database's own, and pass. */
import { expect, it } from 'vitest'
import { storeFaultOf } from '../../store/faults.js'

const coded = (code: string): Error => Object.assign(new Error('…'), { code })

it.each([
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'locked'],
  ['55P03', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['53100', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_READONLY_DBMOVED', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['25006', 'readOnly'],
  ['SQLITE_IOERR_WRITE', 'away'],
  ['ECONNREFUSED', 'away'],
  ['57P01', 'away'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
])('%s is %s', (code, fault) => expect(storeFaultOf(coded(code))).toBe(fault))

it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '22P05', 'ERR_INVALID_ARG_TYPE'])(
  '%s would come again with the same work: it is none',
  (code) => expect(storeFaultOf(coded(code))).toBeNull(),
)

it('knows a lost connection by its words, and no fault in what is no error', () => {
  expect(storeFaultOf(new Error('Connection terminated unexpectedly'))).toBe('away')
  expect(storeFaultOf(new Error('reading of undefined'))).toBeNull()
  expect(storeFaultOf('SQLITE_BUSY')).toBeNull()
})
