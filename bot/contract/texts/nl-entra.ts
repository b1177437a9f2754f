/** Dutch words of signing in to the pages with a work account. */

export const nlEntra = {
  entraSignIn: 'Inloggen met je werkaccount',
  entraFailed: 'Het inloggen is niet gelukt',
  entraFailedText:
    'Probeer het nog een keer. Lukt het weer niet? Typ dan in de chat met Vraagbaak: resultaten.',
  entraDown: 'Inloggen kan nu even niet',
  entraDownText: 'Typ in de chat met Vraagbaak: resultaten. Je krijgt dan een link die wel werkt.',
  entraTab: 'Resultaten van de peiling',
  entraTabText: 'Leid je een team, of ben je de CISO? Dan kun je de resultaten bekijken.',
  entraTabButton: 'Bekijk de resultaten in je browser',
  entraTabChat: 'Je kunt ook in de chat met Vraagbaak typen: resultaten.',
} as const
