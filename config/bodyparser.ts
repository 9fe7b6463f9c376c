import { defineConfig } from '@adonisjs/core/bodyparser'

/**
 * Bodies arrive as they were sent: no trimming (it would change passwords) and no empty string
 * turned to null. Validators decide, field by field.
 */
const bodyParserConfig = defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],

  /**
   * The longest article, written in characters that a form spells with nine bytes each, fits in.
   */
  form: {
    limit: '2mb',
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/x-www-form-urlencoded'],
    queryString: { depth: 5, parameterLimit: 5000, arrayLimit: 100, comma: false },
  },

  json: {
    limit: '1mb',
    strict: true,
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/json', 'application/problem+json', 'application/csp-report'],
  },

  raw: {
    limit: '1mb',
    types: [],
  },

  /**
   * Files are only read on the routes that take them.
   */
  multipart: {
    autoProcess: [
      '/settings',
      '/admin/:resource',
      '/admin/:resource/:key',
      '/admin/:resource/import',
    ],
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    processManually: [],
    limit: '6mb',
    fieldsLimit: '1mb',
    maxFields: 1000,
    types: ['multipart/form-data'],
  },
})

/**
 * Routes that take larger uploads than others.
 */
export const largerUploads: Record<string, string> = { '/admin/:resource/import': '22mb' }

export default bodyParserConfig
