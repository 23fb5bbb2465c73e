"""Everything the database holds, to see whether anything changed."""

from django.apps import apps


def all_rows() -> dict[str, list[dict[str, object]]]:
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("timeline").get_models()
    }
