import type { Endpoint, Payload, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { createLocalReq } from 'payload'

import { contractOf } from '@/lib/contract'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { collectionPaths } from './collections'
import { collectionSchemas } from './collections/schemas'
import { contractOperation } from './contracts'
import { INTRODUCTION } from './introduction'
import type { Document, Paths } from './openapi'
import { PARAMETERS } from './parameters'
import { SECURITY_SCHEMES } from './security'
import { socketsSection } from './sockets'
import { systemPaths } from './system'
import { usedSchemas } from './usedSchemas'
import type { ZodSchemas } from './zodSchemas'
import { createZodSchemas } from './zodSchemas'

/** Payload's own collections serve the panel. */
const isOurs = ({ slug }: SanitizedCollectionConfig): boolean => !slug.startsWith('payload-')

const add = (paths: Paths, added: Paths): void => {
  for (const [path, operations] of Object.entries(added)) {
    paths[path] = { ...paths[path], ...operations }
  }
}

const contractPaths = (
  base: string,
  endpoints: Omit<Endpoint, 'root'>[],
  schemaOf: ZodSchemas,
): Paths => {
  const paths: Paths = {}
  for (const endpoint of endpoints) {
    const contract = contractOf(endpoint)
    if (!contract) continue
    const { path, operation } = contractOperation(base, contract, schemaOf)
    add(paths, { [path]: { [contract.method]: operation } })
  }
  return paths
}

const pathsOf = async (
  req: PayloadRequest,
  collections: SanitizedCollectionConfig[],
  nameOf: (slug: string) => string,
  schemaOf: ZodSchemas,
): Promise<Paths> => {
  const { config } = req.payload
  const failure = schemaOf(generatedEnvelope.schema, 'output')
  const paths = contractPaths('/api', config.endpoints, schemaOf)
  for (const collection of collections) {
    add(paths, await collectionPaths({ req, collection, failure }, nameOf(collection.slug)))
    add(paths, contractPaths(`/api/${collection.slug}`, collection.endpoints || [], schemaOf))
  }
  add(paths, systemPaths)
  return paths
}

/** The tags in the order of their operations; collections say what they are for. */
const tagsOf = (paths: Paths, collections: SanitizedCollectionConfig[]): Document['tags'] => {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  const names = new Set(operations.flatMap(({ tags }) => tags))
  return [...names].map((name) => {
    const description = collections.find(({ slug }) => slug === name)?.admin.description
    const { en } = (typeof description === 'object' ? description : {}) as { en?: string }
    return { name, ...(en ? { description: en } : {}) }
  })
}

/**
 * The API reference: OpenAPI 3.1, made of what the endpoints parse with and answer by, and of the
 * collections. Nothing in it is written a second time.
 */
export const buildDocument = async (payload: Payload, version: string): Promise<Document> => {
  const req = await createLocalReq({}, payload)
  const collections = payload.config.collections.filter(isOurs)
  const { components, nameOf } = await collectionSchemas(payload, collections)
  const paths = await pathsOf(req, collections, nameOf, createZodSchemas(components, nameOf))
  const schemas = usedSchemas(paths, components)
  const description = [INTRODUCTION, socketsSection(payload.config)].filter(Boolean).join('\n\n')
  return {
    openapi: '3.1.1',
    info: { title: 'Sehat', version, description },
    servers: [{ url: '/', description: 'This server' }],
    tags: tagsOf(paths, collections),
    paths,
    components: { schemas, parameters: PARAMETERS, securitySchemes: SECURITY_SCHEMES },
  }
}
