/**
 * A gateway behind `wechaty-puppet-service`, mended where that package's client is weak (1.19.9, read in its source): it never opens a
 * stream of events again that broke, it restarts the far puppet whenever it restarts itself, it drops the login with which a new stream
 * begins, and it keeps names and aliases on disk for ever, so that a changed alias is never seen.
 */
import { grpc, puppet } from 'wechaty-grpc'
import { PuppetService } from 'wechaty-puppet-service'
import { wait, within } from './waiting.js'

export interface GatewayTimes {
  /** How often the stream is asked for a sign of life, and how long it may give none. */
  probe: number
  silence: number
  /** Before each further try to reach the gateway; the last one repeats. */
  pauses: readonly number[]
  /** How long one try may take: a line that swallowed the first words of a connection never answers. */
  limit: number
}

/** Milliseconds. */
const TIMES: GatewayTimes = { probe: 20_000, silence: 70_000, pauses: [500, 2000, 5000, 15_000, 30_000], limit: 20_000 }

type Options = ConstructorParameters<typeof PuppetService>[0] & { times?: Partial<GatewayTimes> }

export class Gateway extends PuppetService {
  /** Hears of each loss once, with the milliseconds since the last sign of life; a `login` says that the stream is back. */
  onLost: (silentFor: number) => void = () => {}
  readonly #times: GatewayTimes
  #heardAt = 0
  #probe: NodeJS.Timeout | undefined
  #running = false
  #mending = false

  constructor({ times, ...options }: Options = {}) {
    super(options)
    this.#times = { ...TIMES, ...times }
  }

  /** No store on disk: every name is asked for anew. */
  protected override hookPayloadStore(): void {}

  override async onStart(): Promise<void> {
    await super.onStart()
    this.#running = true
    this.#watch()
  }

  override async onStop(): Promise<void> {
    this.#running = false
    clearInterval(this.#probe)
    await this.#leave()
  }

  /**
   * The stream is cancelled, else a line that was only slow keeps it open, and the gateway serves one at a time. The client is closed
   * before the rest, else its farewell would stop the puppet at the far end, which then has to log in again.
   */
  async #leave(): Promise<void> {
    try {
      this._grpcManager?.eventStream?.cancel()
      this._grpcManager?.client.close()
    } catch {
      // There was no client to close.
    }
    await super.onStop()
  }

  /** A question without an end would hold the old connection open, and the gateway serves one stream at a time. */
  override ding(data: string): void {
    const request = new puppet.DingRequest()
    request.setData(data)
    const deadline = Date.now() + this.#times.silence / 2
    this.grpcManager.client.ding(request, new grpc.Metadata(), { deadline }, () => {})
  }

  #watch(): void {
    const { grpcManager } = this
    const lose = (): void => {
      if (this.#running && !this.#mending && this._grpcManager === grpcManager) void this.#mend()
    }
    this.#heardAt = Date.now()
    grpcManager.on('data', () => {
      this.#heardAt = Date.now()
    })
    for (const sign of ['end', 'error', 'cancel']) grpcManager.on(sign, lose)
    clearInterval(this.#probe)
    this.#probe = setInterval(() => {
      if (Date.now() - this.#heardAt > this.#times.silence) lose()
      else this.ding('linxu')
    }, this.#times.probe)
  }

  async #mend(): Promise<void> {
    this.#mending = true
    clearInterval(this.#probe)
    this.onLost(Date.now() - this.#heardAt)
    for (let tries = 0; this.#running; tries++) {
      await wait(this.#times.pauses[Math.min(tries, this.#times.pauses.length - 1)] ?? 30_000)
      if (this.#running && (await this.#reconnected())) break
    }
    this.#mending = false
    if (this.#running) this.#watch()
  }

  /** A new client and a new stream. */
  async #reconnected(): Promise<boolean> {
    await this.#leave()
    // The stream begins with a login, which the puppet refuses while it thinks that it is logged in.
    this.__currentUserId = undefined
    try {
      await within(this.#times.limit, super.onStart())
      return true
    } catch (error) {
      this.emit('error', error instanceof Error ? error : new Error('the gateway does not answer'))
      return false
    }
  }
}
