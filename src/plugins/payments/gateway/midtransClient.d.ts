/** The parts of `midtrans-client` that are used; it brings no types of its own that could be. */
declare module 'midtrans-client' {
  export type Options = { isProduction: boolean; serverKey: string; clientKey: string }

  /** What is used of axios, which the package is built on. */
  export type RequestConfig = {
    method?: string
    url?: string
    data?: unknown
    signal?: AbortSignal
    headers: { set: (name: string, value: string) => unknown }
  }
  type HttpClient = {
    http_client: {
      defaults: {
        timeout?: number
        proxy?: false
        maxRedirects?: number
        maxContentLength?: number
      }
      interceptors: {
        request: { use: (fulfilled: (config: RequestConfig) => RequestConfig) => number }
      }
    }
  }
  type ApiConfig = { getCoreApiBaseUrl: () => string; getSnapApiBaseUrl: () => string }

  /** `id` goes into the path as it is: check it first. */
  export class Transaction {
    status(id: string): Promise<unknown>
    approve(id: string): Promise<unknown>
    deny(id: string): Promise<unknown>
    cancel(id: string): Promise<unknown>
    expire(id: string): Promise<unknown>
    refund(id: string, parameter: object): Promise<unknown>
  }

  export class Snap {
    constructor(options: Options)
    apiConfig: ApiConfig
    httpClient: HttpClient
    transaction: Transaction
    createTransaction(parameter: object): Promise<unknown>
  }

  export class CoreApi {
    constructor(options: Options)
    apiConfig: ApiConfig
    httpClient: HttpClient
    transaction: Transaction
    charge(parameter: object): Promise<unknown>
  }

  export class MidtransError extends Error {
    /** A number for HTTP errors, a string for errors told in a 200 body, null for network failures. */
    httpStatusCode: number | string | null
    ApiResponse: unknown
    /** Holds the server key: never to be logged. */
    rawHttpClientData: unknown
  }

  /** CommonJS: named imports do not work at run time. */
  const midtrans: {
    Snap: typeof Snap
    CoreApi: typeof CoreApi
    MidtransError: typeof MidtransError
  }
  export default midtrans
}
