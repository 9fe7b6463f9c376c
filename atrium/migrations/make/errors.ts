import { createError } from '@adonisjs/core/exceptions'

/** Nobody can be asked for the component. */
export const E_COMPONENT_NOT_SAID = createError<[components: string]>(
  'Several components have models: %s. Say which one this belongs to, with --component=...',
  'E_COMPONENT_NOT_SAID',
  400
)

/** A component was named that there is not. */
export const E_COMPONENT_UNKNOWN = createError<
  [component: string, components: string, guess: string]
>('There is no component "%s" in app/. There are: %s.%s', 'E_COMPONENT_UNKNOWN', 400)

/** What was to be written is there already. */
export const E_FILE_EXISTS = createError<[files: string]>(
  'Nothing was written, because this is there already: %s. Remove it first, or choose another name',
  'E_FILE_EXISTS',
  409
)
