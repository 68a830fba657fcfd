"""Django's name for this room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and authorities."""

    name = "handback.records.people"
    label = "people"
