"""The index of documents' words, which is derived and holds no facts, and an index for lists of documents."""

from typing import Any

from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE documents_words USING fts5(
    authority UNINDEXED, name, words, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
POSTGRESQL = (
    """
    CREATE TABLE documents_words (
        document_id bigint NOT NULL,
        part integer NOT NULL,
        authority_id bigint NOT NULL,
        name text NOT NULL,
        words text NOT NULL,
        vector tsvector NOT NULL,
        PRIMARY KEY (document_id, part)
    )
    """,
    "CREATE INDEX documents_words_vector ON documents_words USING gin (vector)",
)


def make(_apps: Any, schema_editor: Any) -> None:
    """Make the table; it is filled as documents are kept and read."""
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else (SQLITE,)
    for statement in statements:
        schema_editor.execute(statement)


def unmake(_apps: Any, schema_editor: Any) -> None:
    """Drop the table; nothing is lost but the index."""
    schema_editor.execute("DROP TABLE documents_words")


class Migration(migrations.Migration):
    """Runs after the tables of documents."""

    dependencies = [("documents", "0001_initial")]

    operations = [
        migrations.RunPython(make, unmake),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["authority", "-kept_at", "-id"], name="document_newest"),
        ),
    ]
