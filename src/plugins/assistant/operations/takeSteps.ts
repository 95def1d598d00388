import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { Source } from '@/lib/assistantTool'

import { STEPS_MAX } from '../constants'
import { BLOCKED, SPEECHLESS } from '../errors'
import type { Model, ModelEvent, ModelMessage, Usage } from '../model'
import { optionsOf } from '../options'
import { houseInstructions } from '../safety/instructions'
import { asData } from '../safety/asData'
import { safeText } from '../safety/safeText'
import type { AnswerEvent, ChatMessage } from './answer'
import { closingOf } from './closing'
import { historyOf } from './historyOf'
import type { Settings } from './readSettings'
import { runTools, toolsFor } from './runTools'

type Question = {
  messages: ChatMessage[]
  signal: AbortSignal
  settings: Settings
  model: Model
}
type Call = { id: string; idOfModel: string | null; name: string; args: Record<string, unknown> }
type Ending = Extract<ModelEvent, { kind: 'end' | 'blocked' }>

const instructionsFor = (req: PayloadRequest, { instructions }: Settings): string => {
  const today = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: optionsOf(req).clinicTimezone,
  }).format(new Date())
  return [houseInstructions({ today, isGuest: !req.user }), instructions]
    .filter(Boolean)
    .join('\n\n')
}

const sum = (one: Usage, other: Usage): Usage => ({
  promptTokens: one.promptTokens + other.promptTokens,
  completionTokens: one.completionTokens + other.completionTokens,
})

/** What stands in the place of an answer that the model did not give. */
const insteadOf = (ending: Ending, hasSpoken: boolean): string => {
  if (ending.kind === 'blocked') return hasSpoken ? `\n\n${BLOCKED}` : BLOCKED
  return hasSpoken ? '' : SPEECHLESS
}

const reasonOf = (ending: Ending) => (ending.kind === 'blocked' ? 'content-filter' : ending.reason)

type Step = { ending: Ending; calls: Call[]; hasSpoken: boolean }

/** What is said in one step, as readers may see it; returns what it ended with, and the calls. */
async function* takeStep(
  events: AsyncIterable<ModelEvent>,
  mayCall: boolean,
): AsyncGenerator<AnswerEvent, Step> {
  const safe = safeText()
  const calls: Call[] = []
  let ending: Ending | undefined
  let hasSpoken = false
  for await (const event of events) {
    if (event.kind === 'text') {
      const text = safe.push(event.text)
      hasSpoken = true
      if (text) yield { kind: 'text', text }
    } else if (event.kind !== 'call') {
      ending = event
    } else if (mayCall) {
      const { id: idOfModel, name, args } = event
      const call = { id: `call_${randomUUID()}`, idOfModel, name, args }
      calls.push(call)
      yield { kind: 'call', id: call.id, name, args }
    }
  }
  const rest = safe.end()
  if (rest) yield { kind: 'text', text: rest }
  if (!ending) throw new Error('A model that is silent about its end.')
  return { ending, calls, hasSpoken }
}

/**
 * Lets the model answer, in steps: it asks for tools, is told what they found, and goes on. After as many
 * steps as it may take it has to answer without.
 * @throws {ModelFailure}
 */
export async function* takeSteps(
  req: PayloadRequest,
  { messages: sent, signal, settings, model }: Question,
): AsyncGenerator<AnswerEvent, void> {
  const messages: ModelMessage[] = historyOf(sent)
  const sources: Source[] = []
  let usage: Usage = { promptTokens: 0, completionTokens: 0 }
  let hasSpoken = false
  const asked = {
    model: settings.model,
    instructions: instructionsFor(req, settings),
    tools: toolsFor(req),
    messages,
    signal,
  }
  for (let step = 1; ; step += 1) {
    const mayCall = step <= STEPS_MAX
    const said = yield* takeStep(model.stream({ ...asked, mayCall }), mayCall)
    const { ending, calls } = said
    hasSpoken ||= said.hasSpoken
    usage = sum(usage, ending.usage)
    if (ending.kind === 'blocked' || calls.length === 0) {
      yield { kind: 'text', text: insteadOf(ending, hasSpoken) + closingOf(sources) }
      yield { kind: 'end', reason: reasonOf(ending), usage, step: ending.usage }
      return
    }
    const found = await runTools(req, calls)
    for (const { id, name, result, sources: some } of found) {
      sources.push(...some)
      yield { kind: 'result', id, name, result, sources: some }
    }
    yield { kind: 'step', usage: ending.usage }
    const answers = found.map(({ idOfModel, name, result }) => ({
      id: idOfModel,
      name,
      result: asData(result),
    }))
    messages.push({ role: 'model', parts: ending.parts }, { role: 'tools', answers })
  }
}
