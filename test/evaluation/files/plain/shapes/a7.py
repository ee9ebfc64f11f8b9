def test_parse():
    assert parse("test/model") == ("test", "model")
    r = resolve_model("org/model")
    x = {"model": "user/repo"}
    y = Ref(model="your-org/your-model")
    z = make(model_id="my-org/my-model-7b")
    q = Config(model="foo/bar")
    AutoModel.from_pretrained("your-username/your-model-name")
    AutoModel.from_pretrained("<org>/<model>")
    AutoModel.from_pretrained("path/to/model")
    model = "owner/model-name"
    model = "some/model"
    model = "fake/model-1"
    model_id = "test-org/test-model"
    model_id = "a/b"
    model_id = "namespace/model"
