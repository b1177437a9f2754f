/** Capped index: who has something in common, however much everybody has in common. */

/** More of those that share one feature are not compared: it costs the square of them. */
const MAX_SHARING = 10

export type CappedIndex = Readonly<{
  /** Of those that were added, how many of these features each shares; the first added come first. */
  sharing: (features: Iterable<string>) => ReadonlyMap<number, number>
  add: (features: Iterable<string>, id: number) => void
}>

export function createCappedIndex(): CappedIndex {
  const lists = new Map<string, number[]>()
  return {
    sharing: (features) => {
      const shared = new Map<number, number>()
      for (const feature of features)
        for (const id of lists.get(feature) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
      return new Map([...shared].sort(([one], [other]) => one - other))
    },
    add: (features, id) => {
      for (const feature of features) {
        const list = lists.get(feature)
        if (list === undefined) lists.set(feature, [id])
        else if (list.length < MAX_SHARING) list.push(id)
      }
    },
  }
}
