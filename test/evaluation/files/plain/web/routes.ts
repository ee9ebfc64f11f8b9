import express from 'express';
const r = express.Router();
r.get('/api/models/:owner/:name', (req, res) => res.json(req.params));
r.get('/v1beta/models', (_q, s) => s.redirect('/gemini/models'));
r.post('/openai/deployments/:deployment/chat/completions', (_req, res) => res.sendStatus(204));
r.use('/static', express.static('public/assets'));
export const flags = { 'model/unpinned': false, 'chat/stream': true };
export const base = new URL('https://api.mistral.ai/v1');
export default r;
