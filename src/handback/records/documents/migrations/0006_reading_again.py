"""Whether somebody wants a document read again, and that this failed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_checkpoint_key"),
        ("documents", "0005_second_reader"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="again",
            field=models.CharField(
                blank=True,
                choices=[("asked", "To be read again"), ("failed", "Could not be read again")],
                max_length=8,
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("again", "asked")),
                fields=["kept_at", "id"],
                name="document_to_be_read_again",
            ),
        ),
    ]
