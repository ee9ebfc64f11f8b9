val config = """
    model: Qwen/Qwen2.5-7B-Instruct
    port: 8000
""".trimIndent()
val model = """meta-llama/Llama-3.1-8B-Instruct"""
