import OpenAI

let client = OpenAI(apiToken: token)
let query = ChatQuery(messages: [], model: "gpt-4.1-mini")
