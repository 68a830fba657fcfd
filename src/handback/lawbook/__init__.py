"""Law as data: each entry with its citation and how it is known. Loaded once, handed out as frozen values."""

from handback.lawbook.provisions import Mark, Provision, provision, provisions

__all__ = ["Mark", "Provision", "provision", "provisions"]
