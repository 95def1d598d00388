import type { PayloadRequest } from 'payload'

import type { Source } from '@/lib/assistantTool'
import type { Said } from '@/lib/panel/said'

import { linkTo } from '../operations/closing'
import { optionsOf } from '../options'
import { CALL, DOCTORS, FIRST_AID, GENTLE } from './advice'
import { findDangers } from './findDangers'
import type { Danger } from './redFlags'

/** The tool that knows them, where the domain that has doctors is in. */
const DOCTORS_TOOL = 'doctors_on_duty'

const ENGLISH =
  /\b(?:i|im|ive|my|me|he|she|his|her|is|am|are|the|and|have|has|cant|can|to|want|of)\b/giu
const INDONESIAN =
  /\b(?:saya|aku|gue|gw|ku|ini|itu|di|ke|yang|dan|ada|apa|tidak|gak|ga|nggak|bisa|mau|anak|ibu|bapak|dok|tolong|sudah|lagi|banget|sekali|dari|untuk)\b/giu

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0

/** The language of a message; Indonesian where it does not show. */
const languageOf = (text: string): keyof Said =>
  count(text, ENGLISH) > count(text, INDONESIAN) ? 'en' : 'id'

/** With the caller's own rights. Whatever goes wrong, the advice does not wait for it. */
const findDoctors = async (req: PayloadRequest): Promise<Source[]> => {
  const tool = optionsOf(req).tools.find(({ name }) => name === DOCTORS_TOOL)
  if (!tool || (tool.isForUsers && !req.user)) return []
  try {
    return (await tool.run(req, { onlyNow: true })).sources
  } catch (error) {
    req.payload.logger.error({ err: error, msg: 'Emergency advice goes without the doctors.' })
    return []
  }
}

const adviceFor = (dangers: Danger[], language: keyof Said): string[] => {
  const urgent = dangers.filter((danger) => danger !== 'selfHarm')
  const lines = urgent.flatMap((danger) => FIRST_AID[danger]?.[language] ?? [])
  return [
    ...(urgent.length > 0 ? [CALL[language]] : []),
    ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : []),
    ...(urgent.length < dangers.length ? [GENTLE[language]] : []),
  ]
}

/**
 * What is answered at once, without any model, to a message that shows a sign of danger.
 * @param text the newest message of the user
 * @returns Markdown, with the doctors on duty as links; those are the sources too. null: nothing alarming
 */
export const emergencyAdvice = async (
  req: PayloadRequest,
  text: string,
): Promise<{ text: string; sources: Source[] } | null> => {
  const dangers = findDangers(text)
  if (dangers.length === 0) return null
  const language = languageOf(text)
  const doctors = await findDoctors(req)
  const links = doctors.map(linkTo).join('\n')
  const parts = [
    ...adviceFor(dangers, language),
    ...(doctors.length > 0 ? [`${DOCTORS[language]}\n${links}`] : []),
  ]
  return { text: parts.join('\n\n'), sources: doctors }
}
