# The version of Python that the tests run on. A tag may be moved to another image, a digest can't:
# deploy/README.md tells how to pin it, in one line.
ARG PYTHON_IMAGE=python:3.11-slim

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
COPY deploy/requirements-postgres.lock ./
RUN python -m venv --without-pip /opt/bridge-bot \
    && pip --python /opt/bridge-bot/bin/python install --no-cache-dir --require-hashes -r requirements-postgres.lock
COPY pyproject.toml README.md CHANGELOG.md LICENSE ./
COPY bridge_bot ./bridge_bot
COPY migrations ./migrations
COPY docs ./docs
# Fetches nothing: what builds it was installed above, by its hashes.
RUN pip --python /opt/bridge-bot/bin/python install --no-cache-dir --no-deps --no-build-isolation .

FROM ${PYTHON_IMAGE}
RUN install -d -o 10001 -g 10001 -m 700 /data
COPY --from=build /opt/bridge-bot /opt/bridge-bot
ENV PATH=/opt/bridge-bot/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/bridge_bot.db \
    HEALTH_PORT=9090
# A number, which Kubernetes can tell from root's; no line in /etc/passwd and no home belong to it.
USER 10001:10001
# A relative path in DATABASE_URL lands in the volume too. The bot writes nowhere else.
WORKDIR /data
VOLUME /data
# Without a port there is nothing to ask: then the container counts as healthy while it runs.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as r; p = os.getenv('HEALTH_PORT'); p and r.urlopen('http://127.0.0.1:' + p + '/healthz', timeout=5)"]
# Exec form: the bot gets SIGTERM itself, and ends its answers.
CMD ["bridge-bot", "run"]
