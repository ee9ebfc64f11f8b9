sealed class Model(val id: String) {
    object Gpt4o : Model("gpt-4o")
    data object Cheap : Model("gpt-4o-mini")
}

val answer = openAi.chat(ChatRequest(model = "gpt-4.1"))
