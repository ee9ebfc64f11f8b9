from django.db import migrations


def change(apps, schema_editor):
    Bot = apps.get_model("app", "Bot")
    Bot.objects.filter(model="gpt-4-0314").update(model="gpt-4o")


class Migration(migrations.Migration):
    operations = [migrations.RunPython(change)]
