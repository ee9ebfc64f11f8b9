from langchain_cerebras import ChatCerebras

fast = ChatCerebras(model="llama-3.3-70b", temperature=0)
large = ChatCerebras(model="gpt-oss-120b")
