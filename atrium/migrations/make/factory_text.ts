/**
 * The text of a model's factory.
 */
export function factoryText({ className, model }: { className: string; model: string }) {
  return `import { factoryFor } from '#atrium/model/main'
import ${className} from '${model}'

/**
 * Rows of ${className} with believable data.
 */
export const ${className}Factory = factoryFor(${className}).build()
`
}
