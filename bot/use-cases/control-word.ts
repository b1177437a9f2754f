/** Control words: messages that ask for the bot itself and must never reach the search. */

export type ControlWord = 'help' | 'greeting' | 'chapters' | 'thanks'

const WORDS: Readonly<Record<ControlWord, ReadonlySet<string>>> = {
  help: new Set([
    'help',
    'help me',
    'stop',
    'hulp',
    'info',
    'uitleg',
    'wat kun je',
    'wat kan je',
    'wie ben je',
    'what can you do',
    'who are you',
    'hoe werkt dit',
    'hoe werkt het',
    'start',
    'menu',
  ]),
  greeting: new Set([
    'hoi',
    'hallo',
    'hey',
    'hee',
    'hi',
    'hello',
    'dag',
    'goedemorgen',
    'goedemiddag',
    'goedenavond',
    'good morning',
    'hoi hoi',
    'hallo daar',
    'test',
  ]),
  chapters: new Set([
    'onderwerpen',
    'alle onderwerpen',
    'inhoud',
    'inhoudsopgave',
    'hoofdstukken',
    'handboek',
    'topics',
    'contents',
    'handbook',
    'index',
  ]),
  thanks: new Set([
    'dank',
    'dankje',
    'dank je',
    'dank je wel',
    'dankjewel',
    'dank u',
    'bedankt',
    'thanks',
    'thank you',
    'thx',
    'top',
    'super',
    'fijn',
    'ok',
    'oke',
    'oké',
    'okay',
    'prima',
    'duidelijk',
    'helder',
    'bedankt hoor',
    'top bedankt',
    'ok bedankt',
    'oke bedankt',
    'ok thanks',
  ]),
}

/** Thumbs, hearts and smiles; a skin tone or the mark that makes a sign an emoji is no other word. */
const THANKS_EMOJI = /^[👍🙏❤😊🙂😀👌🎉]+$/u
const EMOJI_VARIANT = /[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu

export function controlWordOf(text: string): ControlWord | undefined {
  const words = bareWords(text)
  if (words === '') return bareSignOf(withoutVariants(text))
  return (Object.keys(WORDS) as ControlWord[]).find((kind) => WORDS[kind].has(words))
}

const withoutVariants = (text: string): string => text.toLowerCase().replace(EMOJI_VARIANT, '')

/** In lower case, with one space between them and nothing else. */
export const bareWords = (text: string): string =>
  withoutVariants(text)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()

/** A message without any word. */
function bareSignOf(message: string): ControlWord | undefined {
  const signs = message.replace(/\s+/g, '')
  if (THANKS_EMOJI.test(signs)) return 'thanks'
  return /^\?+$/.test(signs) ? 'help' : undefined
}
