# The version of Python that the tests run on.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml requirements.lock README.md CHANGELOG.md LICENSE ./
COPY bridge_bot ./bridge_bot
COPY migrations ./migrations
COPY docs ./docs
RUN python -m venv /opt/bridge-bot \
    && /opt/bridge-bot/bin/pip install --no-cache-dir --disable-pip-version-check -c requirements.lock '.[postgres]'

FROM python:3.11-slim
RUN useradd --system --uid 10001 --user-group --no-create-home bridge-bot \
    && install -d -o bridge-bot -g bridge-bot -m 700 /data
COPY --from=build /opt/bridge-bot /opt/bridge-bot
ENV PATH=/opt/bridge-bot/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/bridge_bot.db \
    HEALTH_PORT=9090
USER bridge-bot
# A relative path in DATABASE_URL lands in the volume too.
WORKDIR /data
VOLUME /data
# Without a port there is nothing to ask: then the container counts as healthy while it runs.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as r; p = os.getenv('HEALTH_PORT'); p and r.urlopen('http://127.0.0.1:' + p + '/healthz', timeout=5)"]
# Exec form: the bot gets SIGTERM itself, and ends its answers.
CMD ["bridge-bot", "run"]
