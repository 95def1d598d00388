import { s3Storage } from '@payloadcms/storage-s3'
import type { CollectionConfig, Config, Plugin, UploadConfig } from 'payload'
import { NotFound } from 'payload'

import type { Env } from '@/env'
import { ApiError } from '@/lib/apiError'

type Handler = NonNullable<UploadConfig['handlers']>[number]
type Asked = Parameters<Handler>

const storageUnavailable = () =>
  new ApiError(503, 'Penyimpanan berkas sedang tidak tersedia, silakan coba lagi.')

/** The storage's handler answers in plain words, or in none; ours are JSON, as everywhere. */
const sayAsEverywhere = (handler: Handler): Handler => {
  const ask = async (...[req, asked]: Asked): Promise<Response | undefined> => {
    const answer = await handler(req, asked)
    if (!(answer instanceof Response)) return undefined
    if (answer.status === 404) throw new NotFound(req.t)
    if (answer.status >= 500) throw storageUnavailable()
    return answer
  }
  return ask as Handler
}

type AfterChange = NonNullable<NonNullable<CollectionConfig['hooks']>['afterChange']>[number]

/** What the bucket's client throws says how often it tried. */
const isOfBucket = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && '$metadata' in error

const sayWhenAway =
  (hook: AfterChange): AfterChange =>
  async (args) => {
    try {
      return (await hook(args)) as unknown
    } catch (error) {
      throw isOfBucket(error) ? storageUnavailable() : error
    }
  }

/** Only for uploads that browsers send to the bucket themselves, which ours never do: no column for it. */
const isOwnField = (field: CollectionConfig['fields'][number]): boolean =>
  !('name' in field && field.name === '_objectKey')

const settle = (collection: CollectionConfig): CollectionConfig => {
  if (typeof collection.upload !== 'object') return collection
  const handlers = (collection.upload.handlers ?? []).map(sayAsEverywhere)
  return {
    ...collection,
    fields: collection.fields.filter(isOwnField),
    hooks: {
      ...collection.hooks,
      afterChange: (collection.hooks?.afterChange ?? []).map(sayWhenAway),
    },
    upload: { ...collection.upload, handlers },
  }
}

/**
 * Uploads of all collections in an S3 bucket, where `S3_BUCKET` is set; else on disk (MEDIA_DIR). They are
 * still served by this server, which asks who wants to see them. After the plugins that bring collections.
 */
export const storage = (s3: Env['s3']): Plugin[] => {
  if (!s3) return []
  return [
    (config: Config): Config => {
      const uploads = (config.collections ?? []).filter(({ upload }) => upload)
      const stored = s3Storage({
        bucket: s3.bucket,
        collections: Object.fromEntries(uploads.map(({ slug }) => [slug, true])),
        config: {
          region: s3.region,
          credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
          // Others than Amazon's: one address for all buckets, and checksums as they always were.
          ...(s3.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        },
      })(config) as Config
      return { ...stored, collections: (stored.collections ?? []).map(settle) }
    },
  ]
}
