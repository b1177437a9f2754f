/** Teams card: the type from which teams-card.schema.json is generated. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

export type TeamsCard = IAdaptiveCard
