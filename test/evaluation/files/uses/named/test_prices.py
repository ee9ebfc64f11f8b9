import pytest


@pytest.mark.parametrize("name,price", [("gpt-4o", 2.5), ("gpt-4o-mini", 0.15)])
def test_price(name, price):
    assert lookup(name) == {"model": "gpt-4o", "price": price}
    client.chat.completions.create(model="gpt-4.1", messages=[])
