import pytest
from mypkg import parse_id

@pytest.mark.parametrize("value", ["acme/one", "acme/two-b", "test/llama"])
def test_ids(value):
    assert parse_id(value)
    repo = Repo(model="acme/widget")
