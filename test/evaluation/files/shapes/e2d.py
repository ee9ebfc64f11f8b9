from django.db import models
class Size(models.Model):
    size = "small"
m = Model("base")
font = dict(size="medium")
