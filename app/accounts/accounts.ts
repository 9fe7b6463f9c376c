import type User from './models/user.ts'

/**
 * Says in sentences what else goes when a user goes.
 */
type LossReport = (user: User) => Promise<string[]>

/**
 * Where other components have their say about accounts, which know nothing of them.
 */
class Accounts {
  #lossReports: LossReport[] = []

  /**
   * Has a component tell people, before they delete their account, what of theirs goes with it.
   */
  onDeletion(report: LossReport) {
    this.#lossReports.push(report)
  }

  /**
   * Everything that goes with a user's account.
   */
  async lossesOf(user: User) {
    const reports = await Promise.all(this.#lossReports.map((report) => report(user)))
    return ['Your account, your profile and your settings', ...reports.flat()]
  }
}

export const accounts = new Accounts()
