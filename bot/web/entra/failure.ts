/** Failure: what a sign-in that went wrong means for who tried, and what may be logged of it. */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'

/** Refused: not with this answer, perhaps with a new one. Down: not now, whatever they do. */
export type FailureKind = 'refused' | 'down'
export type Failure = Readonly<{ kind: FailureKind; reason: string }>

/** Of RFC 6749, OpenID Connect and Entra ID. Others are not repeated: a browser can send anything. */
const KNOWN = [
  ...['access_denied', 'consent_required', 'interaction_required', 'login_required'],
  ...['account_selection_required', 'invalid_grant', 'invalid_request', 'invalid_scope'],
  ...['invalid_client', 'unauthorized_client', 'unsupported_grant_type'],
  ...['unsupported_response_type', 'server_error', 'temporarily_unavailable'],
]

/** What another attempt can mend; a wrong client secret, for one, is not. */
const MAY_TRY_AGAIN = [
  ...['access_denied', 'consent_required', 'interaction_required', 'login_required'],
  ...['account_selection_required', 'invalid_grant'],
]

/** An answer that is not the one to our question, or not from who should give it. */
const BAD_ANSWER = [
  ...['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_KEY_SELECTION_FAILED'],
  ...['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'OAUTH_UNSUPPORTED_OPERATION'],
]

/** Descriptions of the issuer stay out: they name people and addresses. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError)
    return said(error.error)
  const code = error instanceof ClientError ? error.code : undefined
  if (code === undefined) return { kind: 'down', reason: 'no-answer' }
  return { kind: BAD_ANSWER.includes(code) ? 'refused' : 'down', reason: code }
}

function said(error: string): Failure {
  const reason = KNOWN.includes(error) ? error : 'other'
  return { kind: MAY_TRY_AGAIN.includes(reason) ? 'refused' : 'down', reason }
}
