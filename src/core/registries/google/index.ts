import { endpoint } from '../address';
import { loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import { googlePath } from './path';
import type { RegistryDefinition } from '../registry';

/** Models of the Gemini API: `gemini-2.0-flash`, also as `models/gemini-2.0-flash`. Google's cloud is `vertex`. */
export const google: RegistryDefinition = {
  kind: 'service',
  // https://googleapis.github.io/python-genai/#create-a-client, https://pkg.go.dev/google.golang.org/genai#NewClient
  clients: ['genai.Client', 'genai.NewClient', 'GoogleGenAI'],
  hasBroadModule: true,
  // Cloudflare's AI Gateway: https://developers.cloudflare.com/ai-gateway/usage/chat-completion/
  prefixes: [
    'gemini',
    'google',
    'google-genai',
    'google_genai',
    'google-gla',
    'palm',
    'googleai',
    'genai',
    'google-ai-studio',
  ],
  providers: ['googlegenerativeai', 'googleaistudio', 'aistudio', 'makersuite'],
  ownerPrefixes: ['google'],
  ownPath: googlePath,
  addresses: [{ host: 'generativelanguage.googleapis.com', read: endpoint('models') }],
  apiHosts: ['generativelanguage.googleapis'],
  factories: ['google'],
  loaders: [
    loader(
      'google',
      'GenerativeModel ChatGoogleGenerativeAI GoogleGenerativeAIEmbeddings GoogleModel GeminiModel ' +
        'getGenerativeModel generativeModel chat_google_gemini GoogleAIGeminiChatGenerator',
      { keywords: 'model model_name modelName', role: 'calls' },
    ),
  ],
  keyWords: ['gemini'],
  names: [
    ...names('any', 'embedding-00', { subjects: ['google', 'gemini', 'vertex', 'palm'] }),
    ...names('digit', 'gemini- imagen- veo- imagegeneration@ lyria-'),
    ...names(
      'any',
      'gemini-pro gemini-ultra gemini-flash gemini-exp- gemini-embedding- text-bison chat-bison ' +
        'code-bison codechat-bison textembedding-gecko text-embedding-00 text-multilingual-embedding-00 ' +
        'multimodalembedding@ learnlm-',
    ),
  ],
  spelling: hostedBy('google'),
  triedWithoutForm: 3,
};
