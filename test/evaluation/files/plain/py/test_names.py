import pytest

CASES = ["unit/a", "unit/b", "slow/c"]


@pytest.mark.parametrize("case", CASES, ids=["gemini-rising", "titan-moon", "nova-star"])
def test_case(case):
    assert "/" in case


def test_parser_rejects():
    for bad in ["a//b", "/a/b", "a/b/c", "user/", "http://x/y", "owner/name"]:
        assert not is_id(bad)


def is_id(text):
    return False


def test_router_splits():
    assert split("foo/bar") == ("foo", "bar")


def split(text):
    return tuple(text.split("/"))
