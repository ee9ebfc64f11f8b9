import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const registered = (text: string, path = 'nets.py'): readonly string[] | undefined =>
  detect(text, path).ownClasses;

describe('networks that a text registers', () => {
  it.each([
    ['@register_model\nclass Net(Model):\n    name = "own.net"\n', ['own.net']],
    ['@register_model\nclass Net(Model):\n    def forward(self, x):\n        return x\n', ['Net']],
    ['@register_model\ndef my_net(pretrained=False, **kwargs):\n    return Net(**kwargs)\n', ['my_net']],
    ['@MODELS.register_module(name="OwnNet")\nclass Net(BaseModule):\n    pass\n', ['OwnNet']],
    ['@MODELS.register_module()\nclass OwnNet(BaseModule):\n    pass\n', ['OwnNet']],
    ['@META_ARCH_REGISTRY.register()\nclass OwnNet(nn.Module):\n    pass\n', ['OwnNet']],
    [
      '@register_model\nclass Net(Model):\n    def __init__(self, use_checkpoint=False):\n        self.init_weights()\n',
      ['Net'],
    ],
    ['@register_model("own_net")\nclass Net(BaseFairseqModel):\n    pass\n', ['own_net']],
    [
      '@keras.saving.register_keras_serializable(package="own")\nclass OwnNet(keras.Model):\n    pass\n',
      ['OwnNet'],
    ],
    ['@register_model  # first\n@other(1)\nclass Net(Model):\n    name: str = "own.net"\n', ['own.net']],
    ['register_model_factory(\n    "own.net",\n    lambda **kwargs: Net()\n)\n', ['own.net']],
  ])('have their names: %s', (text, names) => {
    expect(registered(text)).toEqual(names);
  });

  it.each([
    '@register_model\ndef my_net(pretrained=False):\n    return load_state_dict_from_url(URL)\n',
    '@register_model\ndef my_net(pretrained=False):\n    return _create_vision_transformer("my_net", pretrained)\n',
    '@register_model\ndef my_net(pretrained=False):\n    return timm.create_model("resnet50", pretrained=pretrained)\n',
    '@register_model\ndef my_net(pretrained=False):\n    net = Net()\n    net.load_pretrained(CFGS["my_net"])\n    return net\n',
    '@register_model("net")\nclass Net(Model):\n    def __init__(self, ckpt):\n        self.load(ckpt)\n',
    '@register_model\ndef my_net(pretrained=False):\n    return fill(Net(), torch.hub.get("acme/repo"))\n',
    '@register_model\ndef my_net(pretrained=False):\n    return fill(Net(), WEIGHTS["my_net"])\n',
    'register_model("own.net", lambda: timm.create_model("resnet50"))\n',
    '@app.route("/x")\ndef register():\n    pass\n',
  ])('are none where they may get weights: %s', (text) => {
    expect(registered(text)).toEqual([]);
  });

  it('are those of Python', () => {
    expect(registered('@register_model\nclass Net {}\n', 'nets.ts')).toEqual([]);
  });
});
