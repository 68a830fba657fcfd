"""Indexes by what people made of claims, and by words, that every question can use."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_checkpoint_key"),
        ("documents", "0003_what_reading_tells"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_waiting",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_by_words",
        ),
        migrations.RemoveIndex(
            model_name="document",
            name="document_by_words",
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["document", "state", "type", "confidence"], name="claim_by_state"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["words"], name="claim_by_words"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["authority", "words"], name="document_by_words"),
        ),
    ]
