import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

/** The roles of the file F of weights in a text. */
const rolesOf = (text: string, path: string): readonly string[] =>
  roles(text.replace(/\bF\b/g, 'efficientnet-b2'), path).flatMap(([name = '', role = '']) =>
    name.startsWith('efficientnet-b2.') ? [role] : [],
  );

describe('a file of weights', () => {
  it.each([
    ['a.py', 'stt.save_file(m.state_dict(), "F.safetensors")'],
    ['a.py', 'torch.save({"a": 1, "b": 2}, os.path.join("out", "F.ckpt"))'],
    ['a.py', 'torch.onnx.export(model, args, "F.onnx")'],
    ['a.py', 'torch.onnx.export(model, args, f="F.onnx", opset_version=17)'],
    ['a.py', 'pipe.save_lora_weights("d", weight_name="F.safetensors")'],
    ['a.py', 'gguf.GGUFWriter("F.gguf", arch)'],
    ['a.py', 'BEST: str = "out/F.pt"\nprint(1)\ntorch.save(state, BEST)'],
    ['a.py', 'parser.add_argument("--output", default="F.onnx")'],
    ['a.ts', 'await model.save("F.onnx");'],
    ['a.rs', 'safetensors::serialize_to_file(&t, &None, Path::new("F.safetensors"))?;'],
    ['a.rs', 'varmap.save("F.safetensors")?;'],
    ['a.cs', 'mlContext.Model.ConvertToOnnx(m, d, "F.onnx");'],
    ['a.py', 'save_model(model, "F.safetensors")'],
    ['a.py', 'save_file(state, filename="F.safetensors")'],
    ['a.php', '<?php $model->save("F.onnx");'],
    ['a.py', 'torch.onnx.export(f=os.path.join("out", "F.onnx"), model=m, args=x)'],
    ['a.py', 'OUT = "F.safetensors"\nsave_file(state, filename=OUT)'],
    ['a.py', 'OUT = "F.pt"\ntorch.save(\n    state,\n    OUT,\n)'],
    ['a.py', 'def f(m):\n    out = "F.pt"\n    torch.save(m, out)'],
    ['a.ts', 'const OUT = "F.onnx";\nawait model.save(OUT);'],
  ])('that a program writes is none that it reads, %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['mentions']),
  );

  it.each([
    ['a.py', 'from acme import export\nexport(server, "F.gguf")'],
    ['a.py', 'import torch\nfrom acme import save_to\nsave_to(server, "F.gguf")'],
    ['a.py', 'settings.save("F.gguf")'],
    ['a.py', 'import torch\nsettings.save(file="F.gguf")'],
    ['a.py', 'server.save("F.gguf")'],
    ['a.ts', 'import { save } from "@acme/kit";\nsave(server, "F.gguf");'],
    ['a.py', 'torch.save(torch.load("F.pt"), target)'],
    ['a.py', 'OUT = "F.pt"\ntorch.save(state, OUT)\nm = torch.load(OUT)'],
    ['a.py', 'export(model="F.pt", format="onnx")'],
    ['a.py', 'export(model_path="F.pt", format="onnx")'],
    ['a.py', 'YOLO("F.pt").export(format="onnx")'],
    ['a.py', 'download.save("F.gguf")'],
    ['a.py', 'open("F.gguf", "wb").write(get(where))'],
    ['a.rs', 'varmap.load("F.safetensors")?;'],
    ['a.py', 'export("F.safetensors", "out.onnx")'],
    ['a.py', 'export_onnx("F.safetensors", "out.onnx")'],
    ['a.py', 'converter.export_onnx("F.safetensors", "out.onnx")'],
    ['a.ts', 'await converter.exportOnnx("F.safetensors", path.join(dir, "out.onnx"));'],
    ['a.cs', 'tool.ConvertToOnnx("F.safetensors", "out.onnx");'],
    ['a.py', 'save_model("F.safetensors")'],
    ['a.py', 'SRC = "F.safetensors"\nexport(SRC)'],
    ['a.py', 'SRC = "F.pt"\nexport(model=SRC, format="onnx")'],
    ['a.py', 'SRC = "F.safetensors"\ntool.export_onnx(SRC, "out.onnx")'],
    ['a.py', 'model.export("F.onnx")'],
    ['a.py', 'model.export(os.path.join("out", "F.onnx"), opset=17)'],
    ['a.py', 'OUT = "F.onnx"\nmodel.export(OUT)'],
    ['a.py', 'Exporter().export("F.pt", output_dir, fmt="onnx")'],
    ['a.py', 'WEIGHTS = "F.pt"\nbuilder.export(WEIGHTS, output_dir)'],
    ['a.py', 'trt.export_onnx("F.safetensors", folder)'],
    ['a.py', 'WEIGHTS = "F.pt"\ndef save(model):\n    torch.save(model, WEIGHTS)'],
    ['a.ts', 'export const OUT = "F.onnx";\nawait model.save(OUT);'],
    ['a.rs', 'pub const OUT: &str = "F.safetensors";\nfn f() { varmap.save(OUT)?; }'],
    ['a.py', 'tool.export(os.path.join("in", "F.pt"), folder)'],
    ['a.py', 'OUT = "F.pt"'],
  ])('that it reads or fetches stays one, %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['loads']),
  );

  it.each([
    ['a.py', 'def f(net):\n    net.export_onnx("./tmp/F.onnx")\n    return onnx.load("./tmp/F.onnx")\n'],
    ['a.py', 'torch.onnx.export(model, args, "F.onnx")\nsession = InferenceSession("F.onnx")\n'],
    [
      'a.py',
      'torch.save(model.state_dict(), "F.pt")\nfor x in y:\n    m.load_state_dict(torch.load("F.pt"))\n',
    ],
    ['a.py', 'torch.save(state, "out/F.pt")\nprint(torch.load("out/F.pt"))\n'],
    ['a.ts', 'await model.save("F.onnx");\nconst s = await InferenceSession.create("F.onnx");\n'],
    ['a.rs', 'fn f() {\n    varmap.save("F.safetensors")?;\n    varmap.load("F.safetensors")?;\n}\n'],
  ])('that the same function has written is none of others, %s: %s', (path, text) =>
    expect(rolesOf(text, path).at(-1)).toBe('mentions'),
  );

  it.each([
    ['a.py', 'def f(net):\n    torch.save(net, "F.pt")\n\ndef g():\n    return torch.load("F.pt")\n'],
    ['a.py', 'm = torch.load("F.pt")\ntorch.save(m, "F.pt")\n'],
    ['a.py', 'torch.save(state, "other/F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'if train:\n    torch.save(state, "F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'if export:\n    torch.save(n, "F.pt")\nif serve:\n    m = torch.load("F.pt")\n'],
    ['a.py', 'if train:\n    torch.save(n, "F.pt")\nelse:\n    m = torch.load("F.pt")\n'],
    ['a.py', 'if train: torch.save(n, "F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'train and torch.save(n, "F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'torch.save(n, "F.pt") if train else None\nm = torch.load("F.pt")\n'],
    ['a.py', 'later(lambda: torch.save(n, "F.pt"))\nm = torch.load("F.pt")\n'],
    ['a.py', 'for e in epochs:\n    torch.save(n, "F.pt")\nfor e in tests:\n    m = torch.load("F.pt")\n'],
    [
      'a.ts',
      'if (a) {\n  await model.save("F.onnx");\n} else {\n  s = await InferenceSession.create("F.onnx");\n}\n',
    ],
    ['a.py', 'download.save("F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'tool.export("F.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'tool.export_onnx("F.pt")\nm = torch.load("F.pt")\n'],
  ])('that may be there before stays one, %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toContain('loads'),
  );
});

describe('a file that is moved', () => {
  it.each([
    ['a.py', 'if os.path.exists("F.pt"):\n    os.rename("F.pt", os.path.join(d, "old", "F.pt"))\n'],
    [
      'a.py',
      'if os.path.exists(os.path.join(d, "F.pt")):\n    shutil.move(os.path.join(d, "F.pt"), trash)\n',
    ],
    ['a.py', 'if os.path.exists("F.pt"):\n    os.remove("F.pt")\n'],
    ['a.js', "if (fs.existsSync('F.onnx')) fs.unlinkSync('F.onnx');\n"],
  ])('is no model of others where nothing else is done with it, %s: %s', (path, text) =>
    expect(new Set(rolesOf(text, path))).toEqual(new Set(['mentions'])),
  );

  it.each([
    ['a.py', 'os.rename(tmp, "F.pt")\n'],
    ['a.py', 'if not os.path.exists("weights/F.pt"):\n    shutil.move("F.pt", "weights/F.pt")\n'],
    ['a.py', 'if os.path.exists("F.pt"):\n    shutil.move("F.pt", os.path.join(WEIGHTS, "F.pt"))\n'],
    ['a.py', 'if os.path.exists("old/F.pt"):\n    shutil.move("old/F.pt", "weights/F.pt")\n'],
    ['a.py', 'os.remove("F.pt")\nos.rename(fetched, "F.pt")\n'],
    ['a.py', 'os.rename("F.pt", "old.pt")\nm = torch.load("F.pt")\n'],
    ['a.py', 'if os.path.exists("F.pt"):\n    print("there")\n'],
    ['a.py', 'os.rename("F.pt", "old.pt")\nPATH = "F.pt"\n'],
  ])('stays one where it may be loaded, %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toContain('loads'),
  );
});
