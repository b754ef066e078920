FROM node:26-slim
WORKDIR /plenary
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
RUN mkdir -p data && chown node:node data
USER node
ENV NODE_ENV=production WEB_HOST=0.0.0.0
EXPOSE 3000
VOLUME /plenary/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD node -e "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--import", "./src/keep-compiled.js", "--max-semi-space-size=8", "--v8-pool-size=1", "src/main.ts"]
