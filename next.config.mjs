import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // No page of ours uses next/image: its resizing endpoint would only be work for strangers to order.
  images: { unoptimized: true },
  // `npm run check` does this for the whole project; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
