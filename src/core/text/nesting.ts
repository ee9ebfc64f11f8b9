/**
 * Values within values that are read, in JSON and in YAML. No file that a person or a tool writes for its purpose comes near; parsers
 * that call themselves for each level end the stack a few thousand levels down, in hosts that have little stack left a few hundred.
 */
export const MAX_NESTING = 200;
