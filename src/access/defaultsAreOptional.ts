import type { FlattenedField, GraphQLExtension } from 'payload'

const hasDefault = (field: FlattenedField): boolean =>
  'required' in field &&
  field.required &&
  'defaultValue' in field &&
  field.defaultValue !== undefined

/**
 * A required field that has a default need not be sent: so it is over REST, but Payload's GraphQL input
 * types demand it. This takes the demand away from the types of every collection.
 */
export const defaultsAreOptional = (...[graphQL, payload]: Parameters<GraphQLExtension>): void => {
  for (const { config, graphQL: types } of Object.values(payload.collections)) {
    const input: unknown = graphQL.getNullableType(types?.mutationInputType)
    if (!graphQL.isInputObjectType(input)) continue
    const inputs = input.getFields()
    for (const field of config.flattenedFields.filter(hasDefault)) {
      const sent = inputs[field.name]
      if (sent) sent.type = graphQL.getNullableType(sent.type)
    }
  }
}
