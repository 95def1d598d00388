/** The parts that are used of s3rver, which has no types. */
declare module 's3rver' {
  type Options = {
    directory: string | undefined
    port: number
    address: string
    silent: boolean
    configureBuckets: { name: string | undefined; configs: string[] }[]
  }
  export default class S3rver {
    constructor(options: Options)
    run(): Promise<unknown>
  }
}
