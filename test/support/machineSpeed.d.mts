export function measureSlowness(share?: number): number;
export function slowness(): number;
export function timeLimit(milliseconds: number, slow: number): () => boolean;
