from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Dateline"
    default_auto_field = "django.db.models.BigAutoField"
