# One image, two programs: /opt/vpogled/bin/service and /opt/vpogled/bin/connector-job. `make image` builds it.
# A mirror of Maven's repository: --secret id=maven-settings,src=settings.xml. Whoever wants digests gives them here.
ARG JDK=docker.io/library/eclipse-temurin:25-jdk-noble
ARG BASE=docker.io/library/debian:trixie-slim

FROM ${JDK} AS build
WORKDIR /build
ENV MAVEN_USER_HOME=/m2 MAVEN_OPTS="-Dmaven.repo.local=/m2/repository"
# All that is ever fetched: a build of nothing resolves what a build of the code does.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml \
    ./mvnw -B -ntp -q package -DskipTests -Djacoco.skip=true && rm -rf target
# A Java runtime for a container: the languages that Vpogled speaks, no compiler, no headers.
RUN jlink --output /opt/runtime --strip-java-debug-attributes --no-header-files --no-man-pages --include-locales=sl,en \
      --add-modules java.se,jdk.charsets,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
    && /opt/runtime/bin/java -Xshare:dump
COPY src/main src/main
COPY src/demo src/demo
# From here on the network is not needed. Files bear one date, as entries of jars do, so that the same content gives the
# same layers.
ARG SOURCE_DATE_EPOCH=1767225600
RUN ./mvnw -B -ntp -q -o package -DskipTests -Djacoco.skip=true \
    && src/main/docker/assemble target/quarkus-app target/test-classes /opt/vpogled \
    && find /opt/runtime /opt/vpogled -exec touch -h -d "@${SOURCE_DATE_EPOCH}" {} +

FROM ${BASE} AS runtime
# A user without a password, a home or a shell. The number is what clusters check.
RUN echo 'vpogled:x:10001:' >> /etc/group \
    && echo 'vpogled:x:10001:10001::/nonexistent:/usr/sbin/nologin' >> /etc/passwd
# What changes least comes first: the runtime, the libraries, the code.
COPY --from=build /opt/runtime /opt/java
COPY --from=build /opt/vpogled/lib /opt/vpogled/lib
COPY --from=build /opt/vpogled/bin /opt/vpogled/bin
COPY --from=build /opt/vpogled/quarkus /opt/vpogled/quarkus
COPY --from=build /opt/vpogled/app /opt/vpogled/app
WORKDIR /opt/vpogled
ENV PATH=/opt/java/bin:/opt/vpogled/bin:/usr/bin:/bin LANG=C.UTF-8

# The runtime's own JVM does a day's work on the final files, and keeps what classes it took (JEP 483, 514). A cache for
# other files than these would run old code unnoticed: it is made here and nowhere else, and this stage is thrown away.
FROM runtime AS training
USER 10001:10001
RUN --mount=type=bind,from=build,source=/opt/java/openjdk,target=/opt/jdk \
    --mount=type=bind,from=build,source=/m2,target=/m2 \
    --mount=type=bind,from=build,source=/build,target=/build \
    /opt/jdk/bin/java -Xmx256m --enable-native-access=ALL-UNNAMED \
      -cp "/build/target/test-classes:/build/target/classes:$(cat /build/target/demo.classpath)" \
      si.vpogled.training.Training /opt/vpogled/bin /tmp/aot

FROM runtime
COPY --from=training --chown=0:0 /tmp/aot /opt/vpogled/aot
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Vpogled" \
      org.opencontainers.image.description="Answers requests for access, portability and erasure from a hosting provider's data inventory." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/debian:trixie-slim"
# Writable, beside the store: /tmp alone. The root file system may be read-only.
USER 10001:10001
# the service; health and metrics
EXPOSE 8080 9000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["/opt/vpogled/bin/health"]
ENTRYPOINT ["/opt/vpogled/bin/service"]
