import { describe, expect, it } from 'vitest';
import { hereDocumentLanguage } from '../../../src/core/documents/hereDocument';

const YAML = 'model: x\nport: 80\n';
const languageOf = (line: string, text = YAML): string | undefined =>
  hereDocumentLanguage(line, text, { start: 0, end: text.length });

describe('hereDocumentLanguage', () => {
  it.each([
    ['cat > config.toml <<EOF', 'toml'],
    ['cat <<EOF >> "/etc/llm.env"', 'dotenv'],
    ['sudo tee -a /etc/app.ini <<EOF', 'ini'],
    ['cat > /etc/llm <<EOF', 'yaml'],
    ['kubectl apply -f - <<EOF', 'yaml'],
    ['cat <<EOF | kubectl apply -f -', 'yaml'],
    ['python3 - <<PY', 'python'],
    ['ssh gpu <<EOF', 'shellscript'],
    ['/bin/bash <<EOF', 'shellscript'],
    ['ollama create mine -f - <<EOF', 'modelfile'],
    ['python3 - <<PY > /dev/null', 'python'],
    ['python3 - <<PY >&2', 'python'],
    ['<<EOF', 'yaml'],
    ['CONFIG=$(cat <<EOF', 'yaml'],
  ])('%s holds %s', (line, language) => expect(languageOf(line)).toBe(language));

  it('is a script where nothing is said', () => {
    expect(languageOf('<<EOF', 'anything at all')).toBe('shellscript');
    expect(languageOf('say <<EOF', 'anything at all')).toBeUndefined();
  });

  it.each(['cat <<EOF', "cat >&2 <<'EOF'", 'curl -d @- https://api.example.com <<EOF'])(
    '%s holds text',
    (line) => expect(languageOf(line)).toBeUndefined(),
  );
});
