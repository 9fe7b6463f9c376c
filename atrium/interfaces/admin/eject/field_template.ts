/**
 * What a template of a field begins as.
 */
export function fieldTemplate(resource: string, field: string) {
  return `{{--
  How "${field}" of ${resource} is shown, in the list and on the page of a row. \`shown\` is the value,
  ready to be printed: \`shown.look\` and \`shown.text\`; \`row\` has \`key\` and \`title\`.
--}}
@!admin.value({ shown })
`
}
