/** Colours that the picture for everybody without one comes in */
const VARIANTS = 6

/**
 * The address of somebody's picture. Those without one share a drawing, in a colour that stays
 * with the name.
 */
export function portrait(image: string | null | undefined, name = '') {
  if (image) {
    return image
  }

  let sum = 0
  for (const letter of name) {
    sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  }
  return `/avatars/${sum % VARIANTS}/default-avatar.svg`
}
