type Flight<T> = { generation: number; running: Promise<T>; next?: Promise<T> }

/** Work on an address that is under way, shared by all who wait for it. */
export class Flights<T> {
  #underWay = new Map<string, Flight<T>>()

  /** @param generation says what is published now */
  constructor(private readonly generation: () => number) {}

  /**
   * Begins `work`, or joins what is under way. What had begun before something was published is not for whoever asks
   * after that: then one that begins when it ends is shared.
   * @param alone where what is published doesn't tell what a page shows, and no work that had begun is good enough
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
