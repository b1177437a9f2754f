/**
 * The icons of the Teams app, drawn as geometry: a speech bubble (ask) with a keyhole (safely).
 *
 * A shape tells for each point how far it lies outside (positive) or inside (negative) the edge,
 * in pixels. Only operations that IEEE 754 defines exactly, so that every machine draws the same.
 */
import type { Picture } from './png.ts'

type Shape = (x: number, y: number) => number
type Colour = readonly [red: number, green: number, blue: number]

const WHITE: Colour = [255, 255, 255]
/** Also accentColor in manifest.json. */
const PETROL: Colour = [0x0b, 0x4f, 0x6c]

/** The symbol keeps to the middle 96 x 96: Teams crops the rest, in a channel to a hexagon. */
export function drawColourIcon(): Picture {
  const symbol = at(48, 48, bubble(96))
  const hole = at(48, 48, keyhole(96))
  return draw(192, (x, y) => {
    const onBubble = mix(PETROL, WHITE, coverage(symbol(x, y)))
    return [...mix(onBubble, PETROL, coverage(hole(x, y))), 255]
  })
}

/** White only, without a margin; the shape is in the alpha channel alone. */
export function drawOutlineIcon(): Picture {
  const LINE_WIDTH = 2
  const edge = bubble(32)
  const hole = keyhole(32)
  return draw(32, (x, y) => {
    const line = Math.max(edge(x, y), -edge(x, y) - LINE_WIDTH)
    return [...WHITE, 255 * coverage(Math.min(line, hole(x, y)))]
  })
}

/** A speech bubble in a square of this size; its edges fall on whole pixels at 32 as well. */
function bubble(size: number): Shape {
  const unit = size / 96
  const body = roundedBox({ left: 0, top: 3, right: 96, bottom: 78, radius: 24 })
  const tail = roundedTriangle([21, 63], [57, 63], [24, 90], 3)
  return scaled(unit, (x, y) => Math.min(body(x, y), tail(x, y)))
}

/** A keyhole in the middle of the bubble of the same size. */
function keyhole(size: number): Shape {
  const unit = size / 96
  const head = circle(48, 31.5, 13.5)
  const foot = trapezium({ middle: 48, top: 36, bottom: 63, topWidth: 10, bottomWidth: 24 })
  return scaled(unit, (x, y) => Math.min(head(x, y), foot(x, y)))
}

const scaled =
  (unit: number, shape: Shape): Shape =>
  (x, y) =>
    shape(x / unit, y / unit) * unit

const at =
  (left: number, top: number, shape: Shape): Shape =>
  (x, y) =>
    shape(x - left, y - top)

const circle =
  (middleX: number, middleY: number, radius: number): Shape =>
  (x, y) =>
    length(x - middleX, y - middleY) - radius

type Box = Readonly<{ left: number; top: number; right: number; bottom: number; radius: number }>

function roundedBox({ left, top, right, bottom, radius }: Box): Shape {
  return (x, y) => {
    const beyondX = Math.max(left + radius - x, x - right + radius)
    const beyondY = Math.max(top + radius - y, y - bottom + radius)
    const outside = length(Math.max(beyondX, 0), Math.max(beyondY, 0))
    return outside + Math.min(Math.max(beyondX, beyondY), 0) - radius
  }
}

type Point = readonly [x: number, y: number]

/** Corners in clockwise order on the screen; the rounding comes on top of the triangle. */
function roundedTriangle(a: Point, b: Point, c: Point, radius: number): Shape {
  const sides = [segment(a, b), segment(b, c), segment(c, a)]
  return (x, y) => {
    const distances = sides.map((side) => side(x, y))
    const inside = distances.every((side) => side.onTheRight)
    const nearest = Math.min(...distances.map((side) => side.distance))
    return (inside ? -nearest : nearest) - radius
  }
}

function segment([ax, ay]: Point, [bx, by]: Point) {
  const [dx, dy] = [bx - ax, by - ay]
  return (x: number, y: number) => {
    const [px, py] = [x - ax, y - ay]
    const along = clamp((px * dx + py * dy) / (dx * dx + dy * dy))
    return {
      distance: length(px - along * dx, py - along * dy),
      onTheRight: dx * py - dy * px >= 0,
    }
  }
}

type Trapezium = Readonly<{
  middle: number
  top: number
  bottom: number
  topWidth: number
  bottomWidth: number
}>

function trapezium({ middle, top, bottom, topWidth, bottomWidth }: Trapezium): Shape {
  const slope = (bottomWidth - topWidth) / 2 / (bottom - top)
  return (x, y) => {
    const beyondSide = (Math.abs(x - middle) - topWidth / 2 - slope * (y - top)) / length(1, slope)
    return Math.max(beyondSide, top - y, y - bottom)
  }
}

/** Asks for the colour at the middle of every pixel. */
function draw(size: number, paint: (x: number, y: number) => readonly number[]): Picture {
  const rgba = new Uint8Array(size * size * 4)
  for (let pixel = 0; pixel < size * size; pixel++) {
    const [column, row] = [pixel % size, Math.floor(pixel / size)]
    rgba.set(paint(column + 0.5, row + 0.5).map(Math.round), pixel * 4)
  }
  return { width: size, height: size, rgba }
}

/** How much of a pixel with this distance to the edge the shape covers. */
const coverage = (distance: number): number => clamp(0.5 - distance)

const mix = (under: Colour, over: Colour, share: number): Colour => [
  under[0] + (over[0] - under[0]) * share,
  under[1] + (over[1] - under[1]) * share,
  under[2] + (over[2] - under[2]) * share,
]

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1)

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y)
