import logger from '@adonisjs/core/services/logger'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import { identifier, literal, sql } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import Run from '../models/run.ts'
import { Rounds } from '../rounds.ts'
import { runQueue } from './run_queue.ts'
import { Selections } from './selections.ts'
import { pruneRunKinds } from './run_kind.ts'
import { workThrough, giveUp } from './runs.ts'
import { Access } from '../policy/access.ts'
import { run as execute } from '../reading/run.ts'
import { E_RUN_WITHOUT_ACTOR } from './errors.ts'
import type { ResourceRegistry } from '../registry.ts'
import { Actor, type ActorOptions } from '../actor.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** How often the worker looks for runs that other processes began or left behind, in milliseconds */
const INTERVAL = 2_000

/** How often it deletes what was kept for work that nobody began or needs any more */
const TIDYING = 3_600_000

/** How often it says that it is still at work */
const HEARTBEAT = 10_000

/** After so long a run waits until the others had their turn, in milliseconds */
const TURN = 10_000

/** After so many seconds without that a run is somebody else's */
const LEFT_AFTER = 30

/** A run at work, and on whose behalf by now */
type Work = { run: Run; contextNow: () => Promise<ServiceContext> }

type Identity = { users: string | null; isProgram: boolean; options: ActorOptions }

/**
 * Works on the runs in the background, in turns, so that a short one does not wait for the end of a long
 * one. Any number of processes may do so together: one goes on with what another left behind.
 */
export class RunWorker {
  readonly #rounds = new Rounds(() => this.workOff(), INTERVAL, 'runs could not be worked on')
  #tidying?: NodeJS.Timeout

  /** What this process worked on in turns before: it goes on with what it has in memory */
  readonly #paused = new Map<string, Work>()

  constructor(
    readonly registry: ResourceRegistry,
    readonly client: () => QueryClientContract = () => Run.query().client,
    readonly turn = TURN
  ) {}

  /** Begins to look for runs. The process may end whenever it likes all the same. */
  start() {
    this.#tidying = setInterval(() => this.#tidyInPeace(), TIDYING).unref()
    runQueue.onWake(() => this.#rounds.wake())
    this.#rounds.start()
  }

  /** Begins nothing new, and waits for the part that is being done. */
  async stop() {
    clearInterval(this.#tidying)
    runQueue.onWake(() => {})
    await this.#rounds.stop()
  }

  /** Works on every run that is open, until there is none. */
  async workOff() {
    let work = await this.#take()
    while (work) {
      await this.#work(work)
      work = this.#rounds.isStopping ? null : await this.#take()
    }
    this.#paused.clear()
  }

  /** Deletes selections, uploads and the like that nobody needs any more. */
  async tidy() {
    const client = this.client()
    await Selections.prune(client)
    await pruneRunKinds(client)
  }

  #tidyInPeace() {
    this.tidy().catch((error) => logger.error({ err: error }, 'old work could not be deleted'))
  }

  /** Takes the run that nobody works on and that waits for longest. */
  async #take(): Promise<Work | null> {
    const runs = identifier(Run.table)
    const [row] = await execute(
      this.client(),
      sql`
        update ${runs} set state = 'running', heartbeat_at = current_timestamp
        where id = (
          select id from ${runs}
          where state = 'waiting' or (
            state = 'running'
            and coalesce(heartbeat_at, created_at)
              < current_timestamp - interval '1 second' * ${literal(LEFT_AFTER)}
          )
          order by heartbeat_at nulls first, created_at limit 1 for update skip locked
        )
        returning *`
    )
    const run = row && Run.$createFromAdapterResult(row)
    return run ? this.#workOn(run) : null
  }

  /** A run as this process has it in memory, with what others may have written since. */
  #workOn(run: Run): Work {
    const paused = this.#paused.get(run.id)
    if (!paused) return { run, contextNow: this.#contextsOf(run, this.client()) }

    paused.run.merge(run.$attributes)
    paused.run.$hydrateOriginals()
    return paused
  }

  async #work(work: Work) {
    const { run, contextNow } = work
    const client = this.client()
    const beat = setInterval(() => this.#beat(run), HEARTBEAT).unref()
    const until = Date.now() + this.turn

    try {
      const isOver = () => this.#rounds.isStopping || Date.now() >= until
      const isDone = await workThrough(contextNow, client, run, isOver)
      if (isDone) this.#paused.delete(run.id)
      else {
        this.#paused.set(run.id, work)
        await this.#handBack(run)
      }
    } catch (error) {
      await giveUp(client, run, error).catch(() => {})
      logger.error({ err: error, id: run.id }, `run ${run.id} (${run.action}) did not go on`)
    } finally {
      clearInterval(beat)
    }
  }

  /** The same context as long as whoever began the run has the same rights, and then another one. */
  #contextsOf(run: Run, client: QueryClientContract) {
    let known: ServiceContext | undefined

    return async () => {
      const now = await this.#contextOf(run, client)
      if (!known || rightsOf(known.actor) !== rightsOf(now.actor)) known = now
      return known
    }
  }

  async #contextOf(run: Run, client: QueryClientContract): Promise<ServiceContext> {
    const resource = this.registry.get(run.resource)
    const actor = await this.#actorOf(run)
    await actor.load(client)
    return { resource, actor, access: Access.of(resource, actor) }
  }

  async #actorOf({ actor, task }: Run): Promise<Actor> {
    const { users, isProgram, options } = task.identity as Identity
    if (isProgram) return Actor.system(options)
    if (!users) return Actor.guest(options)

    const user: LucidRow | null = await this.registry.get(users).model.find(actor)
    if (!user) throw new E_RUN_WITHOUT_ACTOR([actor])
    return Actor.of(user, options)
  }

  #beat({ id }: Run) {
    execute(
      this.client(),
      sql`update ${identifier(Run.table)} set heartbeat_at = current_timestamp
          where id = ${id} and state = 'running'`
    ).catch((error) => logger.warn({ err: error, id }, `run ${id} could not say that it goes on`))
  }

  /** Whoever looks next goes on with it, without waiting until it counts as left behind. */
  async #handBack({ id }: Run) {
    await Run.query({ client: this.client() })
      .where({ id, state: 'running' })
      .update({ state: 'waiting' })
  }
}

function rightsOf({ roles, grants }: Actor) {
  return JSON.stringify([[...roles], grants])
}
