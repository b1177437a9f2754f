/** Page: draws the samples that the page carries, in the theme and language of its address. */
/* global AdaptiveCards, drawSlack, markdownit */

const { samples, themes } = JSON.parse(document.getElementById('samples').textContent)
const WIDTHS = { Desktop: 'desktop', Phone: 'phone' }

/** As Teams reads Markdown: no headings, tables, images, quotes, code or HTML. */
const markdown = markdownit({ html: false }).disable([
  'image',
  'heading',
  'lheading',
  'table',
  'blockquote',
  'code',
  'fence',
])
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text)
  result.didProcess = true
}

const make = (tag, className, ...children) => {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

/** The renderer knows no rounded corners and borders; Teams draws them. */
function drawShapes(shapes) {
  for (const { element, roundedCorners, showBorder } of shapes) {
    element.renderedElement?.classList.toggle('rounded', roundedCorners === true)
    element.renderedElement?.classList.toggle('bordered', showBorder === true)
  }
}

function drawCard(payload, theme) {
  const shapes = []
  const context = new AdaptiveCards.SerializationContext()
  context.onParseElement = (element, source) => shapes.push({ element, ...source })

  const card = new AdaptiveCards.AdaptiveCard()
  card.hostConfig = new AdaptiveCards.HostConfig(themes[theme])
  card.parse(payload, context)
  const drawn = card.render()
  drawShapes(shapes)
  separateRadios(drawn)
  return drawn
}

let drawings = 0

/** The same card stands on the page twice, and of one name only one radio button can be chosen. */
function separateRadios(drawn) {
  drawings += 1
  for (const radio of drawn.querySelectorAll('input[type=radio]')) radio.name += drawings
}

function drawSample({ name, language, bytes, card, slack }, theme) {
  const views = Object.entries(WIDTHS).map(([label, className]) =>
    make('div', `view ${className}`, make('p', 'label', label), drawCard(card, theme)),
  )
  views.push(make('div', 'view slack', make('p', 'label', 'Slack'), drawSlack(slack)))
  const json = make('details', 'json', make('summary', '', `JSON, ${bytes} bytes`))
  const pre = make('pre', '', JSON.stringify(card, null, 2))
  pre.tabIndex = 0
  json.append(pre)

  const article = make('article', '', make('h2', '', name), make('div', 'views', ...views), json)
  article.id = name
  article.lang = language
  return article
}

function draw() {
  const [theme = 'light', language = 'nl'] = location.hash.slice(1).split(',').filter(Boolean)
  document.documentElement.dataset.theme = theme
  for (const link of document.querySelectorAll('nav a'))
    link.toggleAttribute('aria-current', link.hash === `#${theme},${language}`)

  const shown = samples.filter((sample) => sample.language === language)
  document.querySelector('main').replaceChildren(...shown.map((it) => drawSample(it, theme)))
}

addEventListener('hashchange', draw)
draw()
