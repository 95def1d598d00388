import type { GraphQLExtension } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import { markLessons } from './operations/markLessons'
import { progressBody } from './schemas'

type Args = { course: string; lessons: string[]; completed?: boolean | null }

/** The named operations of courses as GraphQL mutations, with the same refusals as over REST. */
export const courseMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.enrollments?.graphQL?.type
  if (!type) return {}
  const text = new graphQL.GraphQLNonNull(graphQL.GraphQLString)
  const lessons = new graphQL.GraphQLNonNull(new graphQL.GraphQLList(text))
  return {
    markLessons: mutationOf(
      type,
      {
        course: { type: text },
        lessons: { type: lessons },
        completed: { type: graphQL.GraphQLBoolean },
      },
      async (req, { course, lessons: ids, completed }: Args) => {
        const marks = checked(progressBody, { lesson_ids: ids, completed: completed ?? true })
        return (await markLessons(req, course, marks)).enrollment
      },
    ),
  }
}
