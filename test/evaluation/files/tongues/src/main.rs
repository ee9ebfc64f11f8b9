use rig::providers::openai;
const MODEL_ID: &str = "microsoft/phi-2";
fn main() {
    let api = hf_hub::api::sync::Api::new().unwrap();
    let repo = api.model("sentence-transformers/all-MiniLM-L6-v2".to_string());
    let repo2 = api.repo(Repo::with_revision("TinyLlama/TinyLlama-1.1B-Chat-v1.0".into(), RepoType::Model, "main".into()));
    let agent = client.agent("gpt-4o").preamble("x").build();
    let model = TextEmbedding::try_new(InitOptions::new(EmbeddingModel::AllMiniLML6V2))?;
    let t = Tokenizer::from_pretrained("bert-base-uncased", None)?;
    let req = CreateChatCompletionRequestArgs::default().model("gpt-4o-mini").build()?;
    #[arg(long, default_value = "meta-llama/Llama-3.2-1B")]
    model_id: String,
    let ollama_model = "llama3.2:latest".to_string();
    let m = GgufModelBuilder::new("bartowski/Meta-Llama-3.1-8B-Instruct-GGUF", vec!["Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf"]);
    /// Loads `openai/whisper-tiny`.
    let ds = api.dataset("squad/v2".to_string());
}
