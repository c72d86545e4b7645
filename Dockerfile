# The image of one service, from what mvn package has made: nothing is fetched. ./doors images makes all three.
# Plain enough for Docker 20.10 and its classic builder.

# 1. A small Java: the modules that jdeps finds in the services and in the infrastructure that trains them, and what is
#    looked up at run time only: TLS, mail servers' names, dates in German.
FROM eclipse-temurin:25-jdk AS java
RUN jlink --output /opt/runtime --no-man-pages --no-header-files --include-locales=en,de --add-modules \
java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,java.rmi,\
java.scripting,java.security.jgss,java.security.sasl,java.sql,java.sql.rowset,jdk.crypto.cryptoki,jdk.jfr,\
jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

# 2. The jars, sorted by how often they change, all of one time: layers are reused, and an AOT cache is for jars of the
#    time that they had in the training. RocksDB's jar brings its library for ten kinds of machine; one is kept.
FROM eclipse-temurin:25-jdk AS jars
COPY schedule-service/target/ /doors/schedule-service/target/
COPY rsvp-service/target/ /doors/rsvp-service/target/
COPY notification-service/target/ /doors/notification-service/target/
RUN set -eu; \
    for service in schedule-service rsvp-service notification-service; do \
      mkdir -p /own/$service /native/$service; \
      for module in schemas web calendar; do \
        find /doors/$service/target/lib -name "$module-*-SNAPSHOT.jar" -exec mv -t /own/$service {} +; \
      done; \
    done; \
    rocksdb=$(echo /doors/rsvp-service/target/lib/rocksdbjni-*.jar); \
    mkdir /tmp/rocksdb; cd /tmp/rocksdb; jar --extract --file $rocksdb; \
    case $(uname -m) in aarch64) machine=linux-aarch64 ;; *) machine=linux64 ;; esac; \
    mv librocksdbjni-$machine.so /native/rsvp-service; rm librocksdbjni*; \
    jar --create --file $rocksdb .; \
    find /doors /own /native -exec touch --date 2000-01-01T00:00:00Z {} +

# 3. What every image begins with.
FROM debian:bookworm-slim AS runtime
COPY --from=java /opt/runtime /opt/runtime
ENV PATH=/opt/runtime/bin:$PATH LANG=C.UTF-8
RUN groupadd --gid 10001 doors && useradd --uid 10001 --gid doors --no-create-home --home-dir /nonexistent doors \
 && install -d -o doors -g doors -m 700 /data

# 4. The training: an evening on embedded infrastructure, with the Java and in the places of the images.
FROM runtime AS training
COPY --chown=doors:doors infrastructure/target/dist/ /doors/infrastructure/target/dist/
COPY --chown=doors:doors standalone/target/ /doors/standalone/target/
COPY --chown=doors:doors --from=jars /doors/ /doors/
COPY --from=jars /own/schedule-service/ /doors/schedule-service/target/lib/
COPY --from=jars /own/rsvp-service/ /doors/rsvp-service/target/lib/
COPY --from=jars /own/notification-service/ /doors/notification-service/target/lib/
COPY --from=jars /native/rsvp-service/ /usr/lib/
USER doors
RUN java -Ddoors.home=/doors -Ddoors.infrastructure.home=/doors/infrastructure/target/dist \
      -cp "$(echo /doors/standalone/target/standalone-*.jar):/doors/standalone/target/lib/*" \
      org.doorsopen.standalone.Doors train

# 5. The image.
FROM runtime
ARG SERVICE
ARG PORT
ENV SERVICE=$SERVICE PORT=$PORT DOORS_DATA=/data
WORKDIR /doors/$SERVICE/target
COPY --from=jars /native/$SERVICE/ /usr/lib/
COPY --from=jars /doors/$SERVICE/target/lib/ lib/
COPY --from=jars /own/$SERVICE/ lib/
COPY --from=jars /doors/$SERVICE/target/*.jar ./
COPY --from=training /doors/$SERVICE/target/*.aot ./
# Of the memory that the container may use, half is heap; classes, threads, RocksDB and buffers take the rest. The
# objects in the AOT cache must fit into the heap that the JVM begins with.
ENV JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:InitialRAMPercentage=25 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8"
# Elsewhere a cache that does not fit is no more than a pity; here it is a mistake in this file.
RUN java $JAVA_OPTIONS -XX:AOTMode=on -XX:AOTCache=$PWD/$SERVICE.aot -cp $PWD/$SERVICE-*.jar -version
USER doors
VOLUME /data
EXPOSE $PORT
# By bash itself, which has no curl to start and no Java.
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=4 CMD ["/bin/bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ code _ <&3 && [ \"$code\" = 200 ]"]
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTIONS -XX:AOTCache=$PWD/$SERVICE.aot -jar $PWD/$SERVICE-*.jar"]
