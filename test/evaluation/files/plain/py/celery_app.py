from celery import Celery

app = Celery("tasks", broker="redis://localhost:6379/0", backend="rpc://")
app.conf.task_routes = {"feed.*": {"queue": "feeds/low"}, "mail.*": {"queue": "mail/high"}}


@app.task(name="reports/monthly")
def monthly(model="invoice", engine="weasyprint", version="v2.1.0"):
    return f"{model}:{engine}"


@app.task(name="llama.feed", bind=True)
def feed(self, base_model=None, model_name="ticket"):
    return model_name
