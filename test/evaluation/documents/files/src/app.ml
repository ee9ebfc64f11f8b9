(* not mistralai/Mistral-7B-Instruct-v0.3 *)
let model = "meta-llama/Llama-3.1-8B-Instruct"
