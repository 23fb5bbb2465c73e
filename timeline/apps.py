from django.apps import AppConfig

from timeline import kept_connections


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Dateline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        kept_connections.watch()
