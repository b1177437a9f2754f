/** Show help and welcome: what the bot does, and a few questions to try. */
import type { Language } from '../../knowledge/language.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'

const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Mag ik thuis printen?',
    'Waar bewaar ik mijn wachtwoorden?',
    'Welke AI-hulp mag ik gebruiken?',
  ],
  en: [
    'May I print at home?',
    'May I share my password with a colleague?',
    'Which AI tools may I use?',
  ],
}

export const showHelp = (organisation: Organisation, language: Language): Reply => ({
  kind: 'help',
  organisation,
  language,
})

export const welcome = (organisation: Organisation, language: Language): Reply => ({
  kind: 'welcome',
  organisation,
  examples: EXAMPLES[language],
  language,
})
