from app import Client


def test_sends_the_model(server):
    Client().chat.completions.create(model="gpt-4o-mini", messages=[])
    assert server.last["model"] == "gpt-4o-mini"
