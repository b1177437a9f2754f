/** Turn runner: the Bot Framework's adapter without its web handler, which echoes its errors. */
import { CloudAdapter, type TurnContext } from 'botbuilder'
import type { AuthenticateRequestResult } from 'botframework-connector'
import type { Activity } from 'botframework-schema'

/** A class because the SDK lets only a subclass run a turn that is authenticated already. */
export class TurnRunner extends CloudAdapter {
  async run(
    authentication: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.processActivity(authentication, activity, turn)
  }
}
