# Rivalscope as a container: the program is read-only, everything it writes is in /data.
# How to run it: compose.yaml, docs/deployment.md.

FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
# without pip: the only one in it is the lock's, which sqlite-utils asks for
RUN python -m venv --without-pip /opt/rivalscope
COPY requirements.lock ./
RUN python -m pip --python /opt/rivalscope/bin/python install --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE scheduler.py ./
COPY analysis ./analysis
COPY crawler ./crawler
COPY rivalscope ./rivalscope
COPY config ./config
RUN python -m pip --python /opt/rivalscope/bin/python install --no-deps --no-build-isolation .

FROM python:3.13-slim-trixie
RUN groupadd --gid 10001 rivalscope \
    && useradd --uid 10001 --gid rivalscope --no-create-home --home-dir /data --shell /usr/sbin/nologin rivalscope \
    && install -d -o rivalscope -g rivalscope -m 0750 /data
COPY --from=build /opt/rivalscope /opt/rivalscope
# caches go to the volume or nowhere: the rest of the file system may be read-only. So does what
# SQLite sorts and rebuilds: of a large market that is more than a /tmp in memory holds
ENV PATH=/opt/rivalscope/bin:$PATH HOME=/data XDG_CACHE_HOME=/data/.cache SQLITE_TMPDIR=/data \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=5m --timeout=30s --start-period=1m --retries=3 CMD ["rivalscope", "heartbeat"]
ENTRYPOINT ["rivalscope"]
CMD ["schedule"]
