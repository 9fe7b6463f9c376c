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

/** A field is not written as `name:kind{options}?`. */
export const E_FIELD_NOT_READ = createError<[argument: string]>(
  '"%s" is no field. Write name:kind, with options in braces and "?" for what may be empty: number:string{unique} amount:decimal{12,2} due:date? status:enum{draft,sent} tags:array{text} customer:references{cascade}',
  'E_FIELD_NOT_READ',
  400
)

/** A field is of a kind that there is not. */
export const E_FIELD_UNKNOWN_KIND = createError<
  [kind: string, argument: string, guess: string, kinds: string]
>('"%s" in "%s" is no kind of field.%s There are: %s', 'E_FIELD_UNKNOWN_KIND', 400)

/** A field is told what its kind does not take. */
export const E_FIELD_UNKNOWN_OPTION = createError<
  [option: string, argument: string, guess: string, kind: string, options: string]
>(
  '"%s" in "%s" is nothing that such a field takes.%s A field of the kind %s takes: %s',
  'E_FIELD_UNKNOWN_OPTION',
  400
)

/** Two fields have one name. */
export const E_FIELD_TWICE = createError<[name: string]>(
  'The field "%s" is asked for twice. Give one of them another name',
  'E_FIELD_TWICE',
  400
)

/** A field is called like something that every row has. */
export const E_FIELD_NAME_TAKEN = createError<[name: string]>(
  'A field cannot be called "%s": every row has something of that name already. Choose another one',
  'E_FIELD_NAME_TAKEN',
  400
)

/** The model is there already. */
export const E_MODEL_EXISTS = createError<[model: string, path: string]>(
  'There is a model %s already, in %s. Choose another name',
  'E_MODEL_EXISTS',
  409
)

/** A field refers to a model that there is not. */
export const E_MODEL_UNKNOWN = createError<
  [model: string, field: string, guess: string, models: string]
>(
  'There is no model %s for "%s" to refer to.%s Name another one in braces, such as {User}. There are: %s',
  'E_MODEL_UNKNOWN',
  400
)

/** A field refers to a model that only its own component knows. */
export const E_MODEL_NOT_PUBLIC = createError<
  [component: string, model: string, file: string, line: string]
>(
  'The component %s does not let others import %s. Add this line to %s: %s',
  'E_MODEL_NOT_PUBLIC',
  400
)
