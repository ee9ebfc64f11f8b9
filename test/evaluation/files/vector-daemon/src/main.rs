use anyhow::Result;
use candle_transformers::models::bert::{BertModel, Config};
use clap::Parser;
use fastembed::{EmbeddingModel, InitOptions, TextEmbedding};
use hf_hub::{api::sync::Api, Repo, RepoType};

/// Serves embeddings over a Unix socket.
#[derive(Parser, Debug)]
struct Args {
    /// Hub id of a BERT-like encoder
    #[arg(long, default_value = "intfloat/e5-small-v2")]
    model_id: String,
    #[arg(long, default_value = "refs/pr/21")]
    revision: String,
    #[arg(long)]
    cpu: bool,
}

enum Which {
    Base,
    Large,
}

impl Which {
    fn repo(&self) -> &'static str {
        match self {
            Which::Base => "thenlper/gte-large",
            Which::Large => "Alibaba-NLP/gte-large-en-v1.5",
        }
    }
}

fn main() -> Result<()> {
    let args = Args::parse();
    let api = Api::new()?;
    let repo = api.repo(Repo::with_revision(args.model_id, RepoType::Model, args.revision));
    let quantized = api.model("lmz/candle-quantized-t5".to_string()).get("model.gguf")?;
    let tokenizer = api.model("roberta-base".into());
    let chat = ("Qwen/Qwen2-0.5B-Instruct-GGUF", "qwen2-0_5b-instruct-q4_0.gguf");
    let te = TextEmbedding::try_new(InitOptions::new(EmbeddingModel::AllMiniLML6V2))?;
    println!("{:?} {:?} {:?}", repo.get("config.json")?, quantized, chat);
    Ok(())
}
