plugins {
    kotlin("jvm") version "2.0.21"
    id("io.ktor.plugin") version "3.0.1"
}

dependencies {
    implementation("ai.djl.huggingface:tokenizers:0.30.0")
    implementation("dev.langchain4j:langchain4j-mistral-ai:1.0.0-beta1")
}

tasks.register<Exec>("pullModel") {
    commandLine("ollama", "pull", "deepseek-r1:8b")
}

tasks.named<JavaExec>("run") {
    environment("CHAT_MODEL", "open-mistral-nemo")
    args("--model", "ibm-granite/granite-3.1-8b-instruct")
}
