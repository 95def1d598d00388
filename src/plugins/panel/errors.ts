import { ApiError } from '@/lib/apiError'

export { badFilter } from '@/lib/refusals'

const NO_COLUMNS = 'Tidak ada kolom yang dapat diekspor.'
export const noColumns = () => new ApiError(422, NO_COLUMNS, { errors: { columns: [NO_COLUMNS] } })
