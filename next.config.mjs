import { withPayload } from '@payloadcms/next/withPayload'

// Builds of a clinic's software tell nobody about themselves.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // pdfkit reads its fonts from beside its own files; midtrans-client is Node's, axios and all.
  serverExternalPackages: ['pdfkit', 'midtrans-client'],
  // No page of ours uses next/image: its resizing endpoint would only be work for strangers to order.
  images: { unoptimized: true },
  // consultation.md names the page by the file that it was.
  rewrites: () => Promise.resolve([{ source: '/test-client.html', destination: '/test-client' }]),
  // `npm run validate` does this for the whole project; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
