# The web application. The migrate service of docker-compose.yml uses the same image.
FROM python:3.13.9-slim-bookworm AS build
ENV PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt /tmp/requirements.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/requirements.txt
WORKDIR /app
COPY manage.py gunicorn.conf.py ./
COPY static static
COPY templates templates
COPY timeline timeline
# The key and the host of this step are thrown away with it.
RUN SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(50))") \
    ALLOWED_HOSTS=build DATELINE_DATA_DIR=/tmp/var \
    python manage.py collectstatic --noinput --verbosity 0

FROM python:3.13.9-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 DATELINE_DATA_DIR=/data
RUN useradd --system --uid 10001 --no-create-home dateline \
    && install --directory --owner=dateline /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
    CMD ["python", "-m", "timeline.management.probe"]
CMD ["gunicorn", "timeline.wsgi"]
