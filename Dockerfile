# Builds from the checkout alone: docker build -t jira-align-emulator .

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -ntp -DskipTests package
# A run-time with the modules that the emulator uses, and no locale data.
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.sql,java.xml,jdk.unsupported \
      --strip-java-debug-attributes --no-header-files --no-man-pages --output /jre

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin align
COPY --from=build /jre /opt/jre
COPY --from=build /src/target/jira-align-emulator.jar /app/jira-align-emulator.jar
# The demo site until a folder is mounted over it.
COPY --from=build /src/fixtures/demo /fixtures
# One run on trial leaves a cache of loaded classes, from which a start is about three times as fast.
RUN cd /app && \
    (/opt/jre/bin/java -XX:AOTCacheOutput=/app/emulator.aot -XX:+UseSerialGC -Xmx256m \
      -jar jira-align-emulator.jar --fixtures /fixtures > /tmp/trial.log 2>&1 & echo $! > /tmp/trial.pid) && \
    for i in $(seq 100); do grep -q '^listening' /tmp/trial.log && break; sleep 0.2; done && \
    for path in 'stories?$filter=programId%20eq%202' 'epics?expand=true' 'users/whoami'; do \
      bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080 && printf "GET /rest/align/api/2/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: bearer user:1|super-admin\r\nConnection: close\r\n\r\n" "$0" >&3 && head -c 15 <&3' "$path"; \
    done && \
    kill -TERM "$(cat /tmp/trial.pid)" && \
    for i in $(seq 100); do test -s /app/emulator.aot && ! kill -0 "$(cat /tmp/trial.pid)" 2>/dev/null && break; sleep 0.2; done && \
    rm -f /tmp/trial.* && test -s /app/emulator.aot

USER align
WORKDIR /app
ENV ALIGN_EMULATOR_HOST=0.0.0.0 \
    ALIGN_EMULATOR_PORT=8080 \
    ALIGN_EMULATOR_FIXTURES=/fixtures
EXPOSE 8080
VOLUME ["/fixtures"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["/opt/jre/bin/java", "-XX:AOTCache=/app/emulator.aot", "-XX:+UseSerialGC", "-Xmx32m", "-jar", "/app/jira-align-emulator.jar", "health"]
ENTRYPOINT ["/opt/jre/bin/java", "-XX:AOTCache=/app/emulator.aot", "-XX:+UseSerialGC", "-Xmx256m", "-jar", "/app/jira-align-emulator.jar"]
