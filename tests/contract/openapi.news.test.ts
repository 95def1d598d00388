import { beforeAll, describe, it } from 'vitest'

import { word, write } from '../news/support'
import type { Part } from '../support/described'
import {
  describedPart,
  isOfNews,
  testCompleteness,
  testExports,
  testWhatAllAnswer,
} from '../support/described'

const SEARCH = 'GET /api/news/search'

let part: Part

beforeAll(async () => {
  part = await describedPart(isOfNews)
})

testWhatAllAnswer(() => part, {
  bodiesFor: () => [undefined, undefined],
  unknownId: 2_000_000_000,
  notFound: () => '',
})

describe('what each endpoint answers as described', () => {
  testExports(() => part, 0)

  it('searching', async () => {
    const said = word()
    const excerpt = `Ringkasan tentang ${said}.`
    await write(part.everyone.editor, { title: said, excerpt })
    await part.expectAnswer(SEARCH, { query: `?q=${said}` }, 200)
    const nowhere = { query: `?q=${said}&category=tidak-ada` }
    await part.expectAnswer(SEARCH, nowhere, 422, 'Kategori tidak ditemukan.')
  })
})

testCompleteness(() => part)
