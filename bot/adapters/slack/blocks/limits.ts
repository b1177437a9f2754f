/**
 * Limits: what Slack takes of a message, a modal and a Home tab; all text is in UTF-16 units.
 *
 * Not here is what we are never near: 10 elements in a context block, 255 characters of an id, two
 * charts in a message, six series in a chart.
 *
 * @see https://docs.slack.dev/reference/block-kit
 */

/** @see https://docs.slack.dev/reference/block-kit/blocks */
export const MAX_BLOCKS_MESSAGE = 50
/** @see https://docs.slack.dev/reference/views: modals and Home tabs. */
export const MAX_BLOCKS_VIEW = 100

/** @see https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const MAX_TEXT_OBJECT = 3_000
/** @see https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const MAX_HEADER = 150
/**
 * Buttons in a row: Slack takes 25, but more than this become a wall.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/actions-block
 */
export const MAX_ROW = 5

/** @see https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const MAX_BUTTON_TEXT = 75
export const MAX_BUTTON_VALUE = 2_000
export const MAX_URL = 3_000
export const MAX_ACCESSIBILITY_LABEL = 75

/** @see https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const MAX_OPTION_TEXT = 75
export const MAX_OPTION_DESCRIPTION = 75
/** As the types of Slack's own library say; the page says 150 by now. */
export const MAX_OPTION_VALUE = 75
/** @see https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const MAX_SELECT_OPTIONS = 100
/** @see https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const MAX_GROUP_LABEL = 75
/** Of radio buttons and checkboxes. */
export const MAX_OPEN_OPTIONS = 10
export const MAX_PLACEHOLDER = 150

/** @see https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const MAX_INPUT_LABEL = 2_000
/** @see https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const MAX_TEXT_INPUT = 3_000

/** Of title, submit and close. @see https://docs.slack.dev/reference/views/modal-views */
export const MAX_MODAL_WORDS = 24
export const MAX_PRIVATE_METADATA = 3_000

/** One in a message. @see https://docs.slack.dev/reference/block-kit/blocks/table-block */
export const MAX_TABLES = 1
export const MAX_TABLE_ROWS = 100
export const MAX_TABLE_COLUMNS = 20
/** Of all cells together: more gives `invalid_blocks`. */
export const MAX_TABLE_TEXT = 10_000

/** @see https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const MAX_CHART_TITLE = 50
export const MAX_CATEGORY = 20

/**
 * Top-level text: Slack cuts at 40,000 and advises 4,000.
 *
 * It is what notifications and screen readers say.
 *
 * @see https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const ADVISED_MESSAGE_TEXT = 4_000

/**
 * All text of the blocks of a message, and what each block counts for on top of its text.
 *
 * More is refused as `msg_blocks_too_long`. Written down nowhere: people measured that one block
 * takes 13,297 characters and each further one 125 of these, and saw 11,341 refused.
 *
 * @see https://github.com/slackapi/bolt-js/issues/2509
 * @see https://github.com/slackapi/bolt-js/issues/2867
 */
export const MAX_BLOCKS_TEXT = 12_000
export const TEXT_OF_A_BLOCK = 125
/** Of a modal or Home tab, of which no total is known. */
export const MAX_VIEW_TEXT = 40_000
