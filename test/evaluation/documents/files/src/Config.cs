var config = """
    [model]
    id = "Qwen/Qwen2.5-7B-Instruct"
    """;
var model = @"
    meta-llama/Llama-3.1-8B-Instruct
";
