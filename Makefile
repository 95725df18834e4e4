# Vpogled: everything a newcomer runs. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# A JDK 25: JAVA_HOME where it is one, else where systems put them.
is25 = $(shell [ -x "$(1)/bin/javac" ] && "$(1)/bin/javac" -version 2>&1 | grep -q '^javac 25' && echo "$(1)")
PLACES := $(wildcard /usr/lib/jvm/*25* /usr/lib/jvm/default-java /usr/java/*25* /opt/*jdk*25* /opt/java/* \
  $(HOME)/.sdkman/candidates/java/25* $(HOME)/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
  /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home)
JDK := $(firstword $(foreach dir,$(JAVA_HOME) $(PLACES),$(call is25,$(dir))))
export JAVA_HOME := $(JDK)
# file names with carons, whatever the machine's locale
export LC_ALL := C.UTF-8
JAVA := $(JDK)/bin/java
MVN := ./mvnw -B -ntp
FLAGS := --enable-native-access=ALL-UNNAMED
PLATFORM := $(shell uname -sm)
APP := target/quarkus-app
APP_CLASSES := $(APP)/app/*:$(APP)/lib/main/*:$(APP)/lib/boot/*
# side by side: those in the service are one process, those of its pages in a browser another, since a process can start the
# service once only, and go first; the others wait for slow servers, and can use what is left of both cores
SERVICE_TESTS := jacoco:prepare-agent@agent surefire:test@service-tests
BROWSER_TESTS := jacoco:prepare-agent@agent surefire:test@browser-tests
PLAIN_TESTS := jacoco:prepare-agent@agent surefire:test@default-test -Dtest.forks=3
WHOLE_TESTS := verify -DskipITs=false -Dplain.skip=true -Dservice.skip=true
# a class with a test that failed is tried once more, and named (where a run that is red for nothing is dear, as in CI)
export TRY_AGAIN
AGAIN := src/test/sh/try-again.sh
DEMO_CLASSES = target/test-classes:target/classes:$$(cat target/demo.classpath)

# what builds images, and what each calls it
ENGINE := $(firstword $(foreach engine,podman docker buildah,$(shell command -v $(engine) > /dev/null && echo $(engine))))
IMAGE := vpogled

.PHONY: help jdk platform build demo test quick pictures bench verify image format tools clean

help:
	@echo 'make demo                 build and start everything on this machine: service, backends, mail'
	@echo 'make test                 all tests: unit, integration, contract, architecture, browser'
	@echo 'make quick                units and architecture only, in about a minute'
	@echo 'make verify BUNDLE=x.zip  check a bundle: signature, hashes, completeness'
	@echo 'make image                build the container image, with podman, docker or buildah'
	@echo 'make pictures             make the pictures of src/docs of those that make test left'
	@echo 'make bench                measure speed and memory, as the README shows them'
	@echo 'make format               format the sources'

jdk:
	@if [ -z "$(JDK)" ]; then echo 'No JDK 25 found. Install one (Debian: temurin-25-jdk or openjdk-25-jdk; others: https://adoptium.net)'; \
	  echo 'and set JAVA_HOME to it if it is not in a usual place.'; exit 1; fi

# PostgreSQL and MariaDB of the demo and the tests come as programs for this platform.
platform:
	@[ "$(PLATFORM)" = 'Linux x86_64' ] || { echo 'The demo and the tests bring PostgreSQL and MariaDB for Linux on x86-64 (glibc).'; \
	  echo 'This is $(PLATFORM): run them in a virtual machine or a container of that kind.'; exit 1; }

build: jdk
	$(MVN) -q package -DskipTests -Djacoco.skip=true

demo: platform build
	$(JAVA) $(FLAGS) -cp "$(DEMO_CLASSES)" si.vpogled.demo.Demo $(ARGS)

test: jdk platform tools
	$(MVN) spotless:check test-compile
	@$(AGAIN) target/service-tests.log target/service-reports -Dtest $(MVN) $(SERVICE_TESTS) & service=$$!; \
	  $(AGAIN) target/browser-tests.log target/browser-reports -Dtest $(MVN) $(BROWSER_TESTS) & browser=$$!; \
	  trap "kill $$service $$browser 2> /dev/null" EXIT; \
	  SHOW=yes nice -n 3 $(AGAIN) target/plain-tests.log target/surefire-reports -Dtest $(MVN) $(PLAIN_TESTS); plain=$$?; \
	  wait $$service; service=$$?; wait $$browser; browser=$$?; cat target/service-tests.log target/browser-tests.log; \
	  [ $$plain = 0 ] && [ $$service = 0 ] && [ $$browser = 0 ] \
	    || { sed -sn '/^Failed: /,$$p' target/plain-tests.log target/service-tests.log target/browser-tests.log; exit 1; }
	@SHOW=yes $(AGAIN) target/whole-tests.log target/failsafe-reports -Dit.test $(MVN) $(WHOLE_TESTS)

quick: jdk
	$(MVN) -q test -Dgroups='!slow' -Djacoco.skip=true -Dservice.skip=true

pictures:
	@[ -d target/pictures ] || { echo 'make test leaves the pictures that these are made of.'; exit 1; }
	$(JAVA) -Djava.awt.headless=true -cp "$(DEMO_CLASSES)" si.vpogled.browser.Pictures

bench: platform build
	$(JAVA) $(FLAGS) -cp "$(DEMO_CLASSES)" si.vpogled.bench.Bench $(ARGS)

verify: jdk
	@[ -n "$(BUNDLE)" ] || { echo 'Which one? make verify BUNDLE=path/to/bundle.zip'; exit 2; }
	@[ -d $(APP) ] || $(MVN) -q package -DskipTests -Djacoco.skip=true
	@$(JAVA) -cp "$(APP_CLASSES)" si.vpogled.bundle.verify.VerifyBundle "$(BUNDLE)" $(ARGS)

# With further arguments of the build: make image ARGS='--secret id=maven-settings,src=settings.xml'
# (the OCI's format has no place for the health check)
BUILD_docker := build
BUILD_podman := build --format docker
BUILD_buildah := bud --layers --format docker --ulimit nofile=16384:16384
image:
	@[ -n "$(ENGINE)" ] || { echo 'Nothing that builds images was found. Install podman, docker or buildah (Debian: apt-get install buildah).'; exit 1; }
	$(ENGINE) $(BUILD_$(ENGINE)) -t $(IMAGE) \
	  --build-arg REVISION=$$(git rev-parse HEAD 2> /dev/null || echo unknown) $(ARGS) .

# The programs that the tests call (a browser, curl, openssl, unzip), and libraries of MySQL's.
tools:
	@src/test/sh/tools.sh

format: jdk
	$(MVN) -q spotless:apply

clean:
	rm -rf target
