import { describe, expect, it } from 'vitest';
import { detect } from './marked';

function rolesIn(text: string, path: string): readonly string[] {
  return [...new Set(detect(text, path).references.map(({ role }) => role))].filter(
    (role) => role !== 'mentions',
  );
}

describe('a choice that people are shown', () => {
  it.each([
    [
      'page.php',
      `<?php function page($m) { ?>\n<select name="m">\n  <option value="<?php echo esc_attr( 'gpt-4' ); ?>" <?php selected( $m, 'gpt-4' ); ?>><?php echo esc_html( 'gpt-4' ); ?></option>\n</select>\n<?php }\n`,
    ],
    ['page.php', `<?php echo '<input ' . checked( $settings['model'], 'gpt-4' ) . '>';\n`],
    ['Form.tsx', `export const Form = () => <Select><MenuItem value="gpt-4">GPT 4</MenuItem></Select>;\n`],
    ['Form.tsx', `export const Form = () => <Select.Option value="gpt-4">GPT 4</Select.Option>;\n`],
    ['Form.vue', `<template><el-option label="GPT" value="gpt-4" /></template>\n`],
    ['Form.tsx', `export const Form = () => <input type="radio" name="model" value="gpt-4" />;\n`],
    ['Form.tsx', `export const Form = () => <input value="gpt-4" type="radio" />;\n`],
    ['Form.java', `class Form { void fill() { modelCombo.addItem("gpt-4"); } }\n`],
    ['Form.cs', `class Form { void Fill() { comboBox.Items.Add("gpt-4"); } }\n`],
    ['Form.cs', `class Form { object Item() => new SelectListItem { Value = "gpt-4", Text = "GPT" }; }\n`],
    ['form.dart', `Widget build() => DropdownMenuItem(value: 'gpt-4', child: Text('GPT'));\n`],
    ['bot.py', `keyboard = [[InlineKeyboardButton("GPT", callback_data="gpt-4")]]\n`],
    ['bot.js', `const keyboard = [[{ text: "GPT", callback_data: "gpt-4o-mini" }]];\n`],
    ['bot.ts', `Markup.inlineKeyboard([Markup.button.callback("GPT", "gpt-4"), KeyboardButton("gpt-4")]);\n`],
    [
      'bot.js',
      `command.addChoices({ name: "Large", value: "gpt-4" }, { name: "m", value: "gpt-4o-mini" });\n`,
    ],
    ['bot.rs', `fn f(o: Opt) { o.add_string_choice("Large", "gpt-4"); }\n`],
    ['bot.go', `var f = huh.NewSelect[string]().Options(huh.NewOption("Large", "gpt-4"))\n`],
    ['View.swift', `Picker("Model", selection: $model) {\n  Text("Large").tag("gpt-4")\n}\n`],
    [
      'form.xml',
      '<options>\n  <option>\n    <id>gpt-4</id>\n    <name>gpt-4</name>\n  </option>\n</options>\n',
    ],
    [
      'form.xml',
      '<input-field>\n  <option value="1">\n    <name>gpt-4</name>\n  </option>\n</input-field>\n',
    ],
    ['Form.kt', 'fun fill() { bindClickListener(large, "gpt-4") }\n'],
    ['Form.kt', 'fun fill() { bindOnClickListener(large, "gpt-4") }\n'],
  ])('is listed: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    [
      'Form.tsx',
      `export const Form = () => <MenuItem onClick={() => ask({ model: 'gpt-4' })}>Ask</MenuItem>;\n`,
    ],
    [
      'Form.tsx',
      `export const Form = () => {\n  const one = <option>x</option>;\n  return ask({ model: 'gpt-4' });\n};\n`,
    ],
    ['Form.tsx', `export const Form = () => <input type="hidden" name="model" value="gpt-4" />;\n`],
    ['Form.js', `list.append($('<option>'));\nask({ model: 'gpt-4' });\n`],
    ['page.php', `<option value="x"><?php echo 1; ?><?php ask(['model' => 'gpt-4']); ?></option>\n`],
    ['list.ts', `const made = new Array<Option>(ask({ model: 'gpt-4' }));\n`],
    ['cli.py', `def main(model: str = typer.Option("gpt-4")):\n    ask(model)\n`],
    ['bot.js', `command.addChoices(await ask({ model: 'gpt-4', prompt: 'which' }));\n`],
    ['form.xml', '<options>\n  <option><id>a</id></option>\n</options>\n<model>gpt-4</model>\n'],
    ['Form.kt', 'fun fill() { bindClickListener(large, ask("gpt-4")) }\n'],
    ['Cart.java', `class Cart { void fill() { cart.addItem("gpt-4"); } }\n`],
  ])('is no more than what does something with a name: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });
});
