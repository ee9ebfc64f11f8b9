import SwiftUI

struct Animal: Identifiable { let id: String; let model: String }

let zoo = [Animal(id: "llama/1", model: "Lama glama"), Animal(id: "falcon/2", model: "Falco peregrinus")]
let device = UIDevice.current.model
let symbol = Image(systemName: "sparkles.rectangle.stack")
let config = LLMRegistry.qwen3_4b_4bit
let uti = "public.data/archive"
let version = "iPhone16,2"
