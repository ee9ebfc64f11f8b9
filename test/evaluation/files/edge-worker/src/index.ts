export interface Env {
  AI: Ai;
  VECTORS: VectorizeIndex;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    const q = url.searchParams.get('q') ?? '';
    const { data } = await env.AI.run('@cf/baai/bge-base-en-v1.5', { text: [q] });
    const hits = await env.VECTORS.query(data[0], { topK: 4 });
    const answer = await env.AI.run('@cf/meta/llama-3.1-8b-instruct', {
      messages: [
        { role: 'system', content: `Use: ${hits.matches.map((m) => m.id).join(', ')}` },
        { role: 'user', content: q },
      ],
    });
    if (url.pathname === '/image') {
      return new Response(await env.AI.run('@cf/black-forest-labs/flux-1-schnell', { prompt: q }) as never, {
        headers: { 'content-type': 'image/jpeg' },
      });
    }
    if (url.pathname === '/fc') return Response.json(await env.AI.run('@hf/nousresearch/hermes-2-pro-mistral-7b', { prompt: q }));
    return Response.json(answer);
  },
} satisfies ExportedHandler<Env>;
