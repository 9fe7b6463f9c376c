import { icon } from './icons.ts'
import { when } from './when.ts'
import { device } from './device.ts'
import { portrait } from './portrait.ts'
import { urgentFonts } from './fonts.ts'
import type { Edge } from 'edge.js'

/**
 * Gives every template the small words that the components are written with.
 */
export function registerViewWords(edge: Edge) {
  edge.global('icon', icon)
  edge.global('when', when)
  edge.global('device', device)
  edge.global('portrait', portrait)
  edge.global('urgentFonts', urgentFonts)
}
