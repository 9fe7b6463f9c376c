import type { Resource } from '#atrium/resource/main'

/** What a row is called where nothing around it says what it is: `Comment 52` when it has no title. */
export function rowName(resource: Resource, { key, title }: { key: string; title: string }) {
  return title === key ? `${resource.label} ${key}` : title
}
