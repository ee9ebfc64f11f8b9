#!/bin/bash
KNOWN=("gpt-4o" "gpt-4o-mini")
ollama pull llama3.1:8b
