/** Bot token: with which the bot shows the connector who it is. */
import {
  AppCredentials,
  AuthenticationConstants,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'

/**
 * The token of the moment; the SDK and its login library keep it for about an hour.
 *
 * @param renewed asks for another one, because the connector refused this one
 * @throws what the login library throws, or Error when it takes too long
 */
export type GetToken = (renewed: boolean) => Promise<string>

const LOGIN_MS = 10_000

/** @param appId the bot's own */
export function createGetToken(
  factory: ServiceClientCredentialsFactory,
  appId: string,
  timeoutMs = LOGIN_MS,
): GetToken {
  const credentials = factory.createCredentials(
    appId,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    true,
  )
  credentials.catch(() => undefined) // told to who asks for a token

  const ask: GetToken = async (renewed) => {
    const known = await credentials
    if (!(known instanceof AppCredentials)) throw new Error('these credentials give no token')
    return known.getToken(renewed)
  }
  return shared((renewed) => within(ask(renewed), timeoutMs))
}

/** Twenty messages at once ask for one token, not for twenty. */
function shared(ask: GetToken): GetToken {
  const asking = new Map<boolean, Promise<string>>()
  return (renewed) => {
    const known = asking.get(renewed)
    if (known !== undefined) return known

    const asked = ask(renewed).finally(() => asking.delete(renewed))
    asking.set(renewed, asked)
    return asked
  }
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the login took too long')), timeoutMs)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
