/** English words of signing in to the pages with a work account. */
import type { Translated } from './nl.ts'
import type { nlEntra } from './nl-entra.ts'

export const enEntra: Translated<typeof nlEntra> = {
  entraSignIn: 'Sign in with your work account',
  entraFailed: 'Signing in did not work',
  entraFailedText:
    'Please try again. Does it fail again? Then type in the chat with Vraagbaak: results.',
  entraDown: 'You cannot sign in right now',
  entraDownText: 'Type in the chat with Vraagbaak: results. You then get a link that does work.',
  entraTab: 'Results of the poll',
  entraTabText: 'Do you lead a team, or are you the CISO? Then you can see the results.',
  entraTabButton: 'See the results in your browser',
  entraTabChat: 'You can also type in the chat with Vraagbaak: results.',
}
