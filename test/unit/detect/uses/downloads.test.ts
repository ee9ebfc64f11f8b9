import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

/** What is done with the name command-r in a text, each time it stands there. */
const usesOfFolder = (path: string, text: string): readonly string[] =>
  detectReferences(`${text}\n`, { path, catalog: builtCatalog() }).references.flatMap(
    ({ text: name, role }) => (name === 'command-r' ? [role] : []),
  );

const PLUS = 'CohereLabs/c4ai-command-r-plus';

describe('the folder of a download', () => {
  it.each([
    ['Dockerfile', `FROM python\nRUN hf download ${PLUS} --local-dir /models/command-r`],
    ['a.sh', `hf download ${PLUS} --local-dir models/command-r`],
    ['a.sh', `huggingface-cli download --local-dir=/models/command-r ${PLUS}`],
    ['a.sh', `hf download ${PLUS} \\\n  --cache-dir "/models/command-r"`],
    ['a.sh', `modelscope download --model Qwen/Qwen2-7B --local_dir /models/command-r`],
    ['a.sh', 'hf download acme/claims-7b-instruct --local-dir models/command-r'],
    ['a.sh', `vllm serve ${PLUS} --download-dir /models/command-r`],
    ['a.sh', `git clone https://huggingface.co/${PLUS} /models/command-r`],
    ['a.sh', `git lfs clone git@hf.co:${PLUS}.git models/command-r`],
    ['a.sh', `curl -L https://huggingface.co/${PLUS}/resolve/main/x.gguf -o /models/command-r`],
    ['a.sh', `wget -P /models/command-r https://huggingface.co/${PLUS}/resolve/main/x.gguf`],
    ['a.sh', `aria2c https://huggingface.co/${PLUS}/resolve/main/x.gguf -d models/command-r -o x`],
    ['a.yaml', `command: ["hf", "download", "${PLUS}", "--local-dir", "/models/command-r"]`],
    ['a.yaml', `args:\n  - download\n  - ${PLUS}\n  - --local-dir\n  - /models/command-r`],
    ['a.py', `run(["hf", "download", "${PLUS}", "--local-dir", "/models/command-r"])`],
    ['a.py', `snapshot_download("${PLUS}", local_dir="/models/command-r")`],
    [
      'a.py',
      `snapshot_download(\n    repo_id="${PLUS}",\n    local_dir=os.path.join(ROOT, "models/command-r"),\n)`,
    ],
    ['a.py', `hf_hub_download("${PLUS}", "model.safetensors", local_dir=f"{ROOT}/models/command-r")`],
    ['a.py', `AutoModel.from_pretrained("${PLUS}", cache_dir="/models/command-r")`],
    ['a.py', `pipeline("x", model="${PLUS}", model_kwargs={"cache_dir": "/models/command-r"})`],
    ['a.py', `Repo.clone_from("https://huggingface.co/${PLUS}", "/models/command-r")`],
    ['a.ts', `await snapshotDownload({ repo: "${PLUS}", cacheDir: "/models/command-r" });`],
  ])('is no second model, %s: %s', (path, text) => {
    expect(usesOfFolder(path, text)).toEqual(['mentions']);
  });

  it.each([
    ['a.sh', 'hf download "$MODEL" --local-dir models/command-r'],
    ['a.sh', 'hf download "$MODEL" Q4/command-r-7b-Q4.gguf --local-dir models/command-r'],
    ['a.sh', 'hf download acme/bundle --local-dir models/command-r'],
    ['a.sh', 'git clone https://huggingface.co/$OWNER/$NAME /models/command-r'],
    ['a.sh', 'vllm serve /models/command-r --download-dir /models/cache'],
    ['a.sh', `hf download ${PLUS} --local-dir /models/x && vllm serve /models/command-r`],
    ['a.sh', `hf download ${PLUS} --local-dir /models/x\nvllm serve /models/command-r`],
    ['a.py', 'snapshot_download(repo_id=MODEL, local_dir="models/command-r")'],
    ['a.py', 'snapshot_download(f"{OWNER}/{NAME}", local_dir="models/command-r")'],
    ['a.py', 'snapshot_download("acme/bundle", local_dir="models/command-r")'],
    ['a.py', 'hf_hub_download(MODEL, "Q4/command-r-7b-Q4.gguf", local_dir="models/command-r")'],
    ['a.py', `load_model("${PLUS}", local_dir="models/command-r")`],
    ['a.py', `snapshot_download("${PLUS}", local_dir=x)\nAutoModel.from_pretrained("/models/command-r")`],
    ['a.py', `hf_hub_download("${PLUS}", "x", cache_dir=C)\nclient.chat(model="command-r")`],
    ['a.yaml', `model:\n  repo_id: ${PLUS}\n  local_dir: /models/command-r`],
  ])('tells the model where nothing else surely does, and what is used is not it, %s: %s', (path, text) => {
    const uses = usesOfFolder(path, text);
    expect(uses).toHaveLength(1);
    expect(uses).not.toContain('mentions');
  });

  it('is no file of weights, of which its address tells more', () => {
    const text = 'wget https://huggingface.co/Bingsu/adetailer/resolve/main/a -O models/yolov8n.pt\n';
    const { references } = detectReferences(text, { path: 'a.sh', catalog: builtCatalog() });
    const file = references.find(({ text: name }) => name === 'yolov8n.pt');
    expect(file?.why.map(({ template }) => template)).toEqual(['its address stands beside it']);
  });
});
