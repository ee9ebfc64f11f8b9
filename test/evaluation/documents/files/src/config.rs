const CONFIG: &str = r#"
[model]
id = "Qwen/Qwen2.5-7B-Instruct"
"#;
const MODEL: &str = "meta-llama/\
    Llama-3.1-8B-Instruct";
