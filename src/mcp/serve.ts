import { setImmediate } from 'node:timers/promises';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';

/** A tool that an agent can call; it reads, and changes nothing. */
export interface ServedTool {
  readonly name: string;
  readonly title: string;
  /** For the agent: what it is told, and when to ask. */
  readonly description: string;
  /** JSON Schema of the input's properties, all of them required unless `optional` names them. */
  readonly properties: Readonly<Record<string, object>>;
  readonly optional?: readonly string[];
  /** Rejects with a reason in words, or resolves with one under `error`. */
  readonly answer: (input: Readonly<Record<string, unknown>>) => Promise<object>;
}

/**
 * Serves tools over standard input and output by the Model Context Protocol until the client goes. What was asked before the input ended is
 * answered first.
 * @param instructions told to the agent's model when it connects
 */
export async function serve(
  { name, version, instructions }: Readonly<Record<'name' | 'version' | 'instructions', string>>,
  tools: readonly ServedTool[],
): Promise<void> {
  const asked = new Set<Promise<unknown>>();
  const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name: wanted, arguments: input = {} } }) => {
    const answered = answer(tools, wanted, input).finally(() => asked.delete(answered));
    asked.add(answered);
    return answered;
  });
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // The transport does not tell when its input ends.
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await gone;
  while (asked.size > 0) await Promise.all(asked);
  await setImmediate(); // The last answers are sent once their promises are heard.
  await server.close();
}

async function answer(
  tools: readonly ServedTool[],
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<CallToolResult> {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) return failed(`There is no tool "${name}".`);
  try {
    const said = await tool.answer(input);
    return 'error' in said
      ? failed(JSON.stringify(said))
      : { content: [{ type: 'text', text: JSON.stringify(said) }] };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
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
