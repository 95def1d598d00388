/** A PDF that the browser shows, and keeps nowhere. @param name without its ending */
export const pdfAnswer = (bytes: Uint8Array, name: string): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
