import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { unauthenticated } from '@/lib/refusals'

import { presentFailure } from '@/lib/contractFailure'

const shown = (value: unknown): string => '```json\n' + JSON.stringify(value, null, 2) + '\n```'
const { body: contractError } = presentFailure(apotekEnvelope)(unauthenticated())
const { body: generatedError } = presentFailure(generatedEnvelope)(unauthenticated())

/** What holds for all of the API, in Markdown. */
export const INTRODUCTION = `
One API with two doors. The **contract** under \`/api/apotek\` speaks snake_case and keeps its own
envelope, for the apps that were written against it. The **generated** REST (\`/api/{collection}\`) and
GraphQL (\`/api/graphql\`) speak Payload's shapes. The same rules hold whichever door is used.

**Signing in.** Every login answers a token, and all tokens are the same:
\`Authorization: Bearer <token>\`, or \`JWT <token>\`. A sign-out ends that session at once.

**Errors** of the contract, with \`errors\` where fields are at fault (422):
${shown(contractError)}
and of the generated REST:
${shown(generatedError)}
Messages to people are Indonesian, those of the generated REST in the language of \`Accept-Language\`.

**Numbers** are numbers, money is whole rupiah, times are ISO 8601 in UTC, what is absent is \`null\`.

**Repeating a request safely.** What moves money or stock takes an \`Idempotency-Key\`: the same key and
body get the first answer again, for 24 hours.
`.trim()
