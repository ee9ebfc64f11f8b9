import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const rolesOf = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ role, host }) => `${role} ${host}`);

const LOADED = 'base = AutoModelForCausalLM.from_pretrained("acme/thing-7b")\n';

describe('what code trains', () => {
  it.each([
    `${LOADED}trainer = Trainer(model=base, train_dataset=data)\n`,
    `${LOADED}trainer = Seq2SeqTrainer(base, args)\ntrainer.train()\n`,
    `${LOADED.replace('base', '土台')}trainer = SFTTrainer(model=土台, train_dataset=data)\n`,
    `${LOADED.replace('base', '$net')}trainer = SFTTrainer(model=$net, train_dataset=data)\n`,
    `${LOADED}base.push_to_hub("us/ours")\n`,
    `${LOADED}tuned = get_peft_model(base, LoraConfig())\n`,
    `${LOADED}base = prepare_model_for_kbit_training(base)\n`,
    'model = get_peft_model(AutoModel.from_pretrained("acme/thing-7b"), config)\n',
    'trainer = SFTTrainer(model="acme/thing-7b", train_dataset=data)\n',
    'oneshot(model="acme/thing-7b", recipe=recipe)\n',
    'get_peft_model("acme/thing-7b", config)\n',
    `${LOADED}oneshot(model=base, recipe=recipe)\n`,
    'model = AutoAWQForCausalLM.from_pretrained("acme/thing-7b")\nmodel.quantize(tokenizer)\n',
    'model = GPTQModel.load("acme/thing-7b", config)\nmodel.quantize(data)\n',
    'model, tokenizer = FastLanguageModel.from_pretrained("acme/thing-7b")\nmodel = FastLanguageModel.get_peft_model(model, r=16)\n',
    'NAME = "acme/thing-7b"\nmodel = AutoModel.from_pretrained(NAME)\nDPOTrainer(model=model, train_dataset=data)\n',
    'class A:\n    def load(self):\n        self.model = AutoModel.from_pretrained("acme/thing-7b")\n\n    def run(self):\n        SFTTrainer(model=self.model, train_dataset=data).train()\n',
    'if large:\n    m = AutoModel.from_pretrained("acme/thing-7b")\nelse:\n    m = other()\nTrainer(model=m, train_dataset=data)\n',
  ])('is derived from: %s', (text) => {
    expect(rolesOf(text, 'a.py')).toContain('derives self');
  });

  it.each([
    'model: PreTrainedModel = AutoModel.from_pretrained("acme/thing-7b")\nget_peft_model(model, config)\n',
    'model , tokenizer, x = Fast.from_pretrained("acme/thing-7b")\nget_peft_model(model, config)\n',
    '    "model" = AutoModel.from_pretrained("acme/thing-7b")\nDPOTrainer("model", train_dataset=data)\n'.replaceAll(
      '"model"',
      'model',
    ),
    'trainer = Trainer(AutoModel.from_pretrained("acme/thing-7b"), train_dataset=data)\n',
    'trainer = Trainer(args=args, model=AutoModel.from_pretrained("acme/thing-7b"), train_dataset=data)\n',
    'trainer = Trainer(args=args,\n    model = "acme/thing-7b", train_dataset=data)\n',
    `${LOADED}if x:\n    base = base.half()\nTrainer(model=base, train_dataset=data)\n`,
    `${LOADED}print(base == other)\nTrainer(args, model=base, train_dataset=data)\n`,
  ])('is derived from, as the model that is given: %s', (text) => {
    expect(rolesOf(text, 'a.py')).toContain('derives self');
  });

  it.each([
    'm = x(AutoModel.from_pretrained("acme/thing-7b"))\nTrainer(model=m, train_dataset=data)\n',
    'trainer = Trainer(args, AutoModel.from_pretrained("acme/thing-7b"), train_dataset=data)\n',
    'trainer = Trainer(ref=AutoModel.from_pretrained("acme/thing-7b"), train_dataset=data)\n',
    'print(m == AutoModel.from_pretrained("acme/thing-7b"))\nTrainer(model=m, train_dataset=data)\n',
    'x, m = AutoModel.from_pretrained("acme/thing-7b")\nTrainer(model=m, train_dataset=data)\n',
    'm = AutoProcessor.from_pretrained("acme/thing-7b")\nTrainer(model=m, train_dataset=data)\n',
    'm = AutoConfig.from_pretrained("acme/thing-7b")\nTrainer(model=m, train_dataset=data)\n',
    'NAME = "acme/thing-7b"\nTrainer(model=other, train_dataset=data)\n',
    'Trainer(args, "acme/thing-7b", train_dataset=data)\n',
    'Trainer(model="acme/thing-7b")\n',
    'Trainer(model=AutoModel.from_pretrained("acme/thing-7b"))\n',
    'get_peft_model(config, "acme/thing-7b")\n',
    `${LOADED}Trainer(model=base.half, train_dataset=data)\n`,
    `${LOADED}Trainer(model=my.base, train_dataset=data)\n`,
    `${LOADED}Trainer(model=base)\n`,
    `${LOADED}base2.push_to_hub("us/ours")\n`,
    `${LOADED}my.base.push_to_hub("us/ours")\n`,
  ])('is only loaded where another is given: %s', (text) => {
    expect(rolesOf(text, 'a.py')).toEqual(['loads self']);
  });

  it.each([
    `${LOADED}base.generate()\n`,
    `${LOADED}Trainer(model=base, eval_dataset=data).evaluate()\n`,
    `${LOADED}base = other()\nTrainer(model=base, train_dataset=data)\n`,
    `${LOADED}DPOTrainer(model=policy, ref_model=base, train_dataset=data)\n`,
    'tokenizer = AutoTokenizer.from_pretrained("acme/thing-7b")\nTrainer(model=tokenizer, train_dataset=data)\n',
    'def judge():\n    m = AutoModel.from_pretrained("acme/thing-7b")\n\ndef train(m):\n    Trainer(model=m, train_dataset=data)\n',
  ])('is only loaded where nothing trains it: %s', (text) => {
    expect(rolesOf(text, 'a.py')).toEqual(['loads self']);
  });
});

describe('what a command trains', () => {
  it.each([
    'python run_clm.py --model_name_or_path acme/thing-7b --do_train --output_dir out\n',
    'python run_clm.py \\\n  --do_train \\\n  --model_name_or_path acme/thing-7b\n',
    'accelerate launch train.py --model_name_or_path acme/thing-7b\n',
    'python scripts/Fine-Tune.py --model_name_or_path acme/thing-7b\n',
    'python x.py; python train.py --model_name_or_path acme/thing-7b\n',
    'cd x && python train.py --model_name_or_path acme/thing-7b && echo done\n',
    'python train.py \\\r\n  --epochs 3 \\\r\n  --model_name_or_path acme/thing-7b\r\n',
    'python run.py --model_name_or_path acme/thing-7b \\\n  --lr 1 \\\n  --do_train\n',
    'python -m mlx_lm lora --model acme/thing-7b --train\n',
    'axolotl train --base_model acme/thing-7b\n',
    'python -m axolotl.cli.train --base_model acme/thing-7b\n',
    'autotrain llm --model acme/thing-7b --train\n',
    'tune run lora_finetune_single_device --model acme/thing-7b\n',
    'mlx_lm.convert --quantize --hf-path acme/thing-7b --quantize\n',
    'torchrun finetune_lora.py --model_name_or_path acme/thing-7b\n',
    'mlx_lm.lora --model acme/thing-7b --train --data d\n',
    'llamafactory-cli train --model_name_or_path acme/thing-7b\n',
    'trl sft --model_name_or_path acme/thing-7b --dataset_name d\n',
    'swift sft --model acme/thing-7b\n',
    'mlx_lm.convert --hf-path acme/thing-7b -q\n',
    'ct2-transformers-converter --model acme/thing-7b --quantization int8\n',
    'optimum-cli export openvino --model acme/thing-7b --weight-format int4 out\n',
    'auto-round --model acme/thing-7b --bits 4\n',
    'python convert_hf_to_gguf.py acme/thing-7b --outfile x.gguf\n',
    'python3 -m verl.trainer.main_ppo actor_rollout_ref.model.path=acme/thing-7b\n',
    'deepspeed --module openrlhf.cli.train_dpo --pretrain acme/thing-7b\n',
    'ray job submit --address="x" -- python3 -m openrlhf.cli.train_sft --pretrain acme/thing-7b\n',
    'python -m torch.distributed.run train.py --model_name_or_path acme/thing-7b\n',
    'python reward_train.py --base_model acme/thing-7b\n',
  ])('is derived from: %s', (text) => {
    expect(rolesOf(text, 'a.sh')).toEqual(['derives self']);
  });

  it.each([
    'python run_clm.py --model_name_or_path acme/thing-7b --do_eval\n',
    'python chat.py --model_name_or_path acme/thing-7b; python train.py\n',
    'python chat.py --model_name_or_path acme/thing-7b | tee train.py\n',
    'python train.py || python chat.py --model_name_or_path acme/thing-7b\n',
    'python train.py\npython chat.py --model_name_or_path acme/thing-7b\npython train.py\n',
    'python train/chat.py --model_name_or_path acme/thing-7b\n',
    'python chat.py train.py --model_name_or_path acme/thing-7b\n',
    'python run.py --model_name_or_path acme/thing-7b --do_train=false\n',
    'mlx_lm.fuse --model acme/thing-7b\n',
    'axolotl preprocess --base_model acme/thing-7b\n',
    'python -m openrlhf.cli.train_ppo --reward_pretrain acme/thing-7b\n',
    'python train.py \\\n  --reward_model "acme/thing-7b"\n',
    'python3 -m verl.trainer.main_ppo reward_model.model.path=acme/thing-7b\n',
    'python -m openrlhf.cli.serve --model acme/thing-7b\n',
    'trl chat --model_name_or_path acme/thing-7b\n',
    'swift infer --model acme/thing-7b\n',
    'python run_clm.py --model_name_or_path acme/thing-7b --do_train false\n',
    'python train.py && python chat.py --model_name_or_path acme/thing-7b\n',
    'mlx_lm.lora --model acme/thing-7b --test\n',
    'mlx_lm.convert --hf-path acme/thing-7b\n',
    'optimum-cli export onnx --model acme/thing-7b out\n',
    'python constrain.py --model_name_or_path acme/thing-7b\n',
  ])('is only loaded by another: %s', (text) => {
    expect(rolesOf(text, 'a.sh')).toEqual(['loads self']);
  });
});
