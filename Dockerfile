# Sehat in production: DATABASE_URL, PAYLOAD_SECRET, SERVER_URL and MIDTRANS_SERVER_KEY must be set (docker-compose.yml).
# Migrations run when the server starts, under a lock, before it says that it is ready.

FROM node:20-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./

# The packages that the server needs. Not `npm ci`: scripts/lib/install.mjs says why.
FROM base AS packages
RUN npm install --no-save --omit=dev --no-audit --no-fund --loglevel=error

# The pages; no database is needed for them.
FROM base AS build
RUN npm install --no-save --include=dev --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/start.mjs --build-only && rm -rf .next/cache .data

FROM base
ENV NODE_ENV=production PORT=3000
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY . .
# What is written: uploads, backups, Next's cache, and the demonstration's data where that is asked for.
RUN mkdir -p media backups .data .next/cache && chown -R node:node media backups .data .next/cache
USER node
EXPOSE 3000
VOLUME ["/app/media", "/app/backups"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", "--import", "tsx", "src/server/index.ts"]
