# Builds from the checkout alone: docker build -t jira-align-emulator .
# The bases are those that the names had in August 2026, by digest; docs/dependencies.md tells how to renew them.

FROM maven:3-eclipse-temurin-25@sha256:d67198007bb4441b07d45587320f83154de80ece3608f80408ef14c6ea847753 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -ntp -Dmaven.test.skip=true package
# The modules that `jdeps --print-module-deps --ignore-missing-deps` names, without two that only unused corners of the libraries ask for (java.desktop,
# java.security.jgss), and without locale data.
RUN jlink --add-modules java.base,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.unsupported \
      --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/jre

FROM debian:bookworm-slim@sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241
RUN useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin align
COPY --from=build /opt/jre /opt/jre
COPY --from=build /src/target/jira-align-emulator.jar /app/jira-align-emulator.jar
COPY --from=build /src/src/main/docker/jvm.flags /src/src/main/docker/health.sh /app/
# The demo site until a folder is mounted over it.
COPY --from=build /src/fixtures/demo /fixtures
# A run on trial leaves a cache of loaded and linked classes; it is of use to this jar at this place only.
COPY --from=build /src/src/main/docker/trial-run.sh /tmp/
RUN bash /tmp/trial-run.sh && rm /tmp/trial-run.sh

USER align
WORKDIR /app
# This Java holds no thread of the system where a virtual one waits.
ENV ALIGN_EMULATOR_HOST=0.0.0.0 \
    ALIGN_EMULATOR_PORT=8080 \
    ALIGN_EMULATOR_FIXTURES=/fixtures \
    ALIGN_EMULATOR_VIRTUAL_THREADS=on
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["bash", "/app/health.sh"]
# The exec form: java is process 1 and gets SIGTERM itself. JAVA_TOOL_OPTIONS beats the flags, e.g. -e JAVA_TOOL_OPTIONS=-Xmx1g.
ENTRYPOINT ["/opt/jre/bin/java", "-XX:Flags=/app/jvm.flags", "-jar", "/app/jira-align-emulator.jar"]
