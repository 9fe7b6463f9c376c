/**
 * Whether a path is the one named, or lies below it: `/api/tags` is at `/api`, `/apis` is not.
 */
export function isAt(path: string, place: string) {
  return path === place || path.startsWith(`${place}/`)
}
