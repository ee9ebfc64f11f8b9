//! Default checkpoints of the tagger.
/// `Jean-Baptiste/camembert-ner` for French.
pub const FR: &str = "Jean-Baptiste/camembert-ner";
pub const EN: &str = "dbmdz/bert-large-cased-finetuned-conll03-english";
pub static ONNX: &str = "gliner_small-v2.1.onnx";

pub fn fetch() -> anyhow::Result<std::path::PathBuf> {
    let api = hf_hub::api::sync::Api::new()?;
    Ok(api.model("ottersea/vessel-ner-candle".to_string()).get("model.safetensors")?)
}
