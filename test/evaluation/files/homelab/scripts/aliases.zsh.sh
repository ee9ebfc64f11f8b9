alias q='llm -m gpt-4o-mini'
alias qc="llm -m claude-3.5-haiku -s 'Answer in one line'"
alias commitmsg='git diff --staged | ollama run llama3.2:3b "write a commit message"'
alias aid='aider --model anthropic/claude-3-7-sonnet-20250219 --editor-model openai/gpt-4.1-mini --weak-model groq/llama-3.1-8b-instant'
alias cld='claude --model claude-sonnet-4-20250514'
alias k=kubectl
alias g='git log --oneline origin/main..feature/gemini-menu'
