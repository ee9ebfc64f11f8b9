import { createServer } from 'node:http';

/** What the Hub of the scenes says of a model of the demo workspace that no catalog knows. */
const MODEL = {
  id: 'hikari-labs/ticket-router-small',
  sha: '4f1d0c5e8b7a69382716050f4e3d2c1b0a998877',
  gated: false,
  pipeline_tag: 'text-classification',
  tags: ['license:apache-2.0', 'base_model:finetune:intfloat/multilingual-e5-small'],
  cardData: { license: 'apache-2.0', base_model: 'intfloat/multilingual-e5-small' },
  siblings: [{ rfilename: 'model.safetensors' }],
};

/**
 * Starts a Hub on the loopback for scenes that look something up: no picture and no test depends on the network.
 *
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function startSceneHub() {
  const server = createServer(({ url = '' }, response) => {
    const known = url.split('?')[0] === `/api/models/${MODEL.id}`;
    response.writeHead(known ? 200 : 401, {
      'content-type': 'application/json',
      ...(known ? {} : { 'x-error-code': 'RepoNotFound' }),
    });
    response.end(JSON.stringify(known ? MODEL : { error: 'Invalid username or password.' }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
