/** What every refusal has in common. */
import type { ABrowser } from './a-browser.ts'
import { SESSION } from './an-entra.ts'

type Page = Readonly<{ status: number; body: string }>

/** Nothing is told but what to do now. */
export function expectFriendly({ status, body }: Page, expected: number): void {
  expect(status).toBe(expected)
  expect(body).toContain('resultaten')
  expect(body).toContain(expected === 403 ? 'Het inloggen is niet gelukt' : 'Inloggen kan nu even')
  expect(body.includes('href="/results/sign-in"')).toBe(expected === 403)
  expect(body).not.toMatch(/AADSTS|waterveen\.example|OAUTH|invalid_|code-\d|<b>/)
}

export async function expectOutside(browser: ABrowser): Promise<void> {
  expect(browser.cookies()).not.toContain(SESSION)
  expect((await browser.go('/results')).status).toBe(403)
}
