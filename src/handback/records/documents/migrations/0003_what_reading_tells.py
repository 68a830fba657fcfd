"""What reading tells of a document and its claims, and the columns of lists of actions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_checkpoint_key"),
        ("documents", "0002_words"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signature", models.CharField(max_length=64)),
                ("columns", models.JSONField()),
            ],
        ),
        migrations.AddField(
            model_name="claim",
            name="also",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="claim",
            name="amiss",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="claim",
            name="found_by",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="claim",
            name="words",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="document",
            name="body",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="draft",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="fields",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="document",
            name="held_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="kind",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="document",
            name="links",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="document",
            name="pictures",
            field=models.CharField(
                blank=True, choices=[("asked", "Asked for"), ("read", "Read from pictures")], max_length=8
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="scanned",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("opening", "Opening it and finding its words"),
                    ("looking", "Looking for decisions, promises and figures"),
                    ("keeping", "Writing down what was found"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="started_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="title",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="document",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="document",
            name="words",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name="claim",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "Waiting for a person"),
                    ("accepted", "Accepted"),
                    ("amended", "Accepted with changes"),
                    ("rejected", "Rejected"),
                    ("withdrawn", "No longer read in the document"),
                ],
                default="proposed",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("state", "proposed")),
                fields=["document", "type", "confidence"],
                name="claim_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("words", ""), _negated=True), fields=["words"], name="claim_by_words"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(condition=models.Q(("amiss", True)), fields=["document"], name="claim_amiss"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("state", "kept")), fields=["kept_at", "id"], name="document_to_be_read"
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("words", ""), _negated=True),
                fields=["authority", "words"],
                name="document_by_words",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                fields=["authority", "state", "completeness", "body", "dated_on"], name="document_how_far"
            ),
        ),
        migrations.AddField(
            model_name="mapping",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="mappings", to="people.authority"
            ),
        ),
        migrations.AddField(
            model_name="mapping",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="audit.event"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapping",
            constraint=models.UniqueConstraint(
                fields=("authority", "signature"), name="columns_are_said_once"
            ),
        ),
    ]
