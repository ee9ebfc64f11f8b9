import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('a name that is looked for in another', () => {
  it.each([
    ['a.php', `<?php\nif ( strpos( $this->model, 'gpt-4o' ) !== false ) { $name = 'x'; }\n`],
    ['a.php', `<?php\nif (stripos($model, 'gpt-4o') === 0) { return 1; }\n`],
    ['a.lua', 'if model:find("gpt-4o-mini") then end\n'],
    ['a.sh', 'case "$MODEL" in\n  gpt-4o|gpt-4.1) small=1;;\nesac\n'],
    ['a.py', 'if any(m in model for m in ["gpt-4o", "gpt-4.1"]):\n    pass\n'],
    ['a.py', 'ok = all(not model.startswith(m) for m in ["gpt-4o", "gpt-4.1"])\n'],
    ['a.sh', 'if [ "$MODEL" = "gpt-4o" ]; then\n  x=1\nfi\n'],
    ['a.cs', 'var x = id switch { "gpt-4o" or "gpt-4.1" => 1, _ => 2 };\n'],
    [
      'a.rs',
      'match model.as_deref() {\n    Some("gpt-4o") | Some("gpt-4.1") => { strip(); }\n    _ => {}\n}\n',
    ],
    ['a.rs', 'match model {\n    Some("gpt-4o" | "gpt-4.1") if strict => strip(),\n    _ => {}\n}\n'],
    ['a.dart', "bool can(String m) => _matchesExactOrSnapshot(m, alias: 'gpt-4o', from: '2024-09-19');\n"],
    [
      'a.dart',
      "bool can(String m) {\n  const able = <String>{\n    'gpt-4o',\n    'gpt-4.1',\n  };\n  return able.contains(m);\n}\n",
    ],
    ['a.kt', 'fun can(m: String) = when (m) {\n    "gpt-4o", "gpt-4.1" -> true\n    else -> false\n}\n'],
    ['a.php', `<?php\n$can = match ($m) { 'gpt-4o', 'gpt-4.1' => true, default => false };\n`],
    ['a.go', 'var can = sets.New("gpt-4o", "gpt-4.1").Has(m)\n'],
    ['a.java', 'class A { boolean can(String m) { return Stream.of("gpt-4o").anyMatch(m::startsWith); } }\n'],
    ['a.ts', 'const can = isOneOf(model, "gpt-4o", "gpt-4.1");\n'],
    ['a.dart', "final can = switch (m) { 'gpt-4o' || 'gpt-4.1' => true, _ => false };\n"],
    ['a.dart', "bool can(String m) => {'gpt-4o', 'gpt-4.1'}.contains(m);\n"],
    ['a.rs', 'static ABLE: phf::Set<&str> = phf_set! { "gpt-4o", "gpt-4.1" };\n'],
  ])('is only compared, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });
});

describe('a list of records in one line', () => {
  it.each([
    ['a.nix', '{ models = [ { alias = "a"; params.model = "gpt-4o"; } ]; }\n'],
    ['a.toml', 'models = [ { model = "gpt-4o" } ]\n'],
    ['a.tf', 'locals {\n  routes = [ { model = "gpt-4o" } ]\n}\n'],
  ])('compares nothing, in %s: %s', (path, text) => expect(rolesIn(text, path)).toEqual(['calls']));
});

describe('a name that `when` compares with', () => {
  it('is listed, also where the names stand on several lines', () =>
    expect(
      rolesIn(
        "def date(id)\n  case id\n  when 'gpt-4o-mini',\n       'gpt-4o' then '2024-05-13'\n  end\nend\n",
        'a.rb',
      ),
    ).toEqual(['lists', 'lists']));
});

describe('a name in a condition or a table', () => {
  it.each([
    ['a.rb', 'x = { "gpt-4o" => 2.5 }\n'],
    ['a.rb', 'x = ["gpt-4o", 2.5]\n'],
    ['a.kt', 'val m = mapOf("gpt-4o" to 2.5)\n'],
    ['a.scala', 'val m = Map("gpt-4o" -> 2.5)\n'],
    ['a.clj', '(def p {"gpt-4o" 2.5})\n'],
    ['a.clj', '(def p {"gpt-4o" 2_5.5})\n'],
    ['a.cs', 'var x = m switch { "gpt-4o" or "gpt-4o-mini" => 1 };\n'],
    ['a.rs', 'match m { "gpt-4o" | "gpt-4o-mini" => 1 }\n'],
    ['a.rs', 'match m { "gpt-4o" || "gpt-4o-mini" => 1 }\n'],
    ['a.kt', 'when (m) { "gpt-4o", "gpt-4o-mini" -> 1 }\n'],
    ['a.php', "<?php\n$r = match ($m) {\n 'gpt-4o', 'gpt-4o-mini' => 1,\n};\n"],
    ['a.rs', 'match m { Some("gpt-4o") => 1 }\n'],
    ['a.rs', 'match m { | Some("gpt-4o") => 1 }\n'],
    ['a.rs', 'match m { Ok(Some("gpt-4o")) if x => 1 }\n'],
    ['a.java', 'prices.put("gpt-4o", 2.5);\n'],
    ['a.java', 'prices.put( "gpt-4o" , 2.5);\n'],
    ['a.java', 'm.putIfAbsent("gpt-4o", 2.5);\n'],
    ['a.cpp', 'm.emplace("gpt-4o", 2.5);\n'],
    ['a.cpp', 'm.try_emplace("gpt-4o", 2.5);\n'],
    ['a.cpp', 'auto p = std::make_pair("gpt-4o", 2.5);\n'],
    ['a.cpp', 'std::map<string, double> m = {{"gpt-4o", 2.5}};\n'],
    ['a.cpp', 'std::map<string, double> m = {{ "gpt-4o", 2.5}};\n'],
    ['a.cs', 'new Dictionary<string, int> { { "gpt-4o", 1 } };\n'],
    ['a.cpp', 'std::map<string, double> m = {"gpt-4o", 2.5};\n'],
    ['a.cpp', 'std::map<string, P> m = ({"gpt-4o", 2.5});\n'],
    ['a.toml', '"gpt-4o" = 2.5\n'],
    ['a.toml', '"gpt-4o"   = 2.5\n'],
    ['a.toml', 'x = "gpt-4o" == y\n'],
    ['a.toml', '[models."gpt-4o"]\nx = 1\n'],
    ['a.toml', '  [[models."gpt-4o".x]]\ny = 1\n'],
    ['a.toml', 'x = ["gpt-4o"]\n'],
    ['a.toml', 'x = [["gpt-4o", 1]]\n'],
    ['a.py', 'if "gpt-4o" == m: pass\n'],
    ['a.py', 'if "gpt-4o" != m: pass\n'],
    ['a.js', 'if ("gpt-4o" === m) {}\n'],
    ['a.py', 'if "gpt-4o" in m: pass\n'],
    ['a.py', 'if "gpt-4o" not in m: pass\n'],
    ['a.sh', 'case $M in\n  gpt-4o) x;;\nesac\n'],
    ['a.sh', 'case $M in\n  "gpt-4o") x;;\nesac\n'],
    ['a.sh', 'case $M in\n  gpt-4o*) x;;\nesac\n'],
    ['a.sh', 'case $M in\n  (gpt-4o) x;;\nesac\n'],
    ['a.sh', 'case $M in x) y;; gpt-4o) x;; esac\n'],
    ['a.sh', 'case $M in\n  a | gpt-4o | b) x;;\nesac\n'],
    ['a.sh', '[ "$M" = "gpt-4o" ] && x\n'],
    ['a.sh', '[[ $M = gpt-4o ]] && x\n'],
    ['a.java', 'if (m.equals("gpt-4o")) {}\n'],
    ['a.java', 'if (m.equalsIgnoreCase("gpt-4o")) {}\n'],
    ['a.java', 'if ("gpt-4o".equals(m)) {}\n'],
    ['a.java', 'if ("gpt-4o".equalsIgnoreCase(m)) {}\n'],
    ['a.java', 'if (Objects.equals(m, "gpt-4o")) {}\n'],
    ['a.go', 'if strings.EqualFold(m, "gpt-4o") {}\n'],
    ['a.c', 'if (strcmp(m, "gpt-4o") == 0) {}\n'],
    ['a.c', 'if (strncasecmp(m, "gpt-4o") == 0) {}\n'],
    ['a.rs', 'if "gpt-4o".eq_ignore_ascii_case(m) {}\n'],
    ['a.rb', 'x if m.eql?("gpt-4o")\n'],
    ['a.rb', 'x if "gpt-4o".eql?(m)\n'],
    ['a.js', 'if ("gpt-4o".localeCompare(m)) {}\n'],
    ['a.php', "<?php selected($m, 'gpt-4o');\n"],
    ['a.php', "<?php checked( $o['m'], 'gpt-4o' );\n"],
    ['a.sql', "SELECT * FROM m WHERE model = 'gpt-4o';\n"],
    ['a.sql', "SELECT * FROM m WHERE a = 1 AND model = 'gpt-4o';\n"],
    ['a.ex', 'def size("gpt-4o"), do: 1\n'],
    ['a.ex', 'def size(x, "gpt-4o"), do: 1\n'],
    ['a.ex', 'defp size("gpt-4o"), do: 1\n'],
    ['a.rb', "case m\nwhen 'gpt-4o', 'gpt-4o-mini' then 1\nend\n"],
    ['a.rs', 'if matches!(m, "gpt-4o" | "gpt-4o-mini") {}\n'],
    ['a.cs', 'if (m is "gpt-4o") {}\n'],
    ['a.cs', 'if (m is not "gpt-4o" or "gpt-4o-mini") {}\n'],
    ['a.cs', 'if (m is ("gpt-4o" or "gpt-4o-mini")) {}\n'],
    ['a.go', 'switch m {\ncase "gpt-4o",\n\t"gpt-4o-mini":\n}\n'],
    ['a.go', 'switch m {\ncase "gpt-4o", // big\n\t"gpt-4o-mini":\n}\n'],
    ['a.go', 'x := []string{"gpt-4o",\n\t"gpt-4o-mini"}\n'],
    ['a.js', 'switch (m) {\n  case "gpt-4o": x();\n  case "gpt-4o-mini":\n    return 1;\n}\n'],
    ['a.js', 'matchesAny(m, "gpt-4o")\n'],
    ['a.js', 'isOneOf(m, "gpt-4o")\n'],
    ['a.js', 'u.equalsModel(m, "gpt-4o")\n'],
    ['a.json', '{"conditions": [{"key": "model", "operator": "regex", "value": "gpt-4o"}]}'],
    ['a.json', '{"key": "model", "value": "gpt-4o", "match_type": "starts_with"}'],
    ['a.yaml', '- key: model\n  operator: not_equals\n  value: gpt-4o\n'],
    ['a.yaml', '- key: model\n  op: eq\n  values: ["gpt-4o"]\n'],
  ])('is only compared or a key, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.scala', 'val m = f("gpt-4o" - 2.5)\n'],
    ['a.kt', 'val r = f("gpt-4o", "gpt-4o-mini") { x -> 1 }\n'],
    ['a.php', "<?php\n$r = match ($m) { 'x' => 'gpt-4o', 'y' => 1 };\n"],
    ['a.rs', 'let x = Some("gpt-4o");\n'],
    ['a.java', 'prices.get("gpt-4o", 2.5);\n'],
    ['a.java', 'prices.put(x, "gpt-4o", 2.5);\n'],
    ['a.cpp', 'output("gpt-4o", 2.5);\n'],
    ['a.cpp', 'vector<P> m = {{"gpt-4o", 2.5}};\n'],
    ['a.cpp', 'std::map<string, double> m = {{x, "gpt-4o", 2.5}};\n'],
    ['a.py', 'f("gpt-4o" is m)\n'],
    ['a.py', 'x = "gpt-4o" if y else z\n'],
    ['a.sh', 'case $M in\n  a) run gpt-4o;;\nesac\n'],
    ['a.sh', 'run (gpt-4o) x\n'],
    ['a.sh', 'M = "gpt-4o"\n'],
    ['a.js', 'x("gpt-4o".concat(m))\n'],
    ['a.php', "<?php chosen($m, 'gpt-4o');\n"],
    ['a.ex', 'size("gpt-4o")\n'],
    ['a.rb', "x = f('gpt-4o', 'gpt-4o-mini')\n"],
    ['a.cs', 'var this_is = "gpt-4o";\n'],
    ['a.js', 'compareTo("gpt-4o", m)\n'],
    ['a.js', 'equalizer(m, "gpt-4o")\n'],
    ['a.json', '{"conditions": [{"key": "model", "operator": "set", "value": "gpt-4o"}]}'],
    ['a.json', '{"operator": "regex", "x": {"value": "gpt-4o"}}'],
    ['a.yaml', '- key: model\n  value: gpt-4o\n- operator: eq\n'],
    ['a.yaml', 'prompts: [p]\nproviders:\n  - openai:gpt-4o\n'],
    ['a.js', "module.exports = { prompts: ['p'], providers: ['openai:gpt-4o'], tests: [] };\n"],
    ['a.yaml', '- key: model\n  operator: eq\n  other: gpt-4o\n'],
  ])('is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });
});

describe('names in one text with commas between them', () => {
  it.each([
    ['a.go', 'const WebSearchSupportedModels = "gpt-4o,gpt-4o-mini"\n'],
    ['a.ts', 'const visionKeywords: string = "gpt-4o,gpt-4o-mini";\n'],
    ['a.py', 'REASONING_PREFIXES = "gpt-4o,gpt-4o-mini"\n'],
    ['a.php', "<?php\n$c = ['supported_models' => 'gpt-4o,gpt-4o-mini'];\n"],
    ['a.java', 'class A { static final String JSON_CAPABLE = "gpt-4o,gpt-4o-mini"; }\n'],
  ])('are looked for in others where the name says so, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it('are asked for where it says nothing, and one alone is no list', () => {
    expect(rolesIn('const CHAT_MODELS = "gpt-4o,gpt-4o-mini"\n', 'a.go')).not.toContain('lists');
    expect(rolesIn('const supportedModel = "gpt-4o";\n', 'a.ts')).toEqual(['calls']);
  });
});
