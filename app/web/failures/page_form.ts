import type { Failure } from './failure.ts'
import { plainPage } from './plain_page.ts'
import { sendBack } from './sent_back_form.ts'
import { NOBODY } from '../view/defaults.ts'
import { navigation } from '../navigation.ts'
import { sentenceAbout } from './sentence.ts'
import type { HttpContext } from '@adonisjs/core/http'
import { withVisitor } from '../middleware/with_visitor.ts'

/**
 * Failures that are about what somebody typed: the form is shown again, with what they typed.
 */
const ABOUT_THE_FORM = ['E_BAD_CSRF_TOKEN', 'E_INVALID_CREDENTIALS']

/**
 * Answers people: a form comes back with what is wrong, everything else is an error page.
 */
export async function answerWithPage(failure: Failure, ctx: HttpContext) {
  if (isAboutTheForm(failure) && sendBack(failure, ctx)) {
    return
  }

  const page = await errorPage(failure, ctx)
  ctx.response.status(failure.status).type('html').send(page)
}

function isAboutTheForm({ code, fields }: Failure) {
  return fields !== undefined || ABOUT_THE_FORM.includes(code)
}

/**
 * While something of ours is broken nothing more is asked of it: such pages are shown as to somebody
 * who is not signed in.
 */
async function errorPage(failure: Failure, ctx: HttpContext) {
  const facts = { ...factsOf(failure), requestId: ctx.request.id()! }
  const isInAdmin = failure.status < 500 && ctx.admin?.mayEnter
  const template = isInAdmin ? 'admin::pages/failure' : 'web/errors/show'
  const render = () => ctx.view.render(template, facts)
  const renderForNobody = () => {
    const { gate, request } = ctx
    const links = () => navigation.linksFor({ auth: NOBODY, gate, request })
    ctx.view.share({ auth: NOBODY, navigation: links })
    return render()
  }

  try {
    return await (failure.status < 500 ? withVisitor(ctx, render) : renderForNobody())
  } catch (error) {
    ctx.logger.error({ err: error }, 'The error page could not be rendered')
    return plainPage(facts)
  }
}

function factsOf({ status, title, detail, fields }: Failure) {
  return { status, title, text: fields ? `${detail} ${listed(fields)}` : detail }
}

function listed(fields: NonNullable<Failure['fields']>) {
  return fields.map(({ field, message }) => `${sentenceAbout(field, message)}.`).join(' ')
}
