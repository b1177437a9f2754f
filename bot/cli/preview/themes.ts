/** Themes: host configurations that come close to Teams in light, dark and high contrast. */

type Shade = Readonly<{ default: string; subtle: string }>
type Palette = Readonly<Record<'text' | 'accent' | 'attention' | 'warning' | 'good', Shade>>
type Grounds = Readonly<Record<'card' | 'emphasis' | 'attention' | 'warning', string>>

const light: Palette = {
  text: { default: '#242424', subtle: '#616161' },
  accent: { default: '#4f52b2', subtle: '#4f52b2' },
  attention: { default: '#a4262c', subtle: '#a4262c' },
  warning: { default: '#835b00', subtle: '#835b00' },
  good: { default: '#0e700e', subtle: '#0e700e' },
}

const dark: Palette = {
  text: { default: '#ffffff', subtle: '#c0c0c0' },
  accent: { default: '#a6a9f5', subtle: '#a6a9f5' },
  attention: { default: '#f1a7ae', subtle: '#f1a7ae' },
  warning: { default: '#fce100', subtle: '#fce100' },
  good: { default: '#92c353', subtle: '#92c353' },
}

const contrast: Palette = {
  text: { default: '#ffffff', subtle: '#ffffff' },
  accent: { default: '#ffff00', subtle: '#ffff00' },
  attention: { default: '#ffffff', subtle: '#ffffff' },
  warning: { default: '#ffffff', subtle: '#ffffff' },
  good: { default: '#3ff23f', subtle: '#3ff23f' },
}

export const THEMES = {
  light: hostConfig(light, {
    card: '#ffffff',
    emphasis: '#f5f5f5',
    attention: '#fdf3f4',
    warning: '#fff9e5',
  }),
  dark: hostConfig(dark, {
    card: '#292929',
    emphasis: '#383838',
    attention: '#4a2c31',
    warning: '#45390f',
  }),
  contrast: hostConfig(contrast, {
    card: '#000000',
    emphasis: '#000000',
    attention: '#000000',
    warning: '#000000',
  }),
} as const

function hostConfig(palette: Palette, grounds: Grounds) {
  const foregroundColors = {
    default: palette.text,
    accent: palette.accent,
    attention: palette.attention,
    warning: palette.warning,
    good: palette.good,
  }
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors })

  return {
    fontFamily: "'Segoe UI', 'Noto Sans', system-ui, sans-serif",
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: {
      lineThickness: 1,
      lineColor: palette.text.subtle === '#ffffff' ? '#ffffff' : '#8886',
    },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: {
      default: container(grounds.card),
      emphasis: container(grounds.emphasis),
      accent: container(grounds.emphasis),
      good: container(grounds.emphasis),
      attention: container(grounds.attention),
      warning: container(grounds.warning),
    },
    textBlock: { headingLevel: 3 },
    textStyles: { heading: { weight: 'bolder', size: 'large' } },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  }
}
