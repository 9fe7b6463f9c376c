import type { HttpResponse } from '@adonisjs/core/http'

/**
 * Answers with JSON that PostgreSQL has made, as it is.
 */
export function sendJson(response: HttpResponse, json: string) {
  return response.header('Content-Type', 'application/json; charset=utf-8').send(json)
}
