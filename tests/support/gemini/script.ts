/** What the fake answers, step by step; each says one thing of Google's wire format. */
export type Step =
  /** An event of the stream. */
  | { kind: 'event'; data: object }
  /** An answer that is none: an HTTP status and Google's error. */
  | { kind: 'refuse'; status: number; body: object }
  /** Nothing more is sent before this resolves. */
  | { kind: 'wait'; until: Promise<unknown> }
  /** The connection breaks off. */
  | { kind: 'cut' }
  /** The answer ends as if nothing lacked. */
  | { kind: 'hangUp' }

export type Part = Record<string, unknown>

const STATUSES: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

export const googleError = (
  code: number,
  message: string,
  details: object[] = [],
): { error: object } => ({
  error: {
    code,
    message,
    status: STATUSES[code] ?? 'UNKNOWN',
    ...(details.length > 0 ? { details } : {}),
  },
})

const event = (data: object): Step => ({
  kind: 'event',
  data: { ...data, modelVersion: 'gemini-of-the-tests', responseId: 'r1' },
})

/** Parts of the model, as one event. */
export const parts = (...some: Part[]): Step =>
  event({ candidates: [{ content: { parts: some, role: 'model' }, index: 0 }] })

export const text = (...pieces: string[]): Step[] => pieces.map((piece) => parts({ text: piece }))

/** A tool call, with the signature that has to come back. */
export const call = (name: string, args: object = {}, thoughtSignature = `signed:${name}`): Step =>
  parts({ functionCall: { name, args }, thoughtSignature })

export const thought = (said: string): Step => parts({ text: said, thought: true })

const TOKENS = { prompt: 4, completion: 2 }

const usageMetadata = ({ prompt, completion } = TOKENS) => ({
  promptTokenCount: prompt,
  candidatesTokenCount: completion,
  totalTokenCount: prompt + completion,
})

/** How an answer ends: `STOP`, `MAX_TOKENS`, `SAFETY`, `RECITATION`, … */
export const finish = (finishReason = 'STOP', tokens = TOKENS): Step =>
  event({
    candidates: [{ finishReason, index: 0 }],
    usageMetadata: usageMetadata(tokens),
  })

/** The prompt was not let through: no candidate. */
export const blocked = (blockReason = 'PROHIBITED_CONTENT'): Step =>
  event({
    promptFeedback: { blockReason },
    usageMetadata: { promptTokenCount: TOKENS.prompt, totalTokenCount: TOKENS.prompt },
  })

/** A failure in the middle of a stream, with which Google's stream ends. */
export const failure = (code = 503, message = 'The model is overloaded.'): Step => ({
  kind: 'event',
  data: googleError(code, message),
})

/** @param retryDelay when Google wants to be asked again: `12s` */
export const refuse = (status: number, message = 'Refused.', retryDelay?: string): Step => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }]
  return {
    kind: 'refuse',
    status,
    body: googleError(status, message, retryDelay === undefined ? [] : details),
  }
}

export const wait = (until: Promise<unknown>): Step => ({ kind: 'wait', until })
export const cut: Step = { kind: 'cut' }
export const hangUp: Step = { kind: 'hangUp' }

/** A whole answer. */
export const said = (...pieces: string[]): Step[] => [...text(...pieces), finish()]

/** A whole answer that asks for tools. */
export const asks = (...calls: Step[]): Step[] => [...calls, finish()]
