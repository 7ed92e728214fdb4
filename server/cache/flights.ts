type Flight<T> = { generation: number; running: Promise<T>; next?: Promise<T> }

/** Runs of work in progress, one for each address, shared by all who wait for it. */
export class Flights<T> {
  #underWay = new Map<string, Flight<T>>()

  /** @param generation says what is published now */
  constructor(private readonly generation: () => number) {}

  /**
   * Runs `work`, or joins the run in progress. A run that began before the last publication may be stale: whoever asks
   * after that shares a second run, which starts when it ends.
   * @param alone never join a run in progress: the page may have changed though nothing was published
   */
  share(address: string, alone: boolean, work: () => Promise<T>): Promise<T> {
    const flight = this.#underWay.get(address)
    if (!flight) return this.#begin(address, work)
    if (!alone && flight.generation === this.generation()) return flight.running
    const begin = () => this.#begin(address, work)
    flight.next ??= flight.running.then(begin, begin)
    return flight.next
  }

  #begin(address: string, work: () => Promise<T>): Promise<T> {
    const flight: Flight<T> = { generation: this.generation(), running: work() }
    this.#underWay.set(address, flight)
    const land = () => {
      if (!flight.next) this.#underWay.delete(address)
    }
    flight.running.then(land, land)
    return flight.running
  }
}
