// WhisperKit names its folders after the publisher.
const variants = ['openai_whisper-small', 'openai_whisper-large-v3_947MB'];
const props = await get('http://127.0.0.1:8080/props?model=studio-nine%2Fgemma-3-4b-it-GGUF%3AQ4_K_M&reload=false');
const old = 'https://api.openai.com/v1/engines/davinci-codex/completions';
