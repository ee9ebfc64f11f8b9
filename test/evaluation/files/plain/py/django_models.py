from django.db import models


class Car(models.Model):
    MODEL_CHOICES = [("gemini", "Gemini"), ("falcon", "Falcon"), ("mistral", "Mistral")]
    model = models.CharField(max_length=32, choices=MODEL_CHOICES, default="falcon")
    maker = models.ForeignKey("garage.Maker", on_delete=models.CASCADE)

    class Meta:
        app_label = "garage"
        db_table = "garage_car"

    def get_absolute_url(self):
        return f"/cars/{self.maker.slug}/{self.pk}"


def load_model(path="garage/fixtures/cars.json"):
    return open(path)
