/** Words: text as Slack shows it without reading anything in it. */
import type { PlainTextElement, RichTextElement } from '@slack/types'
import { clip } from '../../../../adaptive-cards/elements.ts'
import { safeText } from '../../../../knowledge/safe-text.ts'
import { MAX_TEXT_OBJECT } from './limits.ts'

/** Never empty, which Slack refuses, and without `:smile:` becoming a picture. */
export function plain(text: string, length = MAX_TEXT_OBJECT): PlainTextElement {
  return { type: 'plain_text', text: clip(text.trim(), length) || '…', emoji: false }
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export type Style = Readonly<{ bold?: true; italic?: true; strike?: true; code?: true }>

export function textElement(text: string, style: Style = {}): RichTextElement {
  return { type: 'text', text, ...(Object.keys(style).length > 0 ? { style } : {}) }
}

/** Of our own words: one paragraph of rich text. */
export function paragraph(text: string, style: Style = {}): RichTextElement[] {
  return [textElement(safeText(text) || '…', style)]
}
