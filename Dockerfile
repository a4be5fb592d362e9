# Colloquy without a database of its own: give it DATABASE_URL. compose.yaml puts the rest around it.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing that is needed here has to be compiled; the prebuilt parts are packages of their own.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund && sh container/slim.sh

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/drizzle drizzle
COPY --from=build /app/build build
# Everything above belongs to root and is only read. Nothing is written to the file system at all.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# What it does is named behind it: web, collab, worker, or several of them.
ENTRYPOINT ["node", "build/colloquy.js"]
CMD ["web", "collab", "worker"]
