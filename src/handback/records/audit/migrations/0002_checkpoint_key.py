"""Keep beside each checkpoint the public key that it was signed with, so that a lost key spoils none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_the_log")]

    operations = [
        migrations.AddField("checkpoint", "key", models.TextField(default="")),
    ]
