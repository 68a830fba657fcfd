"""An index of the documents read in part, so that counting them opens none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_checkpoint_key"),
        ("documents", "0007_one_queue"),
        ("people", "0002_tokens"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(
                    ("completeness", "whole"),
                    ("state", "read"),
                    models.Q(("unread", []), _negated=True),
                ),
                fields=["authority", "state", "completeness", "body", "dated_on"],
                name="document_read_in_part",
            ),
        ),
    ]
