/** Fit: keep a card within the size that Teams delivers, cutting between blocks. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Element } from './elements.ts'

/** UTF-8. Teams' own limit is documented as 28 to 100 KB, depending on page and year; stay below all. */
export const MAX_CARD_BYTES = 24 * 1024

/** `cut` when the element shows only the beginning of what it stands for. */
export type Block = Readonly<{ element: Element; cut: boolean }>

export type Fitted = Readonly<{ elements: readonly Element[]; cut: boolean }>

export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/** As many blocks as the room holds. Reads no further, so endless content costs no more. */
export function fitInto(content: Iterable<Block>, room: number): Fitted {
  const elements: Element[] = []
  let left = room
  for (const { element, cut } of content) {
    left -= bytesOf(element) + 1
    if (left < 0) return { elements, cut: true }
    elements.push(element)
    if (cut) return { elements, cut: true }
  }
  return { elements, cut: false }
}

/** A card with as much content as it can hold; `build` must not grow when told that all of it fits. */
export function fittedCard(
  content: Iterable<Block>,
  build: (content: Fitted) => IAdaptiveCard,
): IAdaptiveCard {
  const room = MAX_CARD_BYTES - bytesOf(build({ elements: [], cut: true }))
  return build(fitInto(content, room))
}
