# Tandem in a container: docker build -t tandem . && docker run -p 8080:8080 -v tandem:/var/lib/tandem tandem
FROM node:22-bookworm-slim AS web
WORKDIR /build/web
COPY web/package.json web/package-lock.json ./
RUN npm install --no-save
COPY web ./
RUN npm run build

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
COPY --from=web /build/web/dist web/dist
RUN cargo build --release --locked -p tandem

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /var/lib/tandem --create-home tandem
COPY --from=build /build/target/release/tandem /usr/local/bin/tandem
USER tandem
WORKDIR /var/lib/tandem
VOLUME /var/lib/tandem
ENV TANDEM_DB=/var/lib/tandem/tandem.db TANDEM_LISTEN=0.0.0.0:8080 TANDEM_LOG_FORMAT=json
EXPOSE 8080
# Asks whether it is ready, and not `tandem doctor`, which reads the whole ledger.
HEALTHCHECK CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TANDEM_LISTEN##*:} && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 20'* ]]"]
ENTRYPOINT ["tandem"]
CMD ["serve"]
