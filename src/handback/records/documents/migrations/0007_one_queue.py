"""One index for what is to be read, for the first time or again: with two, every document was looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_checkpoint_key"),
        ("documents", "0006_reading_again"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="document", name="document_to_be_read"),
        migrations.RemoveIndex(model_name="document", name="document_to_be_read_again"),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("state", "kept"), ("again", "asked"), _connector="OR"),
                fields=["kept_at", "id"],
                name="document_waiting_to_be_read",
            ),
        ),
    ]
