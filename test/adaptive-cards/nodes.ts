/** Nodes: every element and action of a card, wherever it stands. */

/** Fields that some test looks at; every node has more or fewer. */
type Field =
  | ('id' | 'lang' | 'version' | 'fallback' | 'fallbackText' | 'altText')
  | ('text' | 'wrap' | 'inlines' | 'items' | 'actions')
  | ('title' | 'verb' | 'data' | 'url')
  | ('label' | 'choices' | 'value' | 'maxLength' | 'isRequired' | 'errorMessage' | 'style')

export type Node = Readonly<{ type: string } & Partial<Record<Field, unknown>>>

/** In order, parents before their children; fallbacks count as nodes too. */
export function nodesOf(value: unknown): Iterable<Node> {
  const nodes: Node[] = []
  collect(value, nodes)
  return nodes
}

/** Into one list: a generator within a generator for each level is slow, and the tests see many cards. */
function collect(value: unknown, nodes: Node[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) nodes.push(value)
  for (const child of Object.values(value)) collect(child, nodes)
}

export function nodesOfType(card: unknown, type: string): readonly Node[] {
  return [...nodesOf(card)].filter((node) => node.type === type)
}

/** Texts that Teams shows without reading Markdown in them. */
export function runTexts(card: unknown): readonly string[] {
  return nodesOfType(card, 'TextRun').map((run) => String(run.text))
}

/** The same, a line each, with ordinary spaces. */
export function saidIn(card: unknown): string {
  return runTexts(card).join('\n').replaceAll('\u00a0', ' ')
}

/** Payloads of all buttons and links that come back to the bot. */
export function payloadsOf(card: unknown): readonly unknown[] {
  return [...nodesOfType(card, 'Action.Execute'), ...nodesOfType(card, 'Action.Submit')].map(
    (action) => action.data,
  )
}

export function urlsOf(card: unknown): readonly string[] {
  return nodesOfType(card, 'Action.OpenUrl').map((action) => String(action.url))
}

/** A payload has a verb but no type, so it is no node. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
