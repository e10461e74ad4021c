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
    DATABASE_URL=sqlite+aiosqlite:////data/bridge_bot.db
USER bridge-bot
# A relative path in DATABASE_URL lands in the volume too.
WORKDIR /data
VOLUME /data
# Exec form: the bot gets SIGTERM itself, and ends its answers.
CMD ["bridge-bot", "run"]
