// A puppet for the real command line: what people write comes as JSON lines on standard input, what is sent is a line in a file.
//   {"say":{"id":"m1","room":"u","from":"p","text":"大米"}}    {"slow":1500} the next sends take so long    {"break":true} an error nobody catches
import { appendFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { SimPuppet } from '../../dist/bot/chat/sim-puppet.js'

export class WirePuppet extends SimPuppet {
  #slow = 0
  #sent

  constructor({ sent }) {
    super({ now: () => Date.now() })
    this.#sent = sent
    this.addPerson({ id: 'p-501', name: '3-2-501 邻居' })
    this.addPerson({ id: 's-wang', name: '小王' })
    this.addRoom({ id: 'u', topic: '富通社区3栋2单元', members: ['p-501', 's-wang'] })
    this.addRoom({ id: 'g1', topic: '一网格工作群', members: ['s-wang'] })
    this.setAlias('u', 'p-501', '3-2-501 邻居')
  }

  async onStart() {
    await super.onStart()
    this.loginAs('邻需')
    createInterface({ input: process.stdin }).on('line', (line) => {
      const told = JSON.parse(line)
      if (told.say) this.say({ at: Date.now(), ...told.say })
      if (told.slow) this.#slow = told.slow
      if (told.break) setImmediate(() => Promise.reject(new Error('somewhere in the network’s client')))
    })
  }

  async messageSendText(conversation, text) {
    appendFileSync(this.#sent, `${JSON.stringify({ begun: text })}\n`)
    await new Promise((done) => setTimeout(done, this.#slow))
    await super.messageSendText(conversation, text)
    appendFileSync(this.#sent, `${JSON.stringify({ sent: text })}\n`)
  }
}
