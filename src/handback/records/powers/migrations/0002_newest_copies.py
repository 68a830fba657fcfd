"""The newest copies of all councils are found without passing over what is in the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("powers", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["-at", "-id"], name="publication_newest"),
        ),
    ]
