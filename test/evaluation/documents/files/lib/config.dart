const model = 'meta-llama/' 'Llama-3.1-8B-Instruct';
const config = '''
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
''';
