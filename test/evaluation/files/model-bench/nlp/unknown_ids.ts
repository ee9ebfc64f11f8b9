import { AutoModel, AutoTokenizer, pipeline } from '@huggingface/transformers';

export const tok = await AutoTokenizer.from_pretrained('quaywall/tidal-embed-s-ONNX');
export const model = await AutoModel.from_pretrained("quaywall/tidal-embed-s-ONNX", { revision: 'v1.1' });
export const tag = await pipeline('token-classification', 'ottersea/vessel-ner-onnx');
export const kind = await pipeline('zero-shot-classification');
