import app from '@adonisjs/core/services/app'
import { ExceptionHandler } from '@adonisjs/core/http'

/**
 * Turns what went wrong into an answer.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
}
