import { configApp } from '@adonisjs/eslint-config'

/**
 * What no rule of a package knows: the ways in which AdonisJS lets input choose where a reader goes
 * or which code answers. docs/security.md says why.
 */
const refused = [
  {
    selector: `CallExpression[callee.property.name='toPath'][arguments.0.type!='Literal']:not([arguments.0.left.callee.name='safeLocalPath']):not([arguments.0.quasis.0.value.cooked=/^\\x2f\\w/])`,
    message: 'Redirect to a fixed path, to a route, or to `safeLocalPath(input) ?? "/"`.',
  },
  {
    selector: `CallExpression[callee.property.name='redirect'][arguments.length>0]`,
    message: 'Use `redirect().toRoute()`, `.toPath()` or `.back()`, which are checked.',
  },
  {
    selector: `CallExpression[callee.object.name='router'][callee.property.name='any']`,
    message: 'A route that answers every method also answers GET, which skips the CSRF check.',
  },
  {
    selector: `CallExpression[callee.property.name='jsonp']`,
    message: 'JSONP lets every site read the answer.',
  },
]

export default configApp(
  {
    ignores: ['build/**', 'public/**', 'storage/**', '.adonisjs/**'],
  },
  {
    files: ['app/**/*.ts', 'start/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...refused] },
  },
  {
    /** What a test asks for reads best where it is compared. */
    files: ['tests/**/*.ts'],
    rules: { '@unicorn/no-await-expression-member': 'off' },
  },
  {
    files: ['app/web/responses/own_redirects.ts', 'app/web/failures/sent_back_form.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  }
)
