'use client'

import { Pagination } from '@payloadcms/ui'

type Props = { page: number; totalPages: number; onChange: (page: number) => void }

/** The pages of a report, where there are several. */
export const ReportPages = ({ page, totalPages, onChange }: Props) =>
  totalPages > 1 ? (
    <Pagination
      hasNextPage={page < totalPages}
      hasPrevPage={page > 1}
      nextPage={page + 1}
      onChange={onChange}
      page={page}
      prevPage={page - 1}
      totalPages={totalPages}
    />
  ) : null
