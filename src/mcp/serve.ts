import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

/** A tool that an agent can call; it reads, and changes nothing. */
export interface ServedTool {
  readonly name: string;
  readonly title: string;
  /** For the agent: what it is told, and when to ask. */
  readonly description: string;
  /** JSON Schema of the input's properties, all of them required unless `optional` names them. */
  readonly properties: Readonly<Record<string, object>>;
  readonly optional?: readonly string[];
  /** Rejects with a reason in words. */
  readonly answer: (input: Readonly<Record<string, unknown>>) => Promise<object>;
}

/**
 * Serves tools over standard input and output by the Model Context Protocol until the client goes.
 * @param instructions told to the agent's model when it connects
 */
export async function serve(
  { name, version, instructions }: Readonly<Record<'name' | 'version' | 'instructions', string>>,
  tools: readonly ServedTool[],
): Promise<void> {
  const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(listed) }));
  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params: { name: asked, arguments: input = {} } }) => {
      const tool = tools.find((one) => one.name === asked);
      if (tool === undefined) return failed(`There is no tool "${asked}".`);
      try {
        return { content: [{ type: 'text', text: JSON.stringify(await tool.answer(input)) }] };
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
      }
    },
  );
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // The transport does not tell when its input ends.
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await gone;
  await server.close();
}

function listed({ name, title, description, properties, optional = [] }: ServedTool): {
  name: string;
  title: string;
  description: string;
  inputSchema: { type: 'object'; properties: Record<string, object>; required: string[] };
  annotations: { readOnlyHint: true; openWorldHint: false };
} {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties: { ...properties }, required },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}

function failed(text: string): { content: { type: 'text'; text: string }[]; isError: true } {
  return { content: [{ type: 'text', text }], isError: true };
}
