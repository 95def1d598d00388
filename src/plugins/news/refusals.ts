import * as errors from './errors'

/** What the hooks of the newsroom's collections refuse, for the API reference. */
export const refusals = {
  news: { create: [errors.badText], update: [errors.badText] },
  categories: {
    create: [errors.categoryTooDeep],
    update: [errors.categoryLoop, errors.categoryTooDeep],
    delete: [errors.categoryInUse],
  },
  redirects: {
    create: [errors.redirectLoop, errors.redirectTaken],
    update: [errors.redirectLoop, errors.redirectTaken],
  },
}
