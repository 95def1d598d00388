import { ApiError } from '@/lib/apiError'

export const badFilter = () => new ApiError(400, 'Saringan atau urutan tidak dapat dibaca.')

const NO_COLUMNS = 'Tidak ada kolom yang dapat diekspor.'
export const noColumns = () => new ApiError(422, NO_COLUMNS, { errors: { columns: [NO_COLUMNS] } })
