/** The parts of OpenAPI 3.1 that the API reference is made of. */

export type JsonSchema = Record<string, unknown>

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema: JsonSchema
  style?: 'deepObject'
  explode?: boolean
}
export type Reference = { $ref: string }

export type Examples = Record<string, { summary?: string; value: unknown }>
type MediaType = {
  schema: JsonSchema
  examples?: Examples
  encoding?: Record<string, { contentType: string }>
}
export type Content = Record<string, MediaType>

export type Answer = {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Content
}

export type Security = Record<string, string[]>[]

export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Security
  parameters?: (Parameter | Reference)[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Answer>
}

export type Method = 'get' | 'post' | 'patch' | 'delete'
export type Paths = Record<string, Partial<Record<Method, Operation>>>

export type Document = {
  openapi: '3.1.1'
  info: { title: string; version: string; description: string }
  servers: { url: string; description: string }[]
  tags: { name: string; description?: string }[]
  paths: Paths
  components: {
    schemas: Record<string, JsonSchema>
    parameters: Record<string, Parameter>
    securitySchemes: Record<string, Record<string, string>>
  }
}

export const json = (schema: JsonSchema, examples?: Examples): Content => ({
  'application/json': { schema, ...(examples ? { examples } : {}) },
})

export const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** `post` and `/api/orders/{id}/cancel` → `postOrdersIdCancel`. */
export const operationIdOf = (method: Method, path: string): string => {
  const words = path.replace(/^\/api/, '').match(/[A-Za-z0-9]+/g) ?? []
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** `/orders/:id/cancel`, as path-to-regexp reads it → `/orders/{id}/cancel`, as OpenAPI does. */
export const toTemplate = (path: string): string =>
  path.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '')
