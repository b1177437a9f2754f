/** Draw the icons of the Teams app again, after a change of icons.ts: `node manifest/teams/draw-icons.ts`. */
import { writeFileSync } from 'node:fs'
import { drawColourIcon, drawOutlineIcon } from './icons.ts'
import { encodePng } from './png.ts'

writeFileSync(new URL('./color.png', import.meta.url), encodePng(drawColourIcon()))
writeFileSync(new URL('./outline.png', import.meta.url), encodePng(drawOutlineIcon()))
