import { ApiError } from '@/lib/apiError'

export const consultationNotFound = () => new ApiError(404, 'Konsultasi tidak ditemukan')
