# Node 24 runs the TypeScript as it is: nothing is built, nothing is compiled.
FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
# No package here needs a script at install; without the flag npm would compile SQLite anew.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY src ./src
COPY commands ./commands
COPY migrations ./migrations
COPY content ./content
RUN mkdir /data && chown node:node /data
USER node
ENV DATABASE_FILE=/data/cairn.sqlite
VOLUME /data
# The bot touches this file every minute, after its other jobs.
HEALTHCHECK --interval=60s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "process.exit(Date.now() - require('node:fs').statSync('/data/heartbeat').mtimeMs < 180_000 ? 0 : 1)"]
CMD ["node", "src/main.ts"]
