#[derive(Clone, Copy)]
pub enum Which { Gemma2_2B, Phi3Mini, Qwen25_05b, Whisper }

impl Which {
    pub fn label(self) -> &'static str {
        match self { Which::Gemma2_2B => "gemma", Which::Phi3Mini => "phi", Which::Qwen25_05b => "qwen", Which::Whisper => "whisper" }
    }
}

pub const DTYPE: &str = "f16";
pub const PATH: &str = "src/models/mod.rs";
// cargo run --example whisper --features candle-nn/cuda
