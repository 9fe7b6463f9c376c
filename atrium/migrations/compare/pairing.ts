import { E_ANSWER_NOT_UNDERSTOOD, E_RENAMED_TWICE } from '../errors.ts'

/** A name that becomes another one */
export type Pair = { from: string; to: string }

/** Names of one kind on both sides, and what is known about their renames */
export type Names = {
  from: string[]
  to: string[]

  /** Former names by the names now, as `renamedFrom` says them */
  hinted: Record<string, string | undefined>

  /** What was answered about a name of before: `drop`, or a name of now */
  answerFor: (name: string) => string | undefined

  /** The question about a name of before */
  id: (name: string) => string

  /** Whether names that change places, all of them still there, have not done so yet */
  isDue: (circle: Pair[]) => boolean
}

type Claim = Pair & { isAnswer: boolean }

/** Names that became others by a hint or an answer, in an order that can be carried out. Nothing is guessed. */
export function pair(names: Names): Pair[] {
  const claims = claimsOf(names)
  refuseDoubles(claims)

  const fresh = claims.filter(({ to }) => !names.from.includes(to))
  const moved = withFollowers(fresh, claims)
  const circles = circlesOf(claims.filter((claim) => !moved.includes(claim)))
  const due = circles.filter(
    (circle) => circle.some(({ isAnswer }) => isAnswer) || names.isDue(circle)
  )

  const pairs = [...moved, ...due.flat()]
  refuseUnfulfilled(claims, pairs, names)
  return pairs.map(({ from, to }) => ({ from, to }))
}

function claimsOf({ from, to, hinted, answerFor, id }: Names): Claim[] {
  const answered = from.flatMap((name) => {
    const answer = answerFor(name)
    if (answer === undefined || answer === 'drop') return []
    if (!to.includes(answer)) throw impossible(answer, id(name), newOnes(from, to))

    return [{ from: name, to: answer, isAnswer: true }]
  })
  const said = to.flatMap((name) => {
    const former = hinted[name]
    const isOpen = former !== undefined && former !== name && from.includes(former)
    const isAnswered = answered.some((claim) => claim.from === former && claim.to === name)
    return isOpen && !isAnswered ? [{ from: former, to: name, isAnswer: false }] : []
  })
  return [...answered, ...said]
}

const newOnes = (from: string[], to: string[]) => to.filter((name) => !from.includes(name))

function impossible(answer: string, id: string, possible: string[]) {
  const choices = [...possible, 'drop'].join(', ')
  return new E_ANSWER_NOT_UNDERSTOOD(`"${answer}" is no answer to "${id}". Possible: ${choices}.`)
}

function refuseDoubles(claims: Claim[]) {
  claims.forEach((claim, index) => {
    const other = claims
      .slice(0, index)
      .find(({ from, to }) => from === claim.from || to === claim.to)
    if (other) throw contradiction(spoken(other), spoken(claim))
  })
}

const spoken = ({ from, to }: Pair) => `"${from}" becomes "${to}"`

function contradiction(first: string, second: string) {
  return new E_RENAMED_TWICE(
    `Not both can be: ${first}, and ${second}. Correct renamedFrom or the answers, so that each name becomes one other.`
  )
}

/** A name that is taken becomes free when its owner moves on, and so forth. Who takes it comes after. */
function withFollowers(moved: Claim[], claims: Claim[]): Claim[] {
  const followers = claims.filter(
    ({ to, ...claim }) =>
      moved.some(({ from }) => from === to) && !moved.some(({ from }) => from === claim.from)
  )
  return followers.length === 0 ? moved : withFollowers([...moved, ...followers], claims)
}

function circlesOf(claims: Claim[]): Claim[][] {
  const circles: Claim[][] = []
  for (const claim of claims) {
    if (circles.flat().includes(claim)) continue

    const path = [claim]
    for (let next = follower(claim); next && !path.includes(next); next = follower(next)) {
      path.push(next)
    }
    if (path.at(-1)!.to === claim.from) circles.push(path)
  }
  return circles

  function follower({ to }: Claim) {
    return claims.find(({ from }) => from === to)
  }
}

/** An answer is never passed over. A hint that does not apply any more is. */
function refuseUnfulfilled(claims: Claim[], pairs: Claim[], { answerFor, id, from, to }: Names) {
  const left = claims.find((claim) => claim.isAnswer && !pairs.includes(claim))
  if (left) throw impossible(left.to, id(left.from), newOnes(from, to))

  const contradicted = pairs.find((claim) => answerFor(claim.from) === 'drop')
  if (contradicted) {
    throw contradiction(spoken(contradicted), `"${contradicted.from}" is to be dropped`)
  }
}
